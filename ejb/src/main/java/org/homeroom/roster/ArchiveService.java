package org.homeroom.roster;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.identity.Caller;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.tenancy.TenantContext;

/**
 * Archives classes that are over, and opens them again. Nobody loses anything by it: accounts,
 * balances, taps and messages stay; the class only stops. To close one for good is {@link
 * ClosingService}'s.
 */
@Stateless
@RolesAllowed({Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
public class ArchiveService {

    private static final String SUBJECT = "class";

    @Inject RosterService access;
    @Inject RosterRepository roster;
    @Inject ArchiveRepository archive;
    @Inject SchoolClock clock;
    @Inject AuditService audit;
    @Inject Event<RosterFilled> filled;

    /** Lists the archived classes that the caller runs, the newest first. */
    public List<ArchivedClass> list() {
        Caller caller = CallerContext.require();
        boolean all = caller.has(Roles.SCHOOL_ADMIN) || caller.has(Roles.OPERATOR);
        return archive.list(caller.accountId(), all);
    }

    /** Finds a class that the caller runs among the archived ones. */
    public Optional<ArchivedClass> find(UUID classId) {
        return archive.find(access.ownedClass(classId).id());
    }

    /**
     * Archives a class that the caller runs: whoever is in is tapped out, its students leave it
     * with all they have, its devices are taken back.
     *
     * @throws Refusal not found; CONFLICT when it has ended or the roster system decides over it
     */
    public ArchivedClass archive(UUID classId) {
        ClassRef owned = access.ownedClass(classId);
        if (archive.isSourced(owned.id())) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "This class comes from the school's roster system. End it there; the next"
                            + " roster ends it here.");
        }
        int students =
                archive.archive(owned.id(), clock.now())
                        .orElseThrow(
                                () ->
                                        new Refusal(
                                                ErrorCode.CONFLICT,
                                                "This class is closed already."));
        tell(owned, "roster.class.archived", students);
        return archive.find(owned.id()).orElseThrow();
    }

    /**
     * Opens an archived class again, with the students who were in it.
     *
     * @throws Refusal not found; CONFLICT when it is not archived, or its teacher has another class
     *     in the period
     */
    public ClassRef reopen(UUID classId) {
        ClassRef owned = access.ownedClass(classId);
        ArchivedClass found =
                archive.find(owned.id())
                        .orElseThrow(
                                () ->
                                        new Refusal(
                                                ErrorCode.CONFLICT, "This class is not archived."));
        boolean isTaken =
                owned.teacherId() != null
                        && roster.taughtBy(owned.teacherId()).stream()
                                .anyMatch(other -> other.period().equals(owned.period()));
        if (isTaken) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "There is another class in period "
                            + owned.period()
                            + " now. Archive that one first.");
        }
        archive.reopen(owned.id());
        tell(owned, "roster.class.reopened", found.students());
        return owned;
    }

    private void tell(ClassRef owned, String action, int students) {
        filled.fire(new RosterFilled(TenantContext.require(), List.of(owned.id())));
        audit.record(action, SUBJECT, owned.id(), null, Map.of("students", students));
    }
}
