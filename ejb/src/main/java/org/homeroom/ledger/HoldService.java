package org.homeroom.ledger;

import jakarta.annotation.Nullable;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Money;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;
import org.homeroom.tenancy.TenantContext;

/**
 * Sets an amount aside on a student's checking account, such as a deposit for a book. It lowers
 * what may be spent and not the balance, until it is given free, captured for the class, or
 * expires.
 */
@Stateless
@RolesAllowed({Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
public class HoldService {

    private static final int NEWEST = 200;
    private static final int LONGEST_REASON = 200;
    private static final long LARGEST = 100_000_000L;
    private static final Duration LONGEST = Duration.ofDays(366);

    @Inject HoldRepository holds;
    @Inject LedgerAccounts accounts;
    @Inject RosterService roster;
    @Inject SchoolClock clock;
    @Inject AuditService audit;
    @Inject Event<MoneyMoved> moved;

    /**
     * Sets an amount aside once, however often the same act is asked for.
     *
     * @param act the hold's id
     * @param amount in minor units
     * @param reason at most 200 characters; the student reads it
     * @param expires at most a year ahead
     * @throws Refusal conflict, when less than that may be spent; not found, for somebody who is
     *     not in the class
     */
    public Hold place(
            UUID act,
            UUID classId,
            UUID studentId,
            long amount,
            String reason,
            @Nullable Instant expires) {
        ClassRef found = roster.ownedClass(classId);
        if (studentId == null) {
            throw wrong("student_id", "Choose a student.");
        }
        UUID account = accounts.personal(found.id(), studentId, "checking");
        check(amount, reason, expires);
        UUID by = CallerContext.require().accountId();
        HoldRepository.Placed placed =
                holds.place(act, account, amount, reason.strip(), expires, by);
        if (placed.outcome().equals("short")) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "amount",
                    "The account has "
                            + new Money(placed.free(), found.currency()).toDecimal()
                            + " to spend. Set at most that aside.");
        }
        if (placed.outcome().equals("held")) {
            audit.record(
                    "ledger.hold.placed",
                    "hold",
                    act,
                    null,
                    Map.of("account", account, "amount", amount, "expires", expires));
        }
        return holds.byId(act).orElseThrow();
    }

    private void check(long amount, String reason, Instant expires) {
        if (amount <= 0) {
            throw wrong("amount", "The amount must be more than zero.");
        }
        if (amount > LARGEST) {
            throw wrong("amount", "The amount goes from 0.01 to 1,000,000.00.");
        }
        if (reason == null || reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            throw wrong(
                    "reason", "Say what it is for, in 1 to 200 characters; the student reads it.");
        }
        Instant now = clock.now();
        if (expires == null || !expires.isAfter(now) || expires.isAfter(now.plus(LONGEST))) {
            throw wrong("expires_at", "Choose an end within a year from now.");
        }
    }

    /** Lists the newest holds of a class that the caller runs, ended ones too. */
    public List<Hold> list(UUID classId) {
        return holds.ofBook(roster.ownedClass(classId).id(), NEWEST);
    }

    /** Returns a hold of a class that the caller runs. */
    public Hold find(UUID holdId) {
        return owned(holdId);
    }

    /**
     * Gives what was set aside free again.
     *
     * @throws Refusal conflict, when it was released or captured before
     */
    public Hold release(UUID holdId) {
        return end(owned(holdId), null);
    }

    /**
     * Takes what was set aside, or a part of it, for the class; the rest is free again.
     *
     * @param amount in minor units; null for all
     * @throws Refusal conflict, when it was ended before or has expired
     * @throws InsufficientFunds when the account does not hold it any more
     */
    public Hold capture(UUID holdId, @Nullable Long amount) {
        Hold hold = owned(holdId);
        long take = amount == null ? hold.amount() : amount;
        if (take <= 0 || take > hold.amount()) {
            throw wrong("amount", "At most what is set aside can be captured.");
        }
        return end(hold, take);
    }

    private Hold end(Hold hold, @Nullable Long take) {
        UUID by = CallerContext.require().accountId();
        String wanted = take == null ? "released" : "captured";
        HoldRepository.Ended ended = holds.end(hold.id(), take, by);
        if (!ended.outcome().equals(wanted)) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    ended.outcome().equals("expired")
                            ? "This ended by itself. The money is free again; set it aside anew to take it."
                            : "This was released, captured or has expired before.");
        }
        audit.record(
                "ledger.hold." + wanted,
                "hold",
                hold.id(),
                null,
                Map.of("amount", take == null ? hold.amount() : take));
        if (take != null) {
            moved.fire(
                    new MoneyMoved(
                            TenantContext.require(),
                            hold.bookId(),
                            hold.studentId(),
                            ended.entryId(),
                            "hold",
                            new Money(-take, hold.currency()),
                            hold.reason()));
        }
        return holds.byId(hold.id()).orElseThrow();
    }

    private Hold owned(UUID holdId) {
        Hold hold = holds.byId(holdId).orElseThrow(Refusal::notFound);
        roster.ownedClass(hold.bookId());
        return hold;
    }

    private static Refusal wrong(String field, String message) {
        return new Refusal(ErrorCode.VALIDATION_ERROR, field, message);
    }
}
