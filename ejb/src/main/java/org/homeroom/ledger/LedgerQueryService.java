package org.homeroom.ledger;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.identity.Caller;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.Feed;
import org.homeroom.kernel.Refusal;
import org.homeroom.roster.RosterService;

/**
 * Answers about books. An account is shown to its owner and to who runs its class; everything else is
 * not found.
 */
@Stateless
@PermitAll
public class LedgerQueryService {

    /** How many rows a statement or a why goes back at most. */
    public static final int MOST_ROWS = 2000;

    @Inject LedgerAccountRepository accounts;
    @Inject StatementRepository statements;
    @Inject WhyRepository whys;
    @Inject ProofRepository proofs;
    @Inject RosterService roster;

    /** Lists the class's accounts for who runs it, for a student the own ones. */
    public List<AccountRow> balances(UUID classId) {
        Caller caller = CallerContext.require();
        if (isOnlyStudent(caller)) {
            roster.classFor(classId);
            return accounts.ofOwner(caller.accountId()).stream()
                    .filter(account -> classId.equals(account.classId()))
                    .toList();
        }
        return accounts.ofClass(roster.ownedClass(classId).id());
    }

    /** Lists the caller's own accounts in all classes. */
    public List<AccountRow> mine() {
        return accounts.ofOwner(CallerContext.require().accountId());
    }

    /**
     * Returns an account that the caller may see.
     *
     * @throws Refusal not found, whether it is absent or not the caller's
     */
    public AccountRow account(UUID accountId) {
        Caller caller = CallerContext.require();
        AccountRow account = accounts.byId(accountId).orElseThrow(Refusal::notFound);
        if (!caller.accountId().equals(account.ownerId())) {
            if (account.classId() == null || isOnlyStudent(caller)) {
                throw Refusal.notFound();
            }
            roster.ownedClass(account.classId());
        }
        return account;
    }

    /** Reads the account's entries on from the cursor, in the order of posting. */
    public Feed<EntryRow> entries(UUID accountId, String after, int limit) {
        return statements.after(account(accountId), after, limit);
    }

    /** Lists the newest entries of a class that the caller runs. */
    public List<LatestEntry> latest(UUID classId, int limit) {
        return statements.latest(roster.ownedClass(classId).id(), limit);
    }

    /** Returns the account over a period. */
    public Statement statement(UUID accountId, Period period) {
        AccountRow account = account(accountId);
        long closing = account.balance();
        if (period.to() != null) {
            closing -= statements.movedSince(accountId, period.to());
        }
        long opening =
                period.from() == null
                        ? 0
                        : account.balance() - statements.movedSince(accountId, period.from());
        List<EntryRow> rows = statements.within(account, period, MOST_ROWS);
        return new Statement(account, period, opening, closing, rows);
    }

    /**
     * Explains the balance: its sum by kind, and the entries of each kind with the taps behind them.
     *
     * @param from where the explanation begins; null for the account's whole life
     */
    public Why why(UUID accountId, Instant from) {
        AccountRow account = account(accountId);
        List<EntryRow> rows =
                statements.within(account, new Period(from, null, null), MOST_ROWS);
        Map<UUID, PayStory> pay = whys.payStories(rows);
        long explained = 0;
        List<WhyTerm> terms = new ArrayList<>();
        for (WhyTerm term : whys.terms(accountId, from)) {
            explained += term.amount();
            List<WhyEntry> entries =
                    rows.stream()
                            .filter(row -> row.kind().equals(term.kind()))
                            .map(row -> new WhyEntry(row, pay.get(row.cause().id())))
                            .toList();
            terms.add(new WhyTerm(term.kind(), term.amount(), term.count(), entries));
        }
        return new Why(account, from, account.balance() - explained, terms);
    }

    /** Sums all accounts of the school by currency and kind; each currency totals zero. */
    @RolesAllowed({Roles.SCHOOL_ADMIN, Roles.OPERATOR})
    public List<BalanceTotal> trialBalance() {
        return proofs.trialBalance();
    }

    /** Tells how far the chain reaches and what the newest proof found. */
    @RolesAllowed({Roles.SCHOOL_ADMIN, Roles.OPERATOR})
    public ProofState proof() {
        return new ProofState(proofs.head().orElse(null), proofs.newest().orElse(null));
    }

    // A pupil who is nothing else sees only what is his or hers.
    private static boolean isOnlyStudent(Caller caller) {
        return !caller.has(Roles.TEACHER)
                && !caller.has(Roles.SCHOOL_ADMIN)
                && !caller.has(Roles.OPERATOR);
    }
}
