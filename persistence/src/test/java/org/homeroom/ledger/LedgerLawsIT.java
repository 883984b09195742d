package org.homeroom.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.homeroom.kernel.TestDatabase;
import org.junit.jupiter.api.Test;

/**
 * The laws of the journal over a thousand random histories, each of people of its own. The seed is
 * printed; {@code -Dhomeroom.laws.seed} repeats a run.
 */
class LedgerLawsIT {

    private static final int HISTORIES = 1000;
    private static final int AT_ONCE = 50;
    private static final int PEOPLE = 3;
    private static final int ACTS = 5;
    private static final int CHANGES = 1000;

    private final long seed = Long.getLong("homeroom.laws.seed", System.nanoTime());
    private final Map<UUID, Long> expected = new HashMap<>();
    private LedgerTables tables;

    /** A book with the people of one history, and where their pay comes from. */
    private record Book(UUID id, List<UUID> people, UUID expense) {}

    @Test
    void holdOverAThousandHistories() throws SQLException {
        System.out.println("laws seed " + seed);
        tables = new LedgerTables(0);
        List<Book> books = open();
        for (int from = 0; from < HISTORIES; from += AT_ONCE) {
            List<Book> some = books.subList(from, from + AT_ONCE);
            int first = from;
            if (from <= AT_ONCE) {
                analyze();
            }
            tables.inTransaction(
                    () -> {
                        for (int i = 0; i < some.size(); i++) {
                            live(some.get(i), new Random(seed + first + i));
                        }
                        return null;
                    });
        }
        analyze();
        // Entries sum to zero, and each balance is the sum of its postings and what the last left.
        assertNull(tables.prove(), "seed " + seed);
        assertBalancesAreExpected();
        everyChangedByteIsFound(new Random(seed));
    }

    // As many classes as it takes; each history has people of its own in one of them.
    private List<Book> open() throws SQLException {
        List<Book> books = new ArrayList<>();
        for (int i = 0; i < HISTORIES / AT_ONCE; i++) {
            LedgerTables one = tables.another(PEOPLE * AT_ONCE);
            for (int j = 0; j < AT_ONCE; j++) {
                List<UUID> own = one.people.subList(PEOPLE * j, PEOPLE * (j + 1));
                books.add(new Book(one.book, own, one.expense));
            }
        }
        return books;
    }

    // As the server's own does in the background: plans for empty tables would be slow ones.
    private static void analyze() throws SQLException {
        try (Connection superuser = TestDatabase.get().superuser();
                Statement sql = superuser.createStatement()) {
            sql.execute("analyze");
        }
    }

    // Posts, posts again, and takes back; what should come of it is kept beside.
    private void live(Book book, Random dice) {
        List<List<JournalEntry>> posted = new ArrayList<>();
        List<UUID> reversible = new ArrayList<>();
        for (int act = 0; act < ACTS; act++) {
            switch (dice.nextInt(4)) {
                case 0 -> retry(posted, dice);
                case 1 -> runAndReversal(book, dice, act);
                case 2 -> takeBack(reversible, dice);
                default -> {
                    List<JournalEntry> batch = batch(book, dice, "h" + act);
                    tables.journal.post(batch).forEach(one -> reversible.add(one.entryId()));
                    batch.forEach(this::apply);
                    posted.add(batch);
                }
            }
        }
    }

    private void retry(List<List<JournalEntry>> posted, Random dice) {
        if (!posted.isEmpty()) {
            List<JournalEntry> again = posted.get(dice.nextInt(posted.size()));
            List<PostedEntry> answers = tables.journal.post(again);
            assertTrue(answers.stream().allMatch(PostedEntry::replayed), "seed " + seed);
        }
    }

    private void runAndReversal(Book book, Random dice, int act) {
        List<JournalEntry> run = batch(book, dice, "r" + act);
        List<UUID> entries = tables.journal.post(run).stream().map(PostedEntry::entryId).toList();
        for (int i = 0; i < 2; i++) { // the second time it is a retry
            tables.journal.reverse(entries, "back", "A wrong run", null);
        }
    }

    private void takeBack(List<UUID> reversible, Random dice) {
        if (!reversible.isEmpty()) {
            UUID entry = reversible.remove(dice.nextInt(reversible.size()));
            tables.journal
                    .reverse(List.of(entry), "undo", "Wrong", null)
                    .get(0)
                    .lines()
                    .forEach(line -> expected.merge(line.accountId(), line.amount(), Long::sum));
        }
    }

