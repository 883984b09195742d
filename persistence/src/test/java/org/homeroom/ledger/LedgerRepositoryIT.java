package org.homeroom.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.homeroom.kernel.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The laws of the journal, as the application's role meets them. */
class LedgerRepositoryIT {

    private LedgerTables tables;
    private UUID ann;
    private UUID ben;

    @BeforeEach
    void openBook() throws SQLException {
        tables = new LedgerTables(6);
        ann = tables.people.get(0);
        ben = tables.people.get(1);
    }

    @RepeatedTest(5)
    void keepsItsLawsOverRandomHistories(RepetitionInfo run) throws SQLException {
        Random dice = new Random(run.getCurrentRepetition());
        Map<UUID, Long> expected = new HashMap<>();
        List<JournalEntry> posted = new ArrayList<>();
        List<UUID> reversible = new ArrayList<>();
        for (int step = 0; step < 60; step++) {
            List<JournalEntry> batch = new ArrayList<>();
            for (int i = dice.nextInt(4); i >= 0; i--) {
                batch.add(
                        posted.isEmpty() || dice.nextInt(5) > 0
                                ? random(dice, "h:" + step + ":" + i)
                                : posted.get(dice.nextInt(posted.size())));
            }
            try {
                List<PostedEntry> answers = tables.inTransaction(() -> tables.journal.post(batch));
                for (int i = 0; i < batch.size(); i++) {
                    if (!answers.get(i).replayed() && !posted.contains(batch.get(i))) {
                        apply(expected, batch.get(i), 1);
                        posted.add(batch.get(i));
                        reversible.add(answers.get(i).entryId());
                    }
                }
            } catch (InsufficientFunds overdrawn) {
                assertTrue(expected.getOrDefault(overdrawn.accountId(), 0L) < 100_000);
            }
            if (dice.nextInt(6) == 0 && !reversible.isEmpty()) {
                UUID entry = reversible.remove(dice.nextInt(reversible.size()));
                List<PostedEntry> back =
                        tables.inTransaction(
                                () ->
                                        tables.journal.reverse(
                                                List.of(entry), "undo", "Wrong", null));
                back.get(0)
                        .lines()
                        .forEach(
                                line -> expected.merge(line.accountId(), line.amount(), Long::sum));
            }
        }
        for (UUID account : tables.people) {
            assertEquals(expected.getOrDefault(account, 0L), tables.balance(account));
        }
        assertEquals(expected.getOrDefault(tables.expense, 0L), tables.balance(tables.expense));
        assertEquals(0, expected.values().stream().mapToLong(Long::longValue).sum());
        assertNull(tables.prove());
    }

    private JournalEntry random(Random dice, String key) {
        List<UUID> all = new ArrayList<>(tables.people);
        all.add(tables.expense);
        UUID from = dice.nextInt(3) > 0 ? tables.expense : all.remove(dice.nextInt(6));
        all.remove(from);
        UUID to = all.get(dice.nextInt(all.size()));
        return tables.transfer(key, from, to, 1 + dice.nextInt(5000));
    }

    private static void apply(Map<UUID, Long> expected, JournalEntry entry, int sign) {
        entry.postings()
                .forEach(line -> expected.merge(line.accountId(), sign * line.amount(), Long::sum));
    }

    @Test
    void postsARetryOnceAndRefusesOtherContentUnderTheKey() throws SQLException {
        JournalEntry pay = tables.transfer("pay:1", tables.expense, ann, 500);
        PostedEntry first = tables.post(pay);
        PostedEntry again = tables.post(pay);

        assertFalse(first.replayed());
        assertTrue(again.replayed());
        assertEquals(first.entryId(), again.entryId());
        assertEquals(first.lines(), again.lines());
        assertEquals(500, tables.balance(ann));
        assertThrows(
                IdempotencyConflict.class,
                () -> tables.post(tables.transfer("pay:1", tables.expense, ann, 501)));
        List<JournalEntry> both = List.of(pay, tables.transfer("pay:2", tables.expense, ben, 7));
        List<PostedEntry> mixed = tables.inTransaction(() -> tables.journal.post(both));
        assertEquals(List.of(true, false), mixed.stream().map(PostedEntry::replayed).toList());
        assertEquals(500, tables.balance(ann));
        assertEquals(7, tables.balance(ben));
    }

