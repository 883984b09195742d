package org.homeroom.ledger;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeroom.identity.Caller;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.DisclosureService;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Feed;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;

/**
 * Answers about books. An account is shown to its owner, to the owner's parents and to who runs its
 * class; everything else is not found.
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
    @Inject HoldRepository holds;
    @Inject RosterService roster;
    @Inject DisclosureService disclosures;
    @Inject SchoolClock clock;

    /** Lists the class's accounts for who runs it, for a student the own ones. */
    public List<AccountRow> balances(UUID classId) {
        Caller caller = CallerContext.require();
        if (isOnlyStudent(caller)) {
            roster.classFor(classId);
            return ofOwner(caller.accountId(), classId);
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
        if (!caller.accountId().equals(account.ownerId())
                && !roster.rightsTo(account.ownerId()).showsBalance()) {
            if (account.classId() == null || isOnlyStudent(caller)) {
                throw Refusal.notFound();
            }
            roster.ownedClass(account.classId());
            if (account.ownerId() != null) {
                disclosures.seen(account.ownerId(), "account");
            }
        }
        return account;
    }

    // An account whose entries the caller may see too: a parent may be shown the balance alone.
    private AccountRow told(UUID accountId) {
        AccountRow account = account(accountId);
        UUID owner = account.ownerId();
        boolean told =
                CallerContext.require().accountId().equals(owner)
                        || roster.rightsTo(owner).showsEntries();
        if (!told && (account.classId() == null || !roster.runs(account.classId()))) {
            throw Refusal.notFound();
        }
        return account;
    }

    /**
     * Lists the accounts of the same person in the same class; none for one of the class itself.
     */
    public List<AccountRow> beside(UUID accountId) {
        AccountRow account = account(accountId);
        return account.ownerId() == null
                ? List.of()
                : ofOwner(account.ownerId(), account.classId());
    }

    /**
     * Lists the accounts of a child of the caller's in a class; none for a parent who sees no
     * money.
     *
     * @throws Refusal not found, whether the pupil is absent or not the caller's child
     */
    @RolesAllowed(Roles.PARENT)
    public List<AccountRow> ofChild(UUID studentId, UUID classId) {
        if (!roster.isMyChild(studentId)) {
            throw Refusal.notFound();
        }
        return roster.rightsTo(studentId).showsBalance() ? ofOwner(studentId, classId) : List.of();
    }

    private List<AccountRow> ofOwner(UUID ownerId, UUID classId) {
        return accounts.ofOwner(ownerId).stream()
                .filter(account -> Objects.equals(classId, account.classId()))
                .toList();
    }

    /**
     * Reads the account's entries on from the cursor, in the order of posting.
     *
     * @param after the cursor that the last answer gave; null for the beginning
     * @throws Refusal VALIDATION_ERROR when it is no cursor of such an account
     */
    public Feed<EntryRow> entries(UUID accountId, String after, int limit) {
        AccountRow account = told(accountId);
        if (after != null && !account.gave(after)) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR, "after", "Pass what the last answer gave as next.");
        }
        return statements.after(account, after, limit);
    }

    /** Lists what is set aside on an account now, what ends first on top. */
    public List<Hold> holds(UUID accountId) {
        return holds.live(told(accountId).id());
    }

    /**
     * Returns the account over days of its class.
     *
     * @param from the first day; null for the beginning
     * @param to the last day; null for today
     * @param kind only such entries; null for all
     * @throws Refusal VALIDATION_ERROR when the last day lies before the first
     */
    public Statement statement(UUID accountId, LocalDate from, LocalDate to, String kind) {
        AccountRow account = told(accountId);
        return statement(account, zone(account), from, to, kind);
    }

    /**
     * Returns the seal of the last entry of a statement that was just read; empty when it has none
     * or that one is not sealed yet.
     */
    public Optional<EntrySeal> seal(Statement statement) {
        told(statement.account().id());
        return statement.rows().stream().findFirst().flatMap(row -> statements.seal(row.entryId()));
    }

    /**
     * Returns what the caller has in a class, with what moved since an instant.
     *
     * @throws Refusal not found, when the caller has no account there
     */
    public RecentMoney recent(UUID classId, Instant from) {
        return statements
                .recent(CallerContext.require().accountId(), classId, from)
                .orElseThrow(Refusal::notFound);
    }

    /** Lists what each student has in a class that the caller runs, in no order. */
    public List<StudentFunds> funds(UUID classId) {
        return accounts.funds(roster.ownedClass(classId).id());
    }

    /**
     * Adds up what came to the caller in a class and went, week by week or month by month.
     *
     * @param unit weeks, from Monday, or months
     * @param count how many, this one the last
     * @throws Refusal not found, for a class that the caller may not see
     */
    public List<MoneyFlow> flow(UUID classId, ChronoUnit unit, int count) {
        ClassRef found = roster.classFor(classId);
        boolean weeks = unit == ChronoUnit.WEEKS;
        LocalDate today = LocalDate.ofInstant(clock.now(), found.zone());
        LocalDate last =
                today.with(
                        weeks
                                ? TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)
                                : TemporalAdjusters.firstDayOfMonth());
        LocalDate first = last.minus(count - 1L, unit);
        Map<LocalDate, MoneyFlow> moved =
                statements
                        .flow(
                                found.id(),
                                CallerContext.require().accountId(),
                                weeks ? "week" : "month",
                                found.zone(),
                                first.atStartOfDay(found.zone()).toInstant())
                        .stream()
                        .collect(Collectors.toMap(MoneyFlow::begin, one -> one));
        return Stream.iterate(first, begin -> begin.plus(1, unit))
                .limit(count)
                .map(begin -> moved.getOrDefault(begin, new MoneyFlow(begin, 0, 0)))
                .toList();
    }

    private Statement statement(
            AccountRow account, ZoneId zone, LocalDate from, LocalDate to, String kind) {
        Period period = Period.of(from, to, zone, kind);
        List<EntryRow> rows = statements.within(account, period, MOST_ROWS);
        return new Statement(
                account,
                zone,
                period,
                opening(account, period, rows),
                balanceAt(account, period.to()),
                rows);
    }

    // Rows that are all there is since then say as much as the sum would.
    private long opening(AccountRow account, Period period, List<EntryRow> rows) {
        if (period.from() == null) {
            return 0;
        }
        boolean all = period.to() == null && period.kind() == null && rows.size() < MOST_ROWS;
        return all
                ? account.balance() - rows.stream().mapToLong(EntryRow::amount).sum()
                : balanceAt(account, period.from());
    }

    /**
     * Explains the balance: its sum by kind, and the entries with what is behind them.
     *
     * @param from the first day of the explanation; null for the account's whole life
     * @param to the last day; null for today
     * @throws Refusal VALIDATION_ERROR when the last day lies before the first
     */
    public Why why(UUID accountId, LocalDate from, LocalDate to) {
        AccountRow account = told(accountId);
        ZoneId zone = zone(account);
        Period period = Period.of(from, to, zone, null);
        List<EntryRow> rows = statements.within(account, period, MOST_ROWS);
        Map<UUID, EntryOrigin> origins =
                whys.origins(
                        account.bookId(), accountId, rows.stream().map(EntryRow::entryId).toList());
        Map<UUID, PayStory> pay = whys.payStories(rows);
        Map<UUID, CorrectionStory> corrections = whys.corrections(rows);
        Map<UUID, MarkStory> marks = whys.marks(rows);
        List<WhyTerm> terms = whys.terms(accountId, period.from(), period.to());
        long closing = balanceAt(account, period.to());
        long explained = terms.stream().mapToLong(WhyTerm::amount).sum();
        return new Why(
                account,
                zone,
                period.from(),
                period.to(),
                closing - explained,
                closing,
                terms,
                rows.stream()
                        .map(
                                row ->
                                        new WhyEntry(
                                                row,
                                                origins.get(row.entryId()),
                                                pay.get(row.cause().id()),
                                                corrections.get(row.cause().id()),
                                                marks.get(row.cause().id())))
                        .toList());
    }

    /**
     * Returns what each student of a class that the caller runs has earned so far, in minor units:
     * by pay, rewards, bonuses, interest and payments, without what was taken back.
     */
    public Map<UUID, Long> earnings(UUID classId) {
        return accounts.earnings(roster.ownedClass(classId).id());
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

    private ZoneId zone(AccountRow account) {
        return account.classId() == null
                ? ZoneOffset.UTC
                : roster.classOf(account.classId(), account.ownerId()).zone();
    }

    // Null is now.
    private long balanceAt(AccountRow account, Instant at) {
        return at == null
                ? account.balance()
                : account.balance() - statements.movedSince(account.id(), at);
    }

    // A pupil who is nothing else sees only what is his or hers.
    private static boolean isOnlyStudent(Caller caller) {
        return !caller.has(Roles.TEACHER)
                && !caller.has(Roles.SCHOOL_ADMIN)
                && !caller.has(Roles.OPERATOR);
    }
}
