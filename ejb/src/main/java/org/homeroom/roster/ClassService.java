package org.homeroom.roster;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.identity.Caller;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Ids;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.tenancy.TenantContext;

/** Opens classes and changes what teachers may change of them. */
@Stateless
@RolesAllowed({Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
public class ClassService {

    private static final int NAME_LENGTH = 80;
    private static final int PERIOD_LENGTH = 10;
    // Two of a billion codes rarely meet; the bound only keeps a fault from looping for ever.
    private static final int DRAWS = 20;

    @Inject RosterRepository roster;
    @Inject RosterService access;
    @Inject SchoolClock clock;
    @Inject AuditService audit;
    @Inject Event<ClassOpened> opened;

    /**
     * Opens a class for the calling teacher, with a join code that it keeps for ever.
     *
     * @throws Refusal CONFLICT when the teacher has a class in that period
     */
    @RolesAllowed(Roles.TEACHER)
    public ClassDetail open(OpenClass command) {
        Caller caller = CallerContext.require();
        String period = period(command.period());
        if (find(caller.accountId(), period).isPresent()) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "period",
                    "You have a class in period " + period + " already. Choose another period.");
        }
        ClassRef made =
                open(caller.accountId(), name(command.name(), period), period, command.zone());
        return detail(made.id());
    }

    /**
     * Returns the class of that period of the teacher whose class is given, opened now when there
     * is none. The caller must run the given class.
     */
    public ClassRef ofPeriod(UUID classId, String typedPeriod) {
        UUID teacherId = access.ownedClass(classId).teacherId();
        String period = period(typedPeriod);
        return find(teacherId, period)
                .orElseGet(() -> open(teacherId, name(null, period), period, null));
    }

    /** Returns the classes of the teacher whose class is given; none when it has no teacher. */
    public List<ClassRef> besides(UUID classId) {
        UUID teacherId = access.ownedClass(classId).teacherId();
        return teacherId == null ? List.of() : roster.taughtBy(teacherId);
    }

    /** Returns a class that the caller runs, with what may be changed. */
    public ClassDetail detail(UUID classId) {
        return roster.detail(access.ownedClass(classId).id()).orElseThrow(Refusal::notFound);
    }

    /**
     * Changes name and zone.
     *
     * @throws Refusal PRECONDITION_FAILED when somebody changed the class since that version
     */
    public ClassDetail change(UUID classId, ChangeClass command) {
        ClassRef before = access.ownedClass(classId);
        String name = name(command.name(), before.period());
        if (!roster.change(classId, name, command.zone(), command.version())) {
            throw new Refusal(
                    ErrorCode.PRECONDITION_FAILED,
                    "Someone changed this class while you were editing. Read it again, then change it.");
        }
        ClassDetail after = detail(classId);
        audit.record("roster.class.changed", "class", classId, said(before), said(after.ref()));
        return after;
    }

    private static Map<String, Object> said(ClassRef ref) {
        return Map.of("name", ref.name(), "period", ref.period(), "zone", ref.zone());
    }

    private ClassRef open(UUID teacherId, String name, String period, ZoneId zone) {
        UUID id = Ids.next();
        boolean stored = false;
        for (int i = 0; i < DRAWS && !stored; i++) {
            stored = roster.add(id, name, period, zone, JoinCode.draw(), teacherId, clock.now());
        }
        ClassRef made =
                roster.byId(id)
                        .orElseThrow(
                                () ->
                                        new Refusal(
                                                ErrorCode.CONFLICT,
                                                "period",
                                                "Period "
                                                        + period
                                                        + " was opened just now. Look again."));
        audit.record("roster.class.opened", "class", id, null, said(made));
        opened.fire(new ClassOpened(TenantContext.require(), id, made.currency()));
        return made;
    }

    private Optional<ClassRef> find(UUID teacherId, String period) {
        return roster.taughtBy(teacherId).stream()
                .filter(taught -> taught.period().equals(period))
                .findFirst();
    }

    private static String period(String typed) {
        String period = typed == null ? "" : typed.strip().toUpperCase(Locale.ROOT);
        if (period.isEmpty() || period.length() > PERIOD_LENGTH) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "period",
                    "Give the period a short name of 1 to 10 letters or numbers, such as B.");
        }
        return period;
    }

    private static String name(String typed, String period) {
        String name = typed == null || typed.isBlank() ? "Period " + period : typed.strip();
        if (name.length() > NAME_LENGTH) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "name",
                    "The name is too long. Use at most " + NAME_LENGTH + " characters.");
        }
        return name;
    }
}