    @Test
    void refusesToOverdrawAndSaysByHowMuch() throws SQLException {
        tables.post(tables.transfer("pay", tables.expense, ann, 8150));

        InsufficientFunds refusal =
                assertThrows(
                        InsufficientFunds.class,
                        () -> tables.post(tables.transfer("buy", ann, ben, 9000)));

        assertEquals(ann, refusal.accountId());
        assertEquals(
                "The account has 81.50. This costs 90.00. That is 8.50 short.",
                refusal.getMessage());
        assertEquals(8150, tables.balance(ann));
        List<JournalEntry> batch =
                List.of(
                        tables.transfer("buy:1", ann, ben, 8000),
                        tables.transfer("buy:2", ann, ben, 151));
        assertThrows(
                InsufficientFunds.class,
                () -> tables.inTransaction(() -> tables.journal.post(batch)));
        assertEquals(0, tables.balance(ben));
    }

    @Test
    void reversesOnceEvenWhenTheMoneyIsSpent() throws SQLException {
        PostedEntry pay = tables.post(tables.transfer("pay", tables.expense, ann, 500));
        tables.post(tables.transfer("spend", ann, ben, 400));
        List<UUID> entries = List.of(pay.entryId());

        tables.inTransaction(() -> tables.journal.reverse(entries, "undo", "Wrong rate", null));

        assertEquals(-400, tables.balance(ann));
        PostedEntry again =
                tables.inTransaction(
                                () -> tables.journal.reverse(entries, "undo", "Wrong rate", null))
                        .get(0);
        assertTrue(again.replayed());
        assertThrows(
                AlreadyReversed.class,
                () ->
                        tables.inTransaction(
                                () -> tables.journal.reverse(entries, "other", "Again", null)));
        assertThrows(
                AlreadyReversed.class,
                () ->
                        tables.inTransaction(
                                () ->
                                        tables.journal.reverse(
                                                List.of(again.entryId()), "undo", "Back", null)));
        assertNull(tables.prove());
    }

    @Test
    void losesNothingAmongSixteenThreads() throws Exception {
        tables.inTransaction(
                () ->
                        tables.journal.post(
                                tables.people.stream()
                                        .map(
                                                to ->
                                                        tables.transfer(
                                                                "seed:" + to,
                                                                tables.expense,
                                                                to,
                                                                100_000))
                                        .toList()));
        ExecutorService threads = Executors.newFixedThreadPool(16);
        List<Callable<Void>> work = new ArrayList<>();
        for (int thread = 0; thread < 16; thread++) {
            int number = thread;
            work.add(
                    () -> {
                        Random dice = new Random(number);
                        for (int i = 0; i < 25; i++) {
                            List<JournalEntry> batch = new ArrayList<>();
                            for (int j = 0; j <= i % 3; j++) {
                                int from = dice.nextInt(6);
                                UUID to = tables.people.get((from + 1 + dice.nextInt(5)) % 6);
                                batch.add(
                                        tables.transfer(
                                                "t:" + number + ":" + i + ":" + j,
                                                tables.people.get(from),
                                                to,
                                                1 + dice.nextInt(50)));
                            }
                            tables.inTransaction(() -> tables.journal.post(batch));
                            // The same keys by two threads at once.
                            tables.inTransaction(
                                    () ->
                                            tables.journal.post(
                                                    List.of(
                                                            tables.transfer(
                                                                    "shared:"
                                                                            + number % 2
                                                                            + ":"
                                                                            + batch.size(),
                                                                    tables.expense,
                                                                    ann,
                                                                    1))));
                        }
                        return null;
                    });
        }
        for (Future<Void> done : threads.invokeAll(work)) {
            done.get();
        }
        threads.shutdown();
        long sum = 0;
        for (UUID account : tables.people) {
            sum += tables.balance(account);
        }
        assertEquals(600_000 + 6, sum);
        assertEquals(-sum, tables.balance(tables.expense));
        assertNull(tables.prove());
    }

