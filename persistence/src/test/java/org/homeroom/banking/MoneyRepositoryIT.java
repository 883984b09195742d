package org.homeroom.banking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.homeroom.ledger.IdempotencyConflict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Rewards, fines, overdrafts and transfers, as the application's role meets them. */
class MoneyRepositoryIT {

    private BankTables tables;
    private UUID ann;
    private UUID ben;

    @BeforeEach
    void open() throws SQLException {
        tables = new BankTables(4);
        ann = tables.students.get(0);
        ben = tables.students.get(1);
    }

    @Test
    void everybodysMoneyMovesOrNobodys() throws SQLException {
        tables.move(ann, "a", "reward", "checking", 500);
        MoneyMove fine =
                new MoneyMove(
                        tables.classId,
                        "fine",
                        "fine",
                        "A fine",
                        "person",
                        "checking",
                        "fine_income",
                        tables.teacher,
                        List.of(
                                new MoneyMove.Share(ann, null, -200),
                                new MoneyMove.Share(ben, null, -200)));

        List<MovedMoney> answer = tables.inTransaction(() -> tables.money.move(fine));

        assertEquals(List.of(ben), answer.stream().map(MovedMoney::studentId).toList());
        assertTrue(answer.get(0).isShort());
        assertEquals(500, tables.balance(ann, "checking"));
    }

    @Test
    void aRetryMovesOnceAndOtherContentIsRefused() throws SQLException {
        MovedMoney first = tables.move(ann, "once", "reward", "checking", 250);
        MovedMoney again = tables.move(ann, "once", "reward", "checking", 250);

        assertTrue(again.replayed());
        assertEquals(first.entryId(), again.entryId());
        assertEquals(250, tables.balance(ann, "checking"));
        assertThrows(
                IdempotencyConflict.class,
                () -> tables.move(ann, "once", "reward", "checking", 251));
    }

    @Test
    void savingsCoverExactlyWhatIsMissing() throws SQLException {
        tables.rules("overdraft_protection = true");
        tables.move(ann, "a", "reward", "checking", 300);
        tables.move(ann, "b", "payment", "savings", 500);

        assertEquals("covered", tables.move(ann, "c", "fine", "checking", -450).outcome());
        assertEquals(0, tables.balance(ann, "checking"));
        assertEquals(350, tables.balance(ann, "savings"));
        assertEquals("short", tables.move(ann, "d", "fine", "checking", -351).outcome());
    }

    @Test
    void feesGrowWithinTheMonthUpToTheCap() throws SQLException {
        tables.rules(
                "overdraft_fees = true, overdraft_limit = 10000, fee_kind = 'progressive',"
                        + " fee_first = 500, fee_second = 1000, fee_later = 1500, fee_month_cap = 2000");

        assertEquals("overdrawn", tables.move(ann, "1", "fine", "checking", -100).outcome());
        assertEquals(-600, tables.balance(ann, "checking"));
        tables.move(ann, "2", "fine", "checking", -100);
        assertEquals(-1700, tables.balance(ann, "checking"));
        tables.move(ann, "3", "fine", "checking", -100);
        assertEquals(-2300, tables.balance(ann, "checking"));
        tables.move(ann, "4", "fine", "checking", -100);
        assertEquals(-2400, tables.balance(ann, "checking"));
        assertTrue(tables.move(ann, "1", "fine", "checking", -100).replayed());
        assertEquals(-2400, tables.balance(ann, "checking"));
        assertEquals("short", tables.move(ann, "5", "fine", "checking", -7601).outcome());
        // Only fines, purchases and rent go below zero; a payment neither does nor is charged for.
        assertEquals("short", tables.move(ann, "6", "payment", "checking", -100).outcome());
        assertEquals(-2400, tables.balance(ann, "checking"));
        assertEquals("posted", tables.move(ann, "7", "payment", "checking", 100).outcome());
        tables.move(ann, "8", "payment", "checking", -100);
        assertEquals(-2300, tables.balance(ann, "checking"));
        assertNull(tables.prove());
    }

    @Test
    void theDaysLimitHoldsForOthersOnly() throws SQLException {
        tables.move(ann, "a", "reward", "checking", 5000);

        assertEquals("posted", send(ann, ben, "1", 1500, 2000L).outcome());
        assertEquals("limit", send(ann, ben, "2", 501, 2000L).outcome());
        assertEquals("posted", send(ann, ben, "3", 500, 2000L).outcome());
        assertEquals("posted", own(ann, "4", 3000).outcome());
        assertEquals("short", own(ann, "5", 1).outcome());
    }

    @RepeatedTest(5)
    void transfersConserveMoneyOverRandomHistories(RepetitionInfo run) throws SQLException {
        long seed = 41L * run.getCurrentRepetition();
        System.out.println("transfers seed " + seed);
        Random dice = new Random(seed);
        long given = 0;
        for (UUID student : tables.students) {
            given += 1000;
            tables.move(student, "start:" + student, "reward", "checking", 1000);
        }
        for (int step = 0; step < 100; step++) {
            UUID from = tables.students.get(dice.nextInt(4));
            UUID to = tables.students.get(dice.nextInt(4));
            long amount = 1 + dice.nextInt(900);
            if (from.equals(to)) {
                own(from, "h" + step, amount);
            } else {
                send(from, to, "h" + step, amount, 100_000L);
            }
            assertEquals(given, tables.people(), "seed " + seed);
        }
        assertNull(tables.prove());
    }

    private TransferOutcome own(UUID student, String key, long amount) throws SQLException {
        return transfer(
                tables.account(student, "checking"),
                tables.account(student, "savings"),
                key,
                "transfer",
                amount,
                null);
    }

    private TransferOutcome send(UUID from, UUID to, String key, long amount, Long limit)
            throws SQLException {
        return transfer(
                tables.account(from, "checking"),
                tables.account(to, "checking"),
                key,
                "student_transfer",
                amount,
                limit);
    }

    private TransferOutcome transfer(
            UUID from, UUID to, String key, String kind, long amount, Long limit)
            throws SQLException {
        Transfer transfer =
                new Transfer(
                        from,
                        to,
                        amount,
                        "transfer:" + key,
                        kind,
                        "A transfer",
                        ann,
                        ann,
                        limit == null ? null : Instant.now().minusSeconds(3600),
                        limit);
        return tables.inTransaction(() -> tables.money.transfer(transfer));
    }
}
