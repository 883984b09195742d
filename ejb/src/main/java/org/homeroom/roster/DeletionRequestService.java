package org.homeroom.roster;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.identity.Caller;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Ids;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;

/**
 * Lets teachers wish a class or their account closed, and administrators say no (economy.md 13).
 */
@Stateless
@RolesAllowed({Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.DISTRICT_ADMIN, Roles.PLATFORM_ADMIN})
public class DeletionRequestService {

    private static final String SUBJECT = "deletion_request";

    @Inject ClosingRepository closings;
    @Inject RosterRepository roster;
    @Inject AuditService audit;
    @Inject SchoolClock clock;

    /** Lists the school's wishes for administrators, and a teacher's own for the teacher. */
    public List<DeletionRequest> list() {
        return decides() ? closings.all() : mine();
    }

    /** Lists the caller's own wishes. */
    public List<DeletionRequest> mine() {
        return closings.of(CallerContext.require().accountId());
    }

    /**
     * Wishes the class of a period closed, or the calling teacher's account.
     *
     * @param kind {@code period} or {@code account}
     * @param period null for the account
     * @param reason null for none
     * @throws Refusal naming {@code kind}, {@code period} or {@code reason}; CONFLICT when the same
     *     wish waits already
     */
    @RolesAllowed(Roles.TEACHER)
    public DeletionRequest ask(String kind, String period, String reason) {
        UUID teacher = CallerContext.require().accountId();
        ClassRef of =
                switch (kind == null ? "" : kind) {
                    case "period" -> taught(teacher, ClosingRules.period(period));
                    case "account" -> null;
                    default ->
                            throw new Refusal(
                                    ErrorCode.VALIDATION_ERROR,
                                    "kind",
                                    "Choose period or account.");
                };
        UUID id = Ids.next();
        if (!closings.ask(id, teacher, kind, of, ClosingRules.reason(reason), clock.now())) {
            throw new Refusal(
                    ErrorCode.CONFLICT, "You have asked for this already. Somebody will decide.");
        }
        audit.record(
                "roster.deletion.requested",
                SUBJECT,
                id,
                null,
                of == null
                        ? Map.of("kind", kind)
                        : Map.of("kind", kind, "class", of.id(), "period", of.period()));
        return find(id);
    }

    /**
     * Ends a wish: its teacher withdraws it, an administrator rejects it.
     *
     * @param state {@code withdrawn} or {@code rejected}
     * @throws Refusal not found, when it is not the caller's to end; CONFLICT when it is decided
     */
    public DeletionRequest end(UUID id, String state) {
        Caller caller = CallerContext.require();
        DeletionRequest before = find(id);
        boolean own = before.teacherId().equals(caller.accountId());
        if (!own && !decides()) {
            throw Refusal.notFound();
        }
        boolean allowed = "withdrawn".equals(state) && own || "rejected".equals(state) && decides();
        if (!allowed) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "state",
                    "Withdraw your own request, or reject one as an administrator.");
        }
        if (!closings.resolve(id, state, caller.accountId(), clock.now())) {
            throw new Refusal(ErrorCode.CONFLICT, "This request is decided already.");
        }
        audit.record(
                "roster.deletion." + state,
                SUBJECT,
                id,
                Map.of("state", before.state()),
                Map.of("state", state));
        return find(id);
    }

    private DeletionRequest find(UUID id) {
        return closings.find(id).orElseThrow(Refusal::notFound);
    }

    private ClassRef taught(UUID teacher, String period) {
        return roster.taughtBy(teacher).stream()
                .filter(one -> one.period().equalsIgnoreCase(period))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Refusal(
                                        ErrorCode.VALIDATION_ERROR,
                                        "period",
                                        "You have no class in that period."));
    }

    private static boolean decides() {
        Caller caller = CallerContext.require();
        return caller.has(Roles.SCHOOL_ADMIN)
                || caller.has(Roles.DISTRICT_ADMIN)
                || caller.has(Roles.PLATFORM_ADMIN);
    }
}