    @Test
    void cannotBeChangedByTheApplicationNorByTheOwner() throws SQLException {
        tables.post(tables.transfer("pay", tables.expense, ann, 500));
        for (String table : List.of("ledger_entry", "ledger_posting", "ledger_seal")) {
            for (String change : List.of("delete from ", "truncate ")) {
                assertEquals("42501", refusedAsApp(change + table));
            }
            assertEquals("42501", refusedAsApp("update " + table + " set school_id = school_id"));
            try (Connection owner = TestDatabase.get().owner();
                    Statement sql = owner.createStatement()) {
                for (String change :
                        List.of(
                                "delete from " + table,
                                "truncate " + table + " cascade",
                                "update " + table + " set school_id = school_id")) {
                    SQLException refusal =
                            assertThrows(SQLException.class, () -> sql.execute(change));
                    assertEquals("HR405", refusal.getSQLState());
                }
            }
        }
    }

    private String refusedAsApp(String change) {
        return assertThrows(
                        SQLException.class,
                        () -> {
                            try (Connection app = TestDatabase.get().asSchool(tables.school);
                                    Statement sql = app.createStatement()) {
                                sql.execute(change);
                            }
                        })
                .getSQLState();
    }

    @Test
    void refusesHandWrittenEntriesThatDoNotBalance() throws SQLException {
        try (Connection app = TestDatabase.get().asSchool(tables.school);
                Statement sql = app.createStatement()) {
            sql.execute(
                    """
                    insert into ledger_entry (school_id, book_id, id, idempotency_key, request_hash,
                        kind, description, cause_type)
                      values ('%s', '%s', gen_random_uuid(), 'odd', '', 'pay', 'Odd', 'test')
                    """
                            .formatted(tables.school, tables.book));
            assertEquals("HR422", assertThrows(SQLException.class, app::commit).getSQLState());
        }
        tables.post(tables.transfer("pay", tables.expense, ann, 500));
        assertEquals(
                "23503",
                refusedAsApp(
                        """
                        insert into ledger_posting (school_id, book_id, entry_id, line, account_id,
                            amount)
                          select school_id, book_id, id, 3, '%s', 5 from ledger_entry
                        """
                                .formatted(tables.expense)));
    }

    @Test
    void keepsBooksAndSchoolsApart() throws SQLException {
        LedgerTables elsewhere = new LedgerTables(1);
        UUID stranger = elsewhere.people.get(0);
        assertThrows(
                IllegalStateException.class,
                () -> tables.post(tables.transfer("x", tables.expense, stranger, 5)));

        UUID other = UUID.randomUUID();
        UUID kes =
                tables.inTransaction(
                        () -> {
                            tables.accounts.openBook(tables.school, other, "KES");
                            tables.accounts.open(tables.school, other, "pay_expense", null);
                            return tables.accounts.find(other, "pay_expense", null).orElseThrow();
                        });
        assertThrows(
                IllegalStateException.class,
                () -> tables.post(tables.transfer("mixed", kes, ann, 5)));
        List<JournalEntry> batch =
                List.of(
                        tables.transfer("good", tables.expense, ann, 5),
                        tables.transfer("bad", kes, ann, 5));
        assertThrows(
                IllegalStateException.class,
                () -> tables.inTransaction(() -> tables.journal.post(batch)));
        assertEquals(0, tables.balance(ann));
        tables.post(tables.transfer("pay", tables.expense, ann, 5));
        assertTrue(elsewhere.inTransaction(() -> elsewhere.accounts.byId(ann)).isEmpty());
    }

    @Test
    void findsAChangedByteAndWhereItIs() throws SQLException {
        tables.post(tables.transfer("one", tables.expense, ann, 500));
        PostedEntry two = tables.post(tables.transfer("two", tables.expense, ben, 500));
        tables.post(tables.transfer("three", tables.expense, ann, 500));
        assertNull(tables.prove());

        tamper("update homeroom.ledger_entry set description = 'B transfer' where id = '%s'", two);
        assertEquals("entry " + two.entryId() + " or its seal 2 was changed", tables.prove());

        tamper("update homeroom.ledger_entry set description = 'A transfer' where id = '%s'", two);
        assertNull(tables.prove());
        tamper("delete from homeroom.ledger_posting where entry_id = '%s'", two);
        tamper("delete from homeroom.ledger_entry where id = '%s'", two);
        assertEquals("entry " + two.entryId() + " of seal 2 is missing", tables.prove());
    }

