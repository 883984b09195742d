package org.homeroom.banking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeroom.ledger.IdempotencyConflict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Loans and certificates from the wish to the last posting, as the application's role meets them.
 */
class LendingRepositoryIT {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOW = Instant.parse("2026-03-02T18:00:00Z");

    private BankTables tables;
    private UUID ann;

    @BeforeEach
    void open() throws SQLException {
        tables = new BankTables(2);
        ann = tables.students.get(0);
    }

    @Test
    void theWeeksOfALoanComeToItsPrincipalAndTheLastTakesTheRounding() throws SQLException {
        assertEquals("6 1684 1681 0", row("100.00 at 15 % in 6 weeks", 10_000, 150_000, 6));
        long seed = System.nanoTime();
        System.out.println("schedules seed " + seed);
        Random dice = new Random(seed);
        for (int i = 0; i < 300; i++) {
            long amount = 1 + dice.nextInt(dice.nextBoolean() ? 200 : 1_000_000);
            long rate = 80_000 + dice.nextInt(420_001);
            int weeks = 1 + dice.nextInt(52);
            long[] sums =
                    tables.inTransaction(
                            () ->
                                    tables.lending
                                            .sql
                                            .list(
                                                    "select sum(principal) p, min(principal) l, min(interest) i,"
                                                            + " count(*) n, max(number) m, sum(abs(principal + interest - ("
                                                            + " select principal + interest from banking_schedule(?, ?, ?) limit 1)))"
                                                            + " filter (where number < ?) d from banking_schedule(?, ?, ?)",
                                                    found ->
                                                            new long[] {
                                                                found.getLong("p"),
                                                                found.getLong("l"),
                                                                found.getLong("i"),
                                                                found.getLong("n"),
                                                                found.getLong("m"),
                                                                found.getLong("d")
                                                            },
                                                    amount,
                                                    rate,
                                                    weeks,
                                                    weeks,
                                                    amount,
                                                    rate,
                                                    weeks)
                                            .get(0));
            String at = "seed " + seed + ": " + amount + " at " + rate + " in " + weeks;
            assertEquals(amount, sums[0], at);
            assertTrue(sums[1] > 0 && sums[2] >= 0, at);
            assertTrue(sums[3] <= weeks && sums[3] == sums[4], at);
            if (amount > 100_000) {
                assertEquals(0, sums[5], at);
            }
        }
    }

    private String row(String what, long amount, long rate, int weeks) throws SQLException {
        return tables.inTransaction(
                () ->
                        tables.lending
                                .sql
                                .list(
                                        "select count(*) || ' ' || max(principal + interest) || ' ' ||"
                                                + " (array_agg(principal + interest order by number desc))[1]"
                                                + " || ' ' || sum(principal) - ? as row from banking_schedule(?, ?, ?)",
                                        found -> found.getString("row"),
                                        amount,
                                        amount,
                                        rate,
                                        weeks)
                                .get(0));
    }

    @Test
    void aLoanIsPaidBackWeekByWeekAndAMissedWeekStaysDue() throws SQLException {
        UUID loan = borrow(10_000, 3);
        assertEquals(10_000, tables.balance(ann, "checking"));
        assertEquals(-10_000, tables.balance(ann, "loan"));

        tables.rules("books_at = '16:00', books_since = now()");
        BankDayRepository days = new BankDayRepository();
        days.sql = tables.lending.sql;
        assertEquals(DAY.plusDays(7), tables.inTransaction(days::open).get(0).oldest());
        assertFalse(bookable(DAY.plusDays(6)));
        assertTrue(bookable(DAY.plusDays(7)));
        assertEquals("paid", runThrough(DAY.plusDays(7)).state().wire());
        List<Instalment> weeks = weeks(loan);
        assertEquals("paid", weeks.get(0).state());
        assertEquals(10_000 - weeks.get(0).amount(), tables.balance(ann, "checking"));
        assertEquals(weeks.get(0).principal() - 10_000, tables.balance(ann, "loan"));
        assertEquals(weeks.get(0).interest(), system("loan_interest"));

        tables.move(ann, "spent", "fine", "checking", -tables.balance(ann, "checking"));
        // To be noted as missed, and then no more until there is enough.
        assertTrue(bookable(DAY.plusDays(14)));
        BankRun missed = runThrough(DAY.plusDays(14));
        assertFalse(bookable(DAY.plusDays(15)));
        assertEquals(1, missed.shortCount());
        assertEquals(0, missed.paidCount());
        assertEquals(0, tables.balance(ann, "checking"));
        assertTrue(weeks(loan).get(1).isMissed());

        tables.move(ann, "pay", "payment", "checking", 20_000);
        assertTrue(bookable(DAY.plusDays(15)));
        BankRun both = runThrough(DAY.plusDays(21));
        assertEquals(2, both.paidCount());
        assertEquals("repaid", loan(loan).state());
        assertEquals(0, tables.balance(ann, "loan"));

        assertEquals("reversed", reverse(both));
        assertEquals("running", loan(loan).state());
        assertFalse(weeks(loan).get(1).isMissed());
        assertEquals(20_000, tables.balance(ann, "checking"));
        assertNull(tables.prove());
    }

