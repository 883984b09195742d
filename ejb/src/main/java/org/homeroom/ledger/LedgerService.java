package org.homeroom.ledger;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.identity.Caller;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.roster.RosterService;
import org.homeroom.tenancy.TenantContext;

/**
 * The one way into the journal. A purchase is a batch of one, a pay run a batch of thousands; each
 * call is one round trip in the caller's transaction (design.md section 3). Who may move the money
 * is decided by the domain that asks.
 */
@Stateless
public class LedgerService {

    @Inject JournalRepository journal;
    @Inject StatementRepository statements;
    @Inject RosterService roster;
    @Inject AuditService audit;
    @Inject ReversalNews news;
    @Inject Event<ReversalAsked> asked;

    /**
     * Posts the entries, all or none; a known key answers what was posted then.
     *
     * @throws InsufficientFunds when a person's account would be overdrawn
     * @throws IdempotencyConflict when a key was used for other content
     */
    @PermitAll
    public List<PostedEntry> post(List<JournalEntry> entries) {
        return journal.post(entries);
    }

    /**
     * Posts the opposite of each entry, once per entry.
     *
     * @param idempotencyPrefix the same prefix for the same entry posts once
     * @param reason what people read on the statement
     * @throws AlreadyReversed when one was reversed under another prefix
     * @throws Refusal not found, when one does not exist
     */
    @PermitAll
    public List<PostedEntry> reverse(List<UUID> entryIds, String idempotencyPrefix, String reason) {
        Caller caller = CallerContext.current();
        asked.fire(new ReversalAsked(TenantContext.require(), entryIds));
        UUID actor = caller == null ? null : caller.accountId();
        List<PostedEntry> reversals = journal.reverse(entryIds, idempotencyPrefix, reason, actor);
        news.tell();
        return reversals;
    }

    /**
     * Takes back one entry of a class that the caller runs.
     *
     * @param reason at most 255 characters, for the statement
     * @throws AlreadyReversed the second time
     */
    @RolesAllowed({Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
    public PostedEntry reverseAsTeacher(UUID entryId, String reason) {
        roster.ownedClass(statements.bookOf(entryId).orElseThrow(Refusal::notFound));
        String why = reason(reason);
        PostedEntry reversal = reverse(List.of(entryId), "reverse", why).get(0);
        if (reversal.replayed()) {
            throw new AlreadyReversed();
        }
        audit.record(
                "ledger.entry.reversed",
                "entry",
                entryId,
                null,
                Map.of("reason", why, "reversal", reversal.entryId()));
        return reversal;
    }

    /** Requires a reason that people will read. */
    static String reason(String reason) {
        if (reason == null || reason.isBlank() || reason.length() > 255) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "reason",
                    "Say why in 1 to 255 characters; the student reads it.");
        }
        return reason.strip();
    }
}