    @Test
    void findsABalanceThatIsNotTheSumOfItsPostings() throws SQLException {
        PostedEntry pay = tables.post(tables.transfer("one", tables.expense, ann, 500));
        assertNull(tables.prove());
        tamper(
                "update homeroom.ledger_account set balance = 501 where version = 1 and '%s' <> ''",
                pay);
        assertEquals("account " + ann + " holds 501 but its postings sum to 500", tables.prove());
        tamper(
                "update homeroom.ledger_account set balance = 500 where version = 1 and '%s' <> ''",
                pay);
    }

    // Even a superuser has to switch the guards off first.
    private void tamper(String change, PostedEntry entry) throws SQLException {
        try (Connection superuser =
                        DriverManager.getConnection(TestDatabase.get().url(), "postgres", "");
                Statement sql = superuser.createStatement()) {
            sql.execute("set session_replication_role = replica");
            sql.execute(
                    change.formatted(entry.entryId()) + " and school_id = '" + tables.school + "'");
        }
    }

    @Test
    void sealsNothingThatCouldStillBeOvertaken() throws SQLException {
        try (Connection slow = TestDatabase.get().asSchool(tables.school);
                Statement sql = slow.createStatement()) {
            sql.execute("select pg_current_xact_id()");
            tables.post(tables.transfer("fast", tables.expense, ann, 500));
            assertEquals(0, tables.inTransaction(() -> tables.proofs.sealNext(10)).sealed());
            slow.commit();
        }
        assertEquals(1, tables.inTransaction(() -> tables.proofs.sealNext(10)).sealed());
        assertEquals(0, tables.inTransaction(() -> tables.proofs.sealNext(10)).sealed());
    }

    @Test
    void knowsAnUntrackedBalanceFromItsSnapshotOn() throws SQLException {
        tables.post(tables.transfer("one", tables.expense, ann, 500));
        assertEquals(
                1L,
                tables.inTransaction(() -> tables.proofs.takeSnapshot(LocalDate.of(2026, 1, 1))));
        tables.post(tables.transfer("two", tables.expense, ann, 200));

        assertEquals(-700, tables.balance(tables.expense));
        tables.inTransaction(() -> tables.proofs.takeSnapshot(LocalDate.of(2026, 1, 2)));
        assertEquals(-700, tables.balance(tables.expense));
        assertNull(tables.prove());
    }

    @Test
    void readsAStatementThatProvesItself() throws SQLException {
        for (int i = 1; i <= 5; i++) {
            tables.post(tables.transfer("p:" + i, tables.expense, ann, i));
        }
        AccountRow account = tables.inTransaction(() -> tables.accounts.byId(ann)).orElseThrow();

        var first = tables.inTransaction(() -> tables.statements.after(account, null, 3));
        var rest = tables.inTransaction(() -> tables.statements.after(account, first.next(), 3));
        assertEquals(
                List.of(1L, 3L, 6L), first.rows().stream().map(EntryRow::balanceAfter).toList());
        assertEquals(List.of(10L, 15L), rest.rows().stream().map(EntryRow::balanceAfter).toList());
        assertNull(rest.next());

        AccountRow pay =
                tables.inTransaction(() -> tables.accounts.byId(tables.expense)).orElseThrow();
        var some = tables.inTransaction(() -> tables.statements.after(pay, null, 3));
        var more = tables.inTransaction(() -> tables.statements.after(pay, some.next(), 3));
        assertEquals(List.of(-1L, -2L, -3L), some.rows().stream().map(EntryRow::amount).toList());
        assertEquals(List.of(-4L, -5L), more.rows().stream().map(EntryRow::amount).toList());
        assertEquals(
                5,
                tables.inTransaction(() -> tables.statements.within(pay, Period.ALL, 10)).size());
        assertEquals(
                5, tables.inTransaction(() -> tables.statements.latest(tables.book, 9)).size());
    }
}