    @Test
    void aLoanIsPaidOffWithoutTheInterestOfWeeksToComeOrWrittenOff() throws SQLException {
        UUID loan = borrow(10_000, 10);
        LoanEnd tooLittle =
                tables.inTransaction(() -> tables.loans.payOff(loan, ann, DAY.plusDays(7), NOW));
        assertEquals("short", tooLittle.outcome());
        assertEquals(10_000 + weeks(loan).get(0).interest(), tooLittle.amount());

        LoanEnd end = tables.inTransaction(() -> tables.loans.payOff(loan, ann, DAY, NOW));
        assertEquals("posted", end.outcome());
        assertEquals(10_000, end.amount());
        assertEquals("saved", weeks(loan).get(9).state());
        assertEquals(0, tables.balance(ann, "checking"));
        assertEquals(
                "ended",
                tables.inTransaction(() -> tables.loans.payOff(loan, ann, DAY, NOW)).outcome());

        assertTrue(tables.inTransaction(() -> tables.lending.untie(List.of(end.entryId()))));
        assertEquals("running", loan(loan).state());
        assertEquals(10_000, loan(loan).owed());

        UUID other = borrow(5_000, 4);
        LoanEnd gone =
                tables.inTransaction(
                        () -> tables.loans.writeOff(other, "Moved away", tables.teacher, DAY, NOW));
        assertEquals("posted", gone.outcome());
        assertEquals(-5_000, system("loan_loss"));
        assertEquals("written_off", loan(other).state());
        assertNull(tables.prove());
    }

