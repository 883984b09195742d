package org.homeroom.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.homeroom.kernel.TestDatabase;
import org.homeroom.tenancy.TenantTransaction;
import org.junit.jupiter.api.BeforeEach;
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
    void tellsWhatAPersonHasAndHowItCameTo() throws SQLException {
        Instant before = Instant.now().minusSeconds(60);
        UUID owner = tables.inTransaction(() -> tables.accounts.byId(ann).orElseThrow().ownerId());
        assertEquals(new RecentMoney(ann, 0, 0, 0, 0, before, List.of()), recent(owner, before));
        tables.post(tables.transfer("pay", tables.expense, ann, 500));
        tables.post(tables.transfer("spend", ann, ben, 120));

        RecentMoney money = recent(owner, before);
        assertEquals(
                List.of(-120L, 500L), money.movements().stream().map(Movement::amount).toList());
        assertEquals(List.of(380L, 0L), List.of(money.balance(), money.opening()));
        RecentMoney later = recent(owner, Instant.now().plusSeconds(60));
        assertEquals(List.of(380L, 380L), List.of(later.balance(), later.opening()));
        UUID stranger = UUID.randomUUID();
        assertTrue(
                tables.inTransaction(() -> tables.statements.recent(stranger, tables.book, before))
                        .isEmpty());

        List<StudentFunds> funds = tables.inTransaction(() -> tables.accounts.funds(tables.book));
        assertEquals(tables.people.size(), funds.size());
        assertTrue(funds.contains(new StudentFunds(owner, ann, 380)));
    }

    @Test
    void tellsWhatAPersonOwesAndHasLocked() throws SQLException {
        Instant before = Instant.now().minusSeconds(60);
        UUID owner = tables.inTransaction(() -> tables.accounts.byId(ann).orElseThrow().ownerId());
        UUID loan = open("loan", owner);
        UUID certificate = open("certificate", owner);
        tables.post(tables.transfer("lend", loan, ann, 4000));
        tables.post(tables.transfer("lock", ann, certificate, 1500));

        RecentMoney money = recent(owner, before);
        assertEquals(
                List.of(2500L, 0L, 4000L, 1500L),
                List.of(money.balance(), money.savings(), money.owed(), money.locked()));
    }

    private UUID open(String kind, UUID owner) throws SQLException {
        return tables.inTransaction(
                () ->
                        LedgerSql.list(
                                        tables.database(),
                                        "select banking_account(?, ?, ?) as id",
                                        row -> LedgerSql.uuid(row, "id"),
                                        tables.book,
                                        kind,
                                        owner)
                                .get(0));
    }

    private RecentMoney recent(UUID owner, Instant from) throws SQLException {
        return tables.inTransaction(
                () -> tables.statements.recent(owner, tables.book, from).orElseThrow());
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
    void refusesWordsThatAreNoneAndHoldsBelowZero() {
        for (String values :
                List.of(
                        "'k', 'p', 'Odd', 'test'",
                        "'k', 'Pay', 'Odd', 'test'",
                        "'k', 'pay', 'Odd', repeat('a', 41)",
                        "'', 'pay', 'Odd', 'test'",
                        "repeat('k', 201), 'pay', 'Odd', 'test'",
                        "'k', 'pay', '', 'test'",
                        "'k', 'pay', repeat('o', 256), 'test'")) {
            assertEquals(
                    "23514",
                    refusedAsApp(
                            """
                            insert into ledger_entry (school_id, book_id, id, request_hash,
                                idempotency_key, kind, description, cause_type)
                              values ('%s', '%s', gen_random_uuid(), '', %s)
                            """
                                    .formatted(tables.school, tables.book, values)),
                    values);
        }
        assertEquals("23514", refusedAsApp("update ledger_account set held = -1"));
    }

    @Test
    void refusesPostingsOfNothingAndBalancesOfAnUntrackedAccount() throws SQLException {
        UUID entry = tables.post(tables.transfer("pay", tables.expense, ann, 500)).entryId();
        for (String values : List.of("0, 5, null, null", "3, 0, null, null", "3, 5, 5, null")) {
            assertEquals(
                    "42501",
                    refusedAsApp(
                            """
                            insert into ledger_posting (school_id, book_id, entry_id, account_id, line,
                                amount, balance_after, account_version)
                              values ('%s', '%s', '%s', '%s', %s)
                            """
                                    .formatted(tables.school, tables.book, entry, ann, values)),
                    values);
        }
        String change = "update ledger_account set %s where id = '" + tables.expense + "'";
        assertEquals("42501", refusedAsApp(change.formatted("balance = 1")));
        assertEquals("42501", refusedAsApp(change.formatted("version = 1")));
        assertEquals(
                "42501",
                refusedAsApp(
                        """
                        insert into ledger_account (school_id, id, book_id, kind, tracked, balance)
                          values ('%s', gen_random_uuid(), '%s', 'odd', false, 1)
                        """
                                .formatted(tables.school, tables.book)));
    }

    /** Its own policies must not hide that the one of schools is open. */
    @Test
    void anOpenGuardOfAccountsIsStillFound() throws SQLException {
        UUID other = TestDatabase.get().newSchool();
        try (Connection superuser = TestDatabase.get().superuser();
                Statement sql = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            sql.execute("set local search_path = homeroom");
            sql.execute("alter policy tenant on ledger_account with check (true)");
            sql.execute("set local role homeroom_app");
            TenantTransaction.set(superuser, tables.school);
            try (ResultSet found =
                    sql.executeQuery(
                            "select operations_probe('ledger_account', '" + other + "')")) {
                assertTrue(found.next());
                assertEquals(
                        "a row of another school gets past the guard (23502)", found.getString(1));
            }
            superuser.rollback();
        }
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
                2L,
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
                5, tables.inTransaction(() -> tables.classEntries.latest(tables.book, 9)).size());

        JournalEntry reward =
                new JournalEntry(
                        tables.book,
                        "reward",
                        "reward",
                        "Helped",
                        new Cause("test", null),
                        null,
                        List.of(new Posting(tables.expense, -7), new Posting(ann, 7)));
        tables.post(reward);
        for (String kind : new String[] {null, "reward", "fine"}) {
            var given =
                    tables.inTransaction(
                            () ->
                                    tables.classEntries.payOfBook(
                                            tables.book, new Period(null, null, kind), 9));
            assertEquals(
                    "fine".equals(kind) ? List.of() : List.of(7L),
                    given.stream().map(ClassEntry::amount).toList());
        }
    }

    @Test
    void whatIsSetAsideCannotBeSpentUntilItIsFreeOrExpired() throws SQLException {
        tables.post(tables.transfer("pay", tables.expense, ann, 1000));
        UUID hold = UUID.randomUUID();
        Instant later = Instant.now().plusSeconds(3600);
        assertEquals("held", place(hold, 600, later).outcome());
        assertEquals("known", place(hold, 600, later).outcome());
        assertThrows(IdempotencyConflict.class, () -> place(hold, 601, later));
        assertEquals("short", place(UUID.randomUUID(), 401, later).outcome());

        InsufficientFunds refusal =
                assertThrows(
                        InsufficientFunds.class,
                        () -> tables.post(tables.transfer("buy", ann, ben, 401)));
        assertEquals(
                "The account has 10.00, of which 6.00 is set aside. This costs 4.01. That is 0.01"
                        + " short.",
                refusal.getMessage());
        List<JournalEntry> batch =
                List.of(
                        tables.transfer("buy:1", ann, ben, 300),
                        tables.transfer("buy:2", ann, ben, 101));
        assertThrows(
                InsufficientFunds.class,
                () -> tables.inTransaction(() -> tables.journal.post(batch)));
        tables.post(tables.transfer("buy:3", ann, ben, 400));
        AccountRow now = tables.inTransaction(() -> tables.accounts.byId(ann)).orElseThrow();
        assertEquals(List.of(600L, 600L, 0L), List.of(now.balance(), now.held(), now.available()));

        // A part is captured, the rest is free at once; a second end changes nothing.
        assertEquals("captured", end(hold, 250L).outcome());
        assertEquals("ended", end(hold, null).outcome());
        assertEquals("ended", end(hold, 250L).outcome());
        assertEquals(350, tables.balance(ann));
        UUID short1 = UUID.randomUUID();
        place(short1, 350, Instant.now().plusMillis(300));
        assertThrows(
                InsufficientFunds.class, () -> tables.post(tables.transfer("buy:4", ann, ben, 1)));
        expire(short1);
        assertEquals("expired", end(short1, 1L).outcome());
        tables.post(tables.transfer("buy:5", ann, ben, 350));
        assertEquals("released", end(short1, null).outcome());
        assertNull(tables.prove());
    }

    private HoldRepository.Placed place(UUID hold, long amount, Instant expires)
            throws SQLException {
        return tables.inTransaction(
                () -> tables.holds.place(hold, ann, amount, "A book", expires, ben));
    }

    private HoldRepository.Ended end(UUID hold, Long take) throws SQLException {
        return tables.inTransaction(() -> tables.holds.end(hold, take, ben));
    }

    private void expire(UUID hold) throws SQLException {
        asSuperuser("update homeroom.ledger_hold set expires_at = now() where id = '" + hold + "'");
    }

    @Test
    void noThreadSpendsWhatAnotherSetsAside() throws Exception {
        tables.post(tables.transfer("pay", tables.expense, ann, 1000));
        ExecutorService threads = Executors.newFixedThreadPool(16);
        List<Callable<Long>> work = new ArrayList<>();
        for (int thread = 0; thread < 16; thread++) {
            int number = thread;
            work.add(
                    () -> {
                        long taken = 0;
                        for (int i = 0; i < 6; i++) {
                            taken += number % 2 == 0 ? spend(number, i) : hold(number, i);
                        }
                        return taken;
                    });
        }
        long taken = 0;
        for (Future<Long> done : threads.invokeAll(work)) {
            taken += done.get();
        }
        threads.shutdown();
        AccountRow now = tables.inTransaction(() -> tables.accounts.byId(ann)).orElseThrow();
        assertTrue(now.available() >= 0, "available " + now.available());
        assertEquals(1000 - taken, now.available());
        assertNull(tables.prove());
    }

    // Returns what it took of what may be spent.
    private long spend(int number, int i) throws SQLException {
        try {
            tables.post(tables.transfer("s:" + number + ":" + i, ann, ben, 37));
            return 37;
        } catch (InsufficientFunds refused) {
            return 0;
        }
    }

    // Places one, and every third time gives it free or takes a part of it.
    private long hold(int number, int i) throws SQLException {
        UUID hold = UUID.randomUUID();
        if (place(hold, 41, Instant.now().plusSeconds(3600)).outcome().equals("short")) {
            return 0;
        }
        switch ((number + i) % 3) {
            case 0:
                end(hold, null);
                return 0;
            case 1:
                end(hold, 11L);
                return 11;
            default:
                return 41;
        }
    }

    @Test
    void aClosedPeriodKeepsItsBalancesAndTakesNothingMore() throws SQLException {
        ZoneId zone = ZoneId.of("America/Los_Angeles");
        LocalDate yesterday = LocalDate.now(zone).minusDays(1);
        PostedEntry old = tables.post(tables.transfer("old", tables.expense, ann, 500));
        PostedEntry paid = tables.post(tables.transfer("old:2", tables.expense, ben, 70));
        asSuperuser(
                "update homeroom.ledger_entry set recorded_at = recorded_at - interval '3 days'"
                        + " where school_id = '"
                        + tables.school
                        + "'");
        assertEquals("busy", close(yesterday, zone)); // not sealed yet
        assertNull(tables.prove());
        assertEquals("early", close(yesterday.plusDays(1), zone));
        assertEquals("closed", close(yesterday, zone));
        assertEquals("before", close(yesterday.minusDays(1), zone));
        ClosedPeriod period = tables.inTransaction(() -> tables.periods.ofBook(tables.book)).get(0);
        assertEquals(2, period.entries());
        assertEquals(
                500L, tables.inTransaction(() -> tables.periods.balances(period.id())).get(ann));

        // A correction is dated today and names the period; the period stays as it was.
        PostedEntry back =
                tables.inTransaction(
                                () ->
                                        tables.journal.reverse(
                                                List.of(old.entryId()), "undo", "Wrong", null))
                        .get(0);
        FullEntry correction =
                tables.inTransaction(() -> tables.books.entry(back.entryId())).orElseThrow();
        assertEquals(yesterday, correction.corrects());
        assertEquals(
                yesterday,
                tables.inTransaction(() -> tables.books.entry(paid.entryId()))
                        .orElseThrow()
                        .closedThrough());
        assertNull(tables.prove());

        // Nobody dates an entry into it, not even with the tables in hand.
        SQLException refusal =
                assertThrows(
                        SQLException.class,
                        () -> backdate(tables.transfer("late", tables.expense, ann, 5)));
        assertEquals("HR423", refusal.getSQLState());
        asSuperuser(
                "update homeroom.ledger_closing_balance set balance = balance + 1"
                        + " where account_id = '"
                        + ann
                        + "'");
        assertTrue(tables.prove().contains("it or its balances were changed"), tables.prove());
        asSuperuser(
                "update homeroom.ledger_closing_balance set balance = balance - 1"
                        + " where account_id = '"
                        + ann
                        + "'");

        assertTrue(
                tables.inTransaction(() -> tables.periods.reopen(period.id(), "A mistake", ann)));
        assertFalse(tables.inTransaction(() -> tables.periods.reopen(period.id(), "Again", ann)));
        backdate(tables.transfer("late", tables.expense, ann, 5));
        assertEquals(
                "the period of book "
                        + tables.book
                        + " through "
                        + yesterday
                        + ": it has not the entries that it had",
                tables.prove());
    }

    private String close(LocalDate through, ZoneId zone) throws SQLException {
        return tables.inTransaction(
                () -> tables.periods.close(UUID.randomUUID(), tables.book, through, zone, ann));
    }

    // As the application, which may not say when; the superuser's hand changes it before commit.
    private void backdate(JournalEntry entry) throws SQLException {
        try (Connection superuser = TestDatabase.get().superuser();
                Statement sql = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            sql.execute("select set_config('app.school_id', '" + tables.school + "', true)");
            sql.execute("set local search_path = homeroom");
            sql.execute(
                    """
                    insert into ledger_entry (school_id, book_id, id, idempotency_key, request_hash,
                        kind, description, cause_type, recorded_at)
                      values ('%1$s', '%2$s', '%3$s', '%4$s', '', 'pay', 'Late', 'test',
                        now() - interval '2 days')
                    """
                            .formatted(
                                    tables.school,
                                    tables.book,
                                    UUID.randomUUID(),
                                    entry.idempotencyKey()));
            int line = 1;
            for (Posting posting : entry.postings()) {
                sql.execute(
                        """
                        with a as (
                          update ledger_account set balance = balance + case when tracked then %3$d
                              else 0 end, version = version + case when tracked then 1 else 0 end
                            where school_id = '%1$s' and id = '%2$s'
                            returning balance, version, tracked)
                        insert into ledger_posting (school_id, book_id, entry_id, line, account_id,
                            amount, balance_after, account_version)
                          select e.school_id, e.book_id, e.id, %4$d, '%2$s', %3$d,
                              case when a.tracked then a.balance end,
                              case when a.tracked then a.version end
                            from ledger_entry e cross join a
                            where e.school_id = '%1$s' and e.idempotency_key = '%5$s'
                        """
                                .formatted(
                                        tables.school,
                                        posting.accountId(),
                                        posting.amount(),
                                        line++,
                                        entry.idempotencyKey()));
            }
            superuser.commit();
        }
    }

    private static void asSuperuser(String change) throws SQLException {
        try (Connection superuser = TestDatabase.get().superuser();
                Statement sql = superuser.createStatement()) {
            sql.execute("set session_replication_role = replica");
            sql.execute(change);
        }
    }

    @Test
    void aBookIsReadOverTimeAndByDay() throws SQLException {
        ZoneId zone = ZoneId.of("Africa/Nairobi");
        LocalDate today = LocalDate.now(zone);
        tables.post(tables.transfer("old", tables.expense, ann, 500));
        asSuperuser(
                "update homeroom.ledger_entry set recorded_at = recorded_at - interval '2 days'"
                        + " where school_id = '"
                        + tables.school
                        + "'");
        PostedEntry pay = tables.post(tables.transfer("new", tables.expense, ann, 70));
        tables.post(tables.transfer("gift", ann, ben, 30));
        tables.post(tables.transfer("fine", ann, tables.expense, 10));

        List<SupplyDay> days =
                tables.inTransaction(
                        () -> tables.books.supply(tables.book, zone, today.minusDays(2), today));
        assertEquals(
                List.of(
                        new SupplyDay(today.minusDays(2), 500, 0, 500),
                        new SupplyDay(today.minusDays(1), 0, 0, 500),
                        new SupplyDay(today, 70, 10, 560)),
                days);
        assertEquals(
                days.get(2),
                tables.inTransaction(() -> tables.books.supply(tables.book, zone, today, today))
                        .get(0));
        tables.inTransaction(
                () -> tables.journal.reverse(List.of(pay.entryId()), "undo", "Wrong", null));
        List<DayEntry> left =
                tables.inTransaction(
                        () ->
                                tables.books.reversible(
                                        tables.book,
                                        today.atStartOfDay(zone).toInstant(),
                                        today.plusDays(1).atStartOfDay(zone).toInstant()));
        // What was taken back and what takes back are not among them; a gift touches two.
        // What was reversed was never earned; what went to a classmate is spent.
        Instant from = today.minusDays(2).atStartOfDay(zone).toInstant();
        assertEquals(
                List.of(new MoneyFlow(today.minusDays(2), 500, 0), new MoneyFlow(today, 0, 40)),
                tables.inTransaction(
                        () ->
                                tables.statements.flow(
                                        tables.book,
                                        tables.accounts.byId(ann).orElseThrow().ownerId(),
                                        "day",
                                        zone,
                                        from)));
        assertEquals(
                List.of(-30L, -10L, 30L), left.stream().map(DayEntry::amount).sorted().toList());
    }
}
