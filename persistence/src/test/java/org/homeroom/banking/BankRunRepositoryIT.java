package org.homeroom.banking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Bonuses and interest from rehearsal to reversal. */
class BankRunRepositoryIT {

    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

    private BankTables tables;
    private UUID ann;

    @BeforeEach
    void open() throws SQLException {
        tables = new BankTables(3);
        ann = tables.students.get(0);
    }

    @Test
    void aMonthOnAThousandPaysWhatTheRulesSay() throws SQLException {
        tables.saved(ann, 100_000, on(FIRST.minusDays(1)));

        assertEquals(375, interest("method = 'simple'"));
        assertEquals(375, interest("method = 'compound', compounding = 'monthly'"));
        assertEquals(371, interest("compounding = 'daily'"));
        assertEquals(375, interest("compounding = 'weekly'"));
        assertEquals(
                375, interest("compounding = 'monthly', rate_micros = 3750, rate_per = 'month'"));
    }

    @Test
    void aHundredForAMonthIsThirtyEight() throws SQLException {
        tables.saved(ann, 10_000, on(FIRST.minusDays(1)));

        assertEquals(38, interest("method = 'simple'"));
    }

    @Test
    void moneyCountsForTheDaysItWasThere() throws SQLException {
        tables.saved(ann, 100_000, on(FIRST.plusDays(15)));
        tables.saved(ann, -40_000, on(FIRST.plusDays(25)));
        // 15 days of nothing, 10 of 1000.00, 5 of 600.00.
        long average = (10 * 100_000L + 5 * 60_000L) / 30;

        BankRun run = rehearse(FIRST);

        assertEquals(average, line(run).average());
    }

    @Test
    void theForecastIsThatOfTheRules() throws SQLException {
        tables.rules("rate_micros = 45000, method = 'simple'");
        assertEquals(104_500, forecast().get(12));
        tables.rules("method = 'compound'");
        assertEquals(13, forecast().size());
        assertEquals(104_594, forecast().get(12));
    }

    @Test
    void aPeriodIsPaidOnceAndTheNextFollowsIt() throws SQLException {
        tables.saved(ann, 100_000, on(FIRST.minusDays(1)));
        tables.rules("rate_micros = 45000, first_day = '2026-03-01'");
        BankRun first = rehearse(FIRST);
        BankRun twin = rehearse(FIRST);

        pay(first);

        assertEquals("overlap", claim(twin));
        assertEquals("already paid", claim(first));
        BankPeriod next =
                tables.inTransaction(() -> tables.runs.nextPeriod(tables.classId, ZONE.getId()));
        assertEquals(FIRST.plusDays(30), next.from());
        assertEquals(375, tables.balance(ann, "savings") - 100_000);

        reverse(first);
        assertEquals(100_000, tables.balance(ann, "savings"));
        pay(rehearse(FIRST));
        assertEquals(100_375, tables.balance(ann, "savings"));
    }

    @Test
    void aPeriodWithoutInterestIsBookedSoThatTheNextCanCome() throws SQLException {
        tables.rules("rate_micros = 45000, first_day = '2026-03-01'");

        pay(rehearse(FIRST));

        BankPeriod next =
                tables.inTransaction(() -> tables.runs.nextPeriod(tables.classId, ZONE.getId()));
        assertEquals(FIRST.plusDays(30), next.from());
    }

    @Test
    void aChangedBalanceMakesAFeeStale() throws SQLException {
        tables.move(ann, "a", "reward", "checking", 100);
        BankRun run = bonus(-200);
        assertEquals(3, run.shortCount());
        assertEquals("empty", claim(run));

        BankRun again = bonus(-50);
        assertEquals(2, again.shortCount());
        assertEquals(1, again.studentCount());
        tables.move(tables.students.get(1), "b", "reward", "checking", 100);
        assertEquals("changed", claim(again));
    }

    /** A bonus has no job that goes on after a crash. */
    @Test
    void aRunThatStandsStillCanGoOn() throws SQLException {
        BankRun run = bonus(100);
        assertEquals(List.of(), failStill(Duration.ofHours(-1)));
        assertEquals("running", claim(run));
        List<UUID> first = unpaid(run);
        tables.inTransaction(() -> tables.runs.pay(run.id(), first));

        assertEquals(List.of(), failStill(Duration.ofMinutes(2)));
        assertEquals(List.of(run.id()), failStill(Duration.ofSeconds(-1)));

        assertEquals(
                BankRunState.FAILED,
                tables.inTransaction(() -> tables.runs.run(run.id())).orElseThrow().state());
        assertEquals("running", claim(run));
        finish(run);
        assertEquals(List.of(), failStill(Duration.ofHours(-1)));
        assertNull(tables.prove());
    }

