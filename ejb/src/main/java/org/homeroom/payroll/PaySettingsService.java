package org.homeroom.payroll;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.payroll.PayRule.MarkPay;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;
import org.homeroom.tenancy.TenantContext;

/** What classes pay for time, and when. */
@Stateless
public class PaySettingsService {

    @Inject RosterService roster;
    @Inject PaySettingsRepository settings;
    @Inject PayScheduleRepository schedules;
    @Inject PayPlan plan;
    @Inject SchoolClock clock;
    @Inject AuditService audit;

    /** Returns the settings of a class that the caller may see, or the defaults. */
    @RolesAllowed({Roles.STUDENT, Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
    public PaySettings get(UUID classId) {
        return settings.of(roster.classFor(classId).id());
    }

    /**
     * The pay days that hold for a class.
     *
     * @param source whose they are: class, school or district
     * @param next in the class's zone; null while nobody has set a first one
     */
    public record PayDays(String source, PayCalendar calendar, LocalDate next) {}

    /**
     * Returns the pay days of a class that the caller may see: its own, or those of its school or
     * district.
     */
    @RolesAllowed({Roles.STUDENT, Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
    public PayDays payDays(UUID classId) {
        ClassRef found = roster.classFor(classId);
        PayDates dates = schedules.ofClass(classId);
        PayPlan.Holding holding = plan.holding(dates.schedule());
        boolean ruled =
                holding.rules(
                        new PaidByItself(
                                classId, found.name(), found.zone(), dates.own(), null, 0));
        PayCalendar calendar = ruled ? holding.schedule().calendar() : dates.own();
        return new PayDays(
                ruled ? holding.source() : "class",
                calendar,
                calendar.first() == null ? null : calendar.next(clock.now().atZone(found.zone())));
    }

    /**
     * Returns the next pay date of a class that the caller may see, in its zone; reckoned from
     * today while nobody has set a first one (economy.md 5.2), which is no promise to anybody.
     */
    @RolesAllowed({Roles.STUDENT, Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
    public LocalDate nextPayDate(UUID classId) {
        PayDays days = payDays(classId);
        return days.next() != null
                ? days.next()
                : days.calendar().next(clock.today(roster.classFor(classId).zone()));
    }

    /**
     * Changes the settings of a class that the caller runs. Marks that begin to pay without a first
     * day do so today; without one they keep theirs when they pay already.
     *
     * @param changed carries the version that the caller saw
     * @throws Refusal precondition failed, when somebody changed them since
     */
    @RolesAllowed({Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
    public PaySettings change(UUID classId, PaySettings changed) {
        UUID id = roster.ownedClass(classId).id();
        check(changed);
        return store(id, changed);
    }

    /**
     * Changes the settings of all classes that the caller runs, all or none, as {@link #changeMany}
     * does.
     */
    @RolesAllowed({Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
    public int changeAll(UUID classId, PaySettings changed) {
        return changeMany(classId, roster.myClasses().stream().map(ClassRef::id).toList(), changed);
    }

    /**
     * Changes the settings of several classes that the caller runs, all or none: of one as {@link
     * #change} does, of the others whatever they were.
     *
     * @return how many classes have them now
     * @throws Refusal precondition failed, when somebody changed one of them meanwhile; not found
     *     when the caller does not run one of them
     */
    @RolesAllowed({Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
    public int changeMany(UUID classId, Collection<UUID> also, PaySettings changed) {
        check(changed);
        // Storing locks a class until the end; who locks several does it in this order.
        SortedSet<UUID> ids = new TreeSet<>(also);
        ids.add(classId);
        ids.forEach(roster::ownedClass);
        if (changed.version() != settings.of(classId).version()) {
            throw changedMeanwhile();
        }
        for (UUID id : ids) {
            store(id, id.equals(classId) ? changed : changed.over(settings.of(id).version()));
        }
        return ids.size();
    }

    private PaySettings store(UUID id, PaySettings wanted) {
        PaySettings before = settings.of(id);
        PaySettings changed = wanted.ruledBy(begun(id, wanted.rule(), before.rule().marks()));
        if (changed.version() != before.version()
                || !settings.store(TenantContext.require(), id, changed, clock.now())) {
            throw changedMeanwhile();
        }
        audit.record("payroll.settings.changed", "class", id, said(before), said(changed));
        return settings.of(id);
    }

    private PayRule begun(UUID id, PayRule wanted, MarkPay before) {
        MarkPay marks = wanted.marks();
        if (marks == null || marks.from() != null) {
            return wanted;
        }
        LocalDate today = clock.today(roster.ownedClass(id).zone());
        return wanted.paying(marks.since(before == null ? today : before.from()));
    }

    private static Refusal changedMeanwhile() {
        return new Refusal(
                ErrorCode.PRECONDITION_FAILED,
                "Someone changed this while you were editing. Look at the new values and change again.");
    }

    private static Map<String, Object> said(PaySettings settings) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("rate_per_minute", settings.ratePerMinute());
        said.put("daily_limit_minutes", settings.dailyLimitMinutes());
        said.put("frequency_days", settings.frequencyDays());
        said.put("first_pay_date", settings.firstPayDate());
        said.put("pays_at", settings.paysAt());
        said.put("expected_weekly_minutes", settings.expectedWeeklyMinutes());
        tell(said, settings.rule());
        return said;
    }

    private static void tell(Map<String, Object> said, PayRule rule) {
        if (rule.overtime() != null) {
            said.put("overtime_per", rule.overtime().per().name().toLowerCase(Locale.ROOT));
            said.put("overtime_after_seconds", rule.overtime().afterSeconds());
            said.put("overtime_thousandths", rule.overtime().thousandths());
        }
        if (rule.rounding() != null) {
            said.put("rounding", rule.rounding().direction().name().toLowerCase(Locale.ROOT));
            said.put("rounding_seconds", rule.rounding().unitSeconds());
        }
        if (rule.bonus() != null) {
            said.put("bonus_rate_per_minute", PaySettings.decimal(rule.bonus().microsPerMinute()));
            said.put("bonus_from", rule.bonus().from());
            said.put("bonus_to", rule.bonus().to());
        }
        said.put("cap_day_seconds", rule.caps().day());
        said.put("cap_week_seconds", rule.caps().week());
        said.put("cap_month_seconds", rule.caps().month());
        if (rule.marks() != null) {
            said.put("present_minutes", rule.marks().present());
            said.put("late_minutes", rule.marks().late());
            said.put("excused_minutes", rule.marks().excused());
            said.put("absent_minutes", rule.marks().absent());
            said.put("marks_from", rule.marks().from());
        }
    }

    private static void check(PaySettings changed) {
        PaySettingsCheck.problems(changed).stream()
                .findFirst()
                .ifPresent(
                        refusal -> {
                            throw refusal;
                        });
    }
}
