package org.homeroom.economy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeroom.banking.BankSettingsService;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.Permission;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.payroll.PayCalendar;
import org.homeroom.payroll.PaySchedule;
import org.homeroom.payroll.PayScheduleService;
import org.homeroom.payroll.PaySettingsService;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;
import org.homeroom.tenancy.SchoolRef;
import org.homeroom.tenancy.SchoolService;
import org.homeroom.tenancy.TenantContext;

/**
 * What runs by itself, pay and banks in one list (domain/economy.md 18). It keeps nothing of its
 * own: each schedule is read from and changed by the settings that it belongs to, and their rules
 * hold.
 */
@Stateless
@RolesAllowed({
    Roles.TEACHER,
    Roles.SCHOOL_ADMIN,
    Roles.DISTRICT_ADMIN,
    Roles.PLATFORM_ADMIN,
    Roles.OPERATOR
})
public class ScheduleService {

    /** How the settings of pay name what is asked for here. */
    private static final Map<String, String> FIELDS =
            Map.of(
                    "first_pay_date", "calendar.first_date",
                    "frequency_days", "calendar.frequency_days");

    private static final Set<String> OFFICE =
            Set.of(Roles.SCHOOL_ADMIN, Roles.DISTRICT_ADMIN, Roles.PLATFORM_ADMIN, Roles.OPERATOR);

    @Inject RosterService roster;
    @Inject SchoolService schools;
    @Inject ScheduleReading reading;
    @Inject PaySettingsService paySettings;
    @Inject PayScheduleService paySchedules;
    @Inject BankSettingsService bankSettings;

    /** What runs by itself in a school. */
    public record SchoolSchedules(SchoolRef school, List<Schedule> rows) {}

    /** Lists what runs by itself here and is the caller's: a teacher's classes, or all. */
    public List<Schedule> list() {
        List<Schedule> all = reading.running(here());
        if (seesSchool()) {
            return all;
        }
        Set<UUID> mine = roster.myClasses().stream().map(ClassRef::id).collect(Collectors.toSet());
        return all.stream().filter(one -> mine.contains(one.scopeId())).toList();
    }