    private List<UUID> failStill(Duration patience) throws SQLException {
        return tables.inTransaction(() -> tables.runs.failStill(patience, "It stood still."));
    }

    @RepeatedTest(20)
    void aRunAndItsReversalAreNothing(RepetitionInfo repetition) throws SQLException {
        long seed = 73L * repetition.getCurrentRepetition();
        System.out.println("run and reversal seed " + seed);
        Random dice = new Random(seed);
        tables.rules(
                dice.nextBoolean()
                        ? "overdraft_fees = true, overdraft_limit = 1000, fee_first = 100"
                        : "overdraft_protection = " + dice.nextBoolean());
        for (int step = 0; step < 10; step++) {
            UUID student = tables.students.get(dice.nextInt(3));
            String account = dice.nextBoolean() ? "checking" : "savings";
            tables.move(student, "s" + step, "payment", account, (dice.nextInt(900) - 200L) | 1);
        }
        String before = tables.balances();
        BankRun run = bonus(dice.nextInt(1600) - 800L);

        String outcome = claim(run);
        if (outcome.equals("running")) {
            finish(run);
            reverse(run);
        }

        assertEquals(before, tables.balances(), "seed " + seed);
        assertNull(tables.prove());
    }

    private long interest(String rules) throws SQLException {
        tables.rules("rate_micros = 45000, rate_per = 'year', first_day = '2026-03-01'");
        tables.rules(rules);
        return line(rehearse(FIRST)).amount();
    }

    private BankLine line(BankRun run) throws SQLException {
        return tables.inTransaction(() -> tables.runs.lines(run.id())).stream()
                .filter(one -> one.studentId().equals(ann))
                .findFirst()
                .orElseThrow();
    }

    private List<Long> forecast() throws SQLException {
        return tables.inTransaction(() -> tables.runs.forecast(tables.classId, 100_000));
    }

    private BankRun rehearse(LocalDate from) throws SQLException {
        UUID id = UUID.randomUUID();
        return tables.inTransaction(
                () -> {
                    tables.runs.rehearseInterest(
                            id,
                            tables.classId,
                            "Interest",
                            new BankPeriod(from, from.plusDays(30)),
                            ZONE.getId(),
                            tables.teacher,
                            Instant.now());
                    return tables.runs.run(id).orElseThrow();
                });
    }

    private BankRun bonus(long amount) throws SQLException {
        UUID id = UUID.randomUUID();
        return tables.inTransaction(
                () -> {
                    tables.runs.rehearseBonus(
                            id,
                            tables.classId,
                            "Bonus",
                            amount == 0 ? 1 : amount,
                            tables.teacher,
                            Instant.now());
                    return tables.runs.run(id).orElseThrow();
                });
    }

    private String claim(BankRun run) throws SQLException {
        return tables.inTransaction(
                () -> tables.runs.claim(run.id(), tables.teacher, Instant.now()));
    }

    private void pay(BankRun run) throws SQLException {
        assertEquals("running", claim(run));
        finish(run);
    }

    // One student at a time, each asked for twice.
    private void finish(BankRun run) throws SQLException {
        List<UUID> next = new ArrayList<>(unpaid(run));
        while (!next.isEmpty()) {
            List<UUID> students = List.copyOf(next);
            tables.inTransaction(() -> tables.runs.pay(run.id(), students));
            assertTrue(tables.inTransaction(() -> tables.runs.pay(run.id(), students)).isEmpty());
            next = unpaid(run);
        }
        assertTrue(tables.inTransaction(() -> tables.runs.finish(run.id(), Instant.now())));
    }

    private List<UUID> unpaid(BankRun run) throws SQLException {
        return tables.inTransaction(() -> tables.runs.unpaid(run.id(), 1));
    }

    private void reverse(BankRun run) throws SQLException {
        assertEquals(
                "reversed",
                tables.inTransaction(
                        () ->
                                tables.runs.reverse(
                                        run.id(), "Wrong", tables.teacher, Instant.now())));
    }

    private static Instant on(LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(ZONE).toInstant();
    }
}