    @Test
    void aPayoutIsNotTakenBackWhileItsFirstWeekIsBeingPaid() throws Exception {
        UUID loan = borrow(10_000, 3);
        UUID payout = UUID.fromString(text("select entry_id from banking_loan"));
        BankRun run = rehearse(DAY.plusDays(7));
        tables.inTransaction(() -> tables.runs.claim(run.id(), tables.teacher, NOW));

        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<Boolean> untied =
                    tables.inTransaction(
                            () -> {
                                tables.runs.pay(run.id(), tables.students);
                                Future<Boolean> begun =
                                        other.submit(
                                                () ->
                                                        tables.inTransaction(
                                                                () ->
                                                                        tables.lending.untie(
                                                                                List.of(payout))));
                                assertThrows(
                                        TimeoutException.class,
                                        () -> begun.get(500, TimeUnit.MILLISECONDS));
                                return begun;
                            });
            assertFalse(untied.get(20, TimeUnit.SECONDS));
        } finally {
            other.shutdownNow();
        }
        assertEquals("paid", weeks(loan).get(0).state());
    }

    private String text(String query) throws SQLException {
        return tables.inTransaction(
                () -> tables.lending.sql.list(query, row -> row.getString(1)).get(0));
    }

    @Test
    void whoGoesLeavesNoWordsBehindAndNoWishThatWaits() throws SQLException {
        borrow(10_000, 3);
        UUID ben = tables.students.get(1);
        UUID waits = UUID.randomUUID();
        BankProduct product = tables.product(BankProduct.LOAN, 150_000, 3, null);
        tables.inTransaction(
                () -> tables.loans.ask(waits, ann, product, 500, "My aunt is ill", NOW));
        tables.inTransaction(
                () -> tables.loans.ask(UUID.randomUUID(), ben, product, 500, "A kite", NOW));

        assertEquals(2, tables.inTransaction(() -> tables.loans.forget(ann, NOW)));
        assertEquals("A kite", text("select min(purpose) from banking_loan where purpose <> '-'"));
        assertEquals(
                "refused", text("select state from banking_loan where id = '%s'".formatted(waits)));
        assertEquals("running", text("select state from banking_loan where amount = 10000"));
        assertEquals(0, tables.inTransaction(() -> tables.loans.forget(ann, NOW)));
    }

    @Test
    void whatSpeaksAgainstALoanIsReckonedFromPayAndTheJournal() throws SQLException {
        LoanQuote quote = quote(10_000, 4);
        // 0.25 a minute, 5 hours a week.
        assertEquals(7_500, quote.income());
        assertEquals(14, quote.cycleDays());
        assertEquals(0, quote.others());
        assertNull(quote.negativeSince());

        tables.rules("overdraft_fees = true, overdraft_limit = 3000, fee_first = 0");
        tables.move(ann, "a", "payment", "checking", 500);
        tables.move(ann, "b", "fine", "checking", -700);
        assertNotNull(quote(10_000, 4).negativeSince());
        tables.move(ann, "c", "payment", "checking", 200);
        assertNull(quote(10_000, 4).negativeSince());

        borrow(10_000, 4);
        assertEquals(quote.instalment(), quote(10_000, 4).others());
    }

    @Test
    void aCertificateIsLockedMaturesOnceOrEndsEarlyForItsPenalty() throws SQLException {
        tables.move(ann, "s", "payment", "savings", 50_000);
        BankProduct year = tables.product(BankProduct.CERTIFICATE, 30_000, 52, null);
        assertEquals(new LockedSavings("short", 50_000), lock(UUID.randomUUID(), year, 50_001));
        UUID one = UUID.randomUUID();
        assertEquals("posted", lock(one, year, 40_000).outcome());
        assertEquals("replayed", lock(one, year, 40_000).outcome());
        assertThrows(IdempotencyConflict.class, () -> lock(one, year, 30_000));
        assertEquals(10_000, tables.balance(ann, "savings"));
        assertEquals(40_000, tables.balance(ann, "certificate"));
        assertEquals(1_200, certificate(one).interest());

        String before = standing();
        assertEquals(0, rehearse(certificate(one).maturesOn().minusDays(1)).lineCount());
        BankRun run = runThrough(certificate(one).maturesOn());
        assertEquals(51_200, tables.balance(ann, "savings"));
        assertEquals(-1_200, system("certificate_interest"));
        assertEquals("matured", certificate(one).state());
        assertEquals(0, rehearse(certificate(one).maturesOn()).lineCount());
        reverse(run);
        assertEquals(before, standing());
        assertEquals("open", certificate(one).state());

        UUID two = UUID.randomUUID();
        lock(two, tables.product(BankProduct.CERTIFICATE, 10_000, 4, 50_000L), 10_000);
        Certificate early = certificate(two);
        assertEquals(9_500, early.early());
        assertTrue(tables.inTransaction(() -> tables.certificates.end(early, DAY, NOW)));
        assertFalse(tables.inTransaction(() -> tables.certificates.end(early, DAY, NOW)));
        assertEquals(9_500, tables.balance(ann, "savings"));

        // What has matured keeps its interest though no run has paid it yet.
        UUID three = UUID.randomUUID();
        lock(three, tables.product(BankProduct.CERTIFICATE, 30_000, 52, 50_000L), 9_000);
        Certificate due = certificate(three);
        assertEquals(8_550, due.endedOn(due.maturesOn().minusDays(1)));
        assertEquals(9_270, due.endedOn(due.maturesOn()));
        assertTrue(tables.inTransaction(() -> tables.certificates.end(due, due.maturesOn(), NOW)));
        assertEquals(9_770, tables.balance(ann, "savings"));
        assertEquals("matured", certificate(three).state());
        assertNull(tables.prove());
    }

    @Test
    void theExpectedWeekStandsAmongTheSettingsOfPay() throws SQLException {
        assertEquals(300, rules().expectedWeeklyMinutes());
        assertEquals(
                75_00, tables.inTransaction(() -> tables.lending.weeklyIncome(tables.classId)));

        assertTrue(expect(600, 300, 0));
        assertTrue(expect(600, 600, 1));

        assertEquals(600, rules().expectedWeeklyMinutes());
        assertEquals(
                150_00, tables.inTransaction(() -> tables.lending.weeklyIncome(tables.classId)));
        assertEquals(1, tables.number("select version from payroll_settings"));
        assertEquals(600, tables.number("select expected_weekly_minutes from payroll_settings"));
    }

    /** What was set there since is neither put back by who leaves it alone nor by who saw else. */
    @Test
    void hoursThatWereSetSinceStay() throws SQLException {
        assertTrue(expect(600, 300, 0));

        assertTrue(expect(300, 300, 1));
        assertEquals(600, rules().expectedWeeklyMinutes());

        assertFalse(expect(120, 300, 2));
        assertEquals(600, rules().expectedWeeklyMinutes());
    }

    // An account that was opened meanwhile and holds nothing is no difference.
    private String standing() throws SQLException {
        return Stream.of(tables.balances().split(","))
                .filter(one -> !one.endsWith("=0"))
                .collect(Collectors.joining(","));
    }

    private Lending rules() throws SQLException {
        return tables.inTransaction(() -> tables.lending.of(tables.classId));
    }

    private boolean expect(int minutes, int seenMinutes, long version) throws SQLException {
        Lending seen = new Lending(true, 0, seenMinutes, 0, version);
        Lending wanted = new Lending(true, 0, minutes, 0, version);
        return tables.inTransaction(() -> tables.lending.store(tables.classId, seen, wanted));
    }

    private UUID borrow(long amount, int weeks) throws SQLException {
        BankProduct product = tables.product(BankProduct.LOAN, 150_000, weeks, null);
        UUID id = UUID.randomUUID();
        assertTrue(
                tables.inTransaction(
                        () -> tables.loans.ask(id, ann, product, amount, "A bicycle", NOW)));
        assertFalse(
                tables.inTransaction(
                        () ->
                                tables.loans.ask(
                                        UUID.randomUUID(), ann, product, amount, "Two", NOW)));
        assertEquals(1, tables.inTransaction(() -> tables.loans.waiting(tables.classId)));
        assertTrue(tables.inTransaction(() -> tables.loans.payOut(id, tables.teacher, DAY, NOW)));
        assertEquals(0, tables.inTransaction(() -> tables.loans.waiting(tables.classId)));
        assertFalse(tables.inTransaction(() -> tables.loans.payOut(id, tables.teacher, DAY, NOW)));
        return id;
    }

    private LoanQuote quote(long amount, int weeks) throws SQLException {
        BankProduct product = tables.product(BankProduct.LOAN, 150_000, weeks, null);
        return tables.inTransaction(
                () -> {
                    tables.loans.hold(tables.classId, ann);
                    return tables.loans.quote(tables.classId, ann, amount, product);
                });
    }

    private LockedSavings lock(UUID id, BankProduct product, long amount) throws SQLException {
        return tables.inTransaction(
                () -> tables.certificates.open(id, ann, product, amount, DAY, NOW));
    }

    private Certificate certificate(UUID id) throws SQLException {
        return tables.inTransaction(() -> tables.certificates.byId(id)).orElseThrow();
    }

    private Loan loan(UUID id) throws SQLException {
        return tables.inTransaction(() -> tables.loans.byId(id, DAY)).orElseThrow();
    }

    private List<Instalment> weeks(UUID loan) throws SQLException {
        return tables.inTransaction(() -> tables.loans.instalments(loan));
    }

    private boolean bookable(LocalDate through) throws SQLException {
        return tables.inTransaction(() -> tables.runs.isBookable(tables.classId, through));
    }

    private BankRun rehearse(LocalDate through) throws SQLException {
        UUID id = UUID.randomUUID();
        return tables.inTransaction(
                () -> {
                    tables.runs.rehearseDue(
                            id, tables.classId, "What is due", through, tables.teacher, NOW);
                    return tables.runs.run(id).orElseThrow();
                });
    }

    // Claimed, paid in two calls of which the second finds nothing, and finished.
    private BankRun runThrough(LocalDate through) throws SQLException {
        BankRun run = rehearse(through);
        assertEquals(
                "running",
                tables.inTransaction(() -> tables.runs.claim(run.id(), tables.teacher, NOW)));
        tables.inTransaction(() -> tables.runs.pay(run.id(), tables.students));
        assertEquals(
                List.of(), tables.inTransaction(() -> tables.runs.pay(run.id(), tables.students)));
        assertTrue(tables.inTransaction(() -> tables.runs.finish(run.id(), NOW)));
        return tables.inTransaction(() -> tables.runs.run(run.id())).orElseThrow();
    }

    private String reverse(BankRun run) throws SQLException {
        return tables.inTransaction(
                () -> tables.runs.reverse(run.id(), "A mistake", tables.teacher, NOW));
    }

    private long system(String kind) throws SQLException {
        return tables.number(
                "select coalesce(sum(balance), 0) from ledger_balance"
                        + " where owner_id is null and kind = ?",
                kind);
    }
}