    // Of two to four postings each, out of the class's account.
    private List<JournalEntry> batch(Book book, Random dice, String key) {
        List<JournalEntry> batch = new ArrayList<>();
        for (int i = dice.nextInt(2); i >= 0; i--) {
            List<Posting> lines = new ArrayList<>();
            long sum = 0;
            for (int line = 0; line <= dice.nextInt(PEOPLE); line++) {
                long amount = 1 + dice.nextInt(500);
                lines.add(new Posting(book.people().get(line), amount));
                sum += amount;
            }
            lines.add(new Posting(book.expense(), -sum));
            batch.add(
                    new JournalEntry(
                            book.id(),
                            book.people().get(0) + ":" + key + ":" + i,
                            "pay",
                            "Pay",
                            new Cause("test", null),
                            null,
                            lines));
        }
        return batch;
    }

    private void apply(JournalEntry entry) {
        entry.postings()
                .forEach(line -> expected.merge(line.accountId(), line.amount(), Long::sum));
    }

    private void assertBalancesAreExpected() throws SQLException {
        Map<UUID, Long> held = new HashMap<>();
        tables.inTransaction(
                () ->
                        LedgerSql.list(
                                tables.database(),
                                "select account_id, balance from ledger_balance where balance <> 0",
                                row ->
                                        held.put(
                                                LedgerSql.uuid(row, "account_id"),
                                                row.getLong("balance"))));
        expected.values().removeIf(balance -> balance == 0);
        assertEquals(expected, held, "seed " + seed);
    }

    /** A change that somebody with all rights could make behind the journal's back. */
    private static final List<String> TAMPERINGS =
            List.of(
                    "update homeroom.ledger_entry set description = overlay(description placing '?'"
                            + " from %2$d for 1) where %3$s and id = '%1$s'",
                    "update homeroom.ledger_entry set recorded_at = recorded_at + interval"
                            + " '1 microsecond' where %3$s and id = '%1$s'",
                    "update homeroom.ledger_entry set actor_id = id where %3$s and id = '%1$s'",
                    "update homeroom.ledger_entry set request_hash = set_bit(request_hash, %2$d,"
                            + " 1 - get_bit(request_hash, %2$d)) where %3$s and id = '%1$s'",
                    "update homeroom.ledger_posting set amount = amount + case amount when -1 then 2 else 1 end"
                            + " where %3$s and entry_id = '%1$s' and line = 1",
                    "update homeroom.ledger_posting set balance_after = coalesce(balance_after, 0)"
                            + " + 1 where %3$s and entry_id = '%1$s' and line = 1",
                    "update homeroom.ledger_seal set digest = set_bit(digest, %2$d,"
                            + " 1 - get_bit(digest, %2$d)) where entry_id = '%1$s'",
                    "delete from homeroom.ledger_posting where %3$s and entry_id = '%1$s' and line = 1");

    private void everyChangedByteIsFound(Random dice) throws SQLException {
        List<Map.Entry<UUID, UUID>> entries =
                tables.inTransaction(
                        () ->
                                LedgerSql.list(
                                        tables.database(),
                                        "select book_id, entry_id from ledger_seal order by position",
                                        row ->
                                                Map.entry(
                                                        LedgerSql.uuid(row, "book_id"),
                                                        LedgerSql.uuid(row, "entry_id"))));
        try (Connection superuser = TestDatabase.get().superuser();
                Statement sql = superuser.createStatement()) {
            sql.execute("set session_replication_role = replica");
            sql.execute("select set_config('app.school_id', '" + tables.school + "', false)");
            superuser.setAutoCommit(false);
            for (int i = 0; i < CHANGES; i++) {
                int position = 1 + dice.nextInt(entries.size());
                String change =
                        TAMPERINGS
                                .get(i % TAMPERINGS.size())
                                .formatted(
                                        entries.get(position - 1).getValue(),
                                        1 + dice.nextInt(3),
                                        "school_id = '%s' and book_id = '%s'"
                                                .formatted(
                                                        tables.school,
                                                        entries.get(position - 1).getKey()));
                assertEquals(1, sql.executeUpdate(change), change);
                assertNotNull(breachAt(superuser, position), "seed " + seed + ": " + change);
                superuser.rollback();
            }
        }
    }

    // The link to this seal from the one before: what the proof of the whole chain is made of.
    private static String breachAt(Connection connection, int position) throws SQLException {
        try (PreparedStatement prove =
                connection.prepareStatement(
                        """
                        select breach from homeroom.ledger_prove_chain(?, (
                            select digest from homeroom.ledger_seal
                              where school_id = homeroom.current_school() and position = ?), 1)
                        """)) {
            prove.setInt(1, position - 1);
            prove.setInt(2, position - 1);
            try (ResultSet row = prove.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