    /** Lists likewise, at the district's own address school by school. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<SchoolSchedules> bySchool() {
        SchoolRef here = here();
        SchoolSchedules own = new SchoolSchedules(here, list());
        if (!here.isDistrict()) {
            return List.of(own);
        }
        return Stream.concat(
                        Stream.of(own),
                        schools.active().stream()
                                .map(one -> new SchoolSchedules(one, elsewhere(one))))
                .filter(one -> !one.rows().isEmpty())
                .toList();
    }

    /**
     * Returns one that runs.
     *
     * @throws Refusal not found, when there is none, or not of the caller's
     */
    public Schedule find(UUID id) {
        return list().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /**
     * Lets something run by itself that did not.
     *
     * @throws Refusal naming a field; conflict, when it does already; not found for a class that
     *     the caller does not run
     */
    public Schedule set(SetSchedule wanted) {
        Schedule before = present(wanted.job(), wanted.kind(), wanted.scopeId());
        if (before.isEnabled()) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "This runs by itself already. Change its schedule instead.");
        }
        if (wanted.zone() != null && !wanted.zone().equals(before.zone().getId())) {
            throw wrong(
                    "zone",
                    "It runs in the zone of its class or school, %s. Leave the zone out."
                            .formatted(before.zone().getId()));
        }
        PayCalendar kept = before.calendar();
        return change(
                before,
                new PayCalendar(
                        wanted.frequencyDays() == null
                                ? kept.frequencyDays()
                                : wanted.frequencyDays(),
                        wanted.first() == null ? kept.first() : wanted.first(),
                        wanted.at()));
    }

    /**
     * Changes when it runs.
     *
     * @param before as the caller saw it
     * @throws Refusal naming a field, or precondition failed, when somebody changed it since
     */
    public Schedule change(Schedule before, PayCalendar calendar) {
        if (calendar.at() == null) {
            throw wrong("calendar.at", "Say at what time of day it runs, such as 16:30.");
        }
        return store(before, calendar);
    }

    /** Switches it off; what was paid and booked stays. Returns it as it is then. */
    public Schedule end(Schedule before) {
        PayCalendar kept = before.calendar();
        return store(before, new PayCalendar(kept.frequencyDays(), kept.first(), null));
    }

    /**
     * Tells whether the caller may change when it runs. Administrators of the district see the
     * classes of their schools, and run none (domain/tenancy.md 4).
     */
    public boolean mayChange(Schedule one) {
        return one.isOfClass() ? runsClasses() && roster.runs(one.scopeId()) : seesSchool();
    }

    private Schedule store(Schedule before, PayCalendar calendar) {
        UUID id = before.scopeId();
        if (before.isOfClass()) {
            requireClasses();
        }
        try {
            if (before.isOfBank()) {
                checkBank(calendar);
                bankSettings.change(
                        id, bankSettings.get(id).booking(calendar.at()).over(before.version()));
            } else if (before.isOfClass()) {
                paySettings.change(id, paySettings.get(id).paying(calendar).over(before.version()));
            } else {
                boolean overrules = paySchedules.get().overrules();
                paySchedules.change(new PaySchedule(calendar, overrules, null, before.version()));
            }
        } catch (Refusal refusal) {
            throw refusal.field() == null || !FIELDS.containsKey(refusal.field())
                    ? refusal
                    : wrong(FIELDS.get(refusal.field()), refusal.getMessage());
        }
        return present(before.job(), before.kind(), id);
    }

    // As it is now, switched on or off.
    private Schedule present(String job, String kind, UUID scopeId) {
        oneOf("job", job, Set.of(Schedule.PAY, Schedule.BANK), "Choose pay-run or interest-run.");
        oneOf(
                "scope.kind",
                kind,
                Set.of("class", "school", "district"),
                "Choose class, school or district.");
        if (kind.equals("class")) {
            if (scopeId == null) {
                throw wrong("scope.id", "Say which class.");
            }
            requireClasses();
            ClassRef found = roster.ownedClass(scopeId);
            return job.equals(Schedule.PAY)
                    ? reading.pay(found, paySettings.get(scopeId))
                    : reading.bank(found, bankSettings.get(scopeId));
        }
        if (job.equals(Schedule.BANK)) {
            throw wrong("scope.kind", "A bank belongs to a class. Choose class.");
        }
        return presentOfSchool(kind, scopeId);
    }

    private Schedule presentOfSchool(String kind, UUID scopeId) {
        SchoolRef here = here();
        if (here.isDistrict() != kind.equals("district")
                || scopeId != null && !scopeId.equals(here.id())) {
            throw Refusal.notFound();
        }
        if (!seesSchool()) {
            throw new Refusal(
                    ErrorCode.AUTHORIZATION_ERROR,
                    "Administrators and operators set when a whole school is paid.");
        }
        return reading.ofSchool(here, paySchedules.get());
    }

    private List<Schedule> elsewhere(SchoolRef school) {
        try {
            return TenantContext.callAs(school.id(), () -> reading.running(school));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("schedules could not be read", e);
        }
    }

    private SchoolRef here() {
        return schools.byId(TenantContext.require()).orElseThrow(Refusal::notFound);
    }

    private static boolean seesSchool() {
        return CallerContext.require().roles().stream().anyMatch(OFFICE::contains);
    }

    private static boolean runsClasses() {
        return Permission.CLASS_RUN.isGivenTo(CallerContext.require().roles());
    }

    private static void requireClasses() {
        if (!runsClasses()) {
            throw new Refusal(
                    ErrorCode.AUTHORIZATION_ERROR,
                    "A class's teacher and the administrators of its school set when it is paid and booked.");
        }
    }

    private static void checkBank(PayCalendar calendar) {
        String sentence = "A bank looks every day. Leave this out.";
        if (calendar.frequencyDays() != 1) {
            throw wrong("calendar.frequency_days", sentence);
        }
        if (calendar.first() != null) {
            throw wrong("calendar.first_date", sentence);
        }
    }

    private static void oneOf(String field, String value, Set<String> words, String sentence) {
        if (!words.contains(Objects.requireNonNullElse(value, ""))) {
            throw wrong(field, sentence);
        }
    }

    private static Refusal wrong(String field, String sentence) {
        return new Refusal(ErrorCode.VALIDATION_ERROR, field, sentence);
    }
}
