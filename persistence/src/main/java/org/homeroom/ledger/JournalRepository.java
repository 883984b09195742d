package org.homeroom.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.homeroom.kernel.Money;
import org.homeroom.tenancy.TenantDatabase;

/** Writes the journal: one round trip for a batch of any size (migration V0030). */
@ApplicationScoped
public class JournalRepository {

    private static final String POST = "select * from ledger_post(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String PAIR =
            """
            select * from ledger_post_pair(?, ?, ?, ?, ?, ?::uuid, ?::uuid, null, ?, ?, ?, ?)
              where entry_id is not null
            """;
    private static final String REVERSE = "select * from ledger_reverse(?, ?, ?, ?::uuid)";

    @Inject TenantDatabase database;

    /**
     * Posts the entries or answers what was posted under their keys before.
     *
     * @throws InsufficientFunds when an account that may not be negative would be
     * @throws IdempotencyConflict when a key was used for other content
     */
    public List<PostedEntry> post(List<JournalEntry> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        List<PostedEntry> pair = isPair(entries) ? pair(entries.get(0)) : List.of();
        if (!pair.isEmpty()) {
            return pair;
        }
        return posted(
                LedgerSql.listWith(
                        database, POST, JournalRepository::line, c -> parameters(c, entries)));
    }

    /**
     * Posts the opposite of each entry.
     *
     * @param prefix of the idempotency keys, which end with the entry's id
     * @param reason what people read on the statement
     * @param actorId who did it; null for the system
     * @throws AlreadyReversed when one was reversed under another key or is itself a reversal
     */
    public List<PostedEntry> reverse(
            List<UUID> entries, String prefix, String reason, UUID actorId) {
        if (entries.isEmpty()) {
            return List.of();
        }
        return posted(
                LedgerSql.listWith(
                        database,
                        REVERSE,
                        JournalRepository::line,
                        c ->
                                new Object[] {
                                    c.createArrayOf("uuid", entries.toArray()),
                                    prefix,
                                    reason,
                                    actorId
                                }));
    }

    /** Reads what the running transaction has taken back from people so far, or given back. */
    public List<TakenBack> takenBackNow() {
        return LedgerSql.list(
                database,
                """
                select e.id, e.book_id, a.owner_id, e.kind, p.amount, b.currency, e.description
                  from ledger_entry e
                  join ledger_book b on b.school_id = e.school_id and b.id = e.book_id
                  join ledger_posting p on p.school_id = e.school_id and p.book_id = e.book_id
                    and p.entry_id = e.id
                  join ledger_account a on a.school_id = p.school_id and a.id = p.account_id
                  where e.school_id = current_school() and e.xid = pg_current_xact_id()
                    and e.reversal_of is not null and a.owner_id is not null
                  order by e.id, p.line
                """,
                row ->
                        new TakenBack(
                                LedgerSql.uuid(row, "id"),
                                LedgerSql.uuid(row, "book_id"),
                                LedgerSql.uuid(row, "owner_id"),
                                row.getString("kind"),
                                new Money(row.getLong("amount"), row.getString("currency")),
                                row.getString("description")));
    }

    private static boolean isPair(List<JournalEntry> entries) {
        List<Posting> lines = entries.get(0).postings();
        return entries.size() == 1
                && lines.size() == 2
                && !lines.get(0).accountId().equals(lines.get(1).accountId());
    }

    // The usual purchase or payment, with few statements; none when its key was used before.
    private List<PostedEntry> pair(JournalEntry entry) {
        Posting first = entry.postings().get(0);
        Posting second = entry.postings().get(1);
        return LedgerSql.list(
                database,
                PAIR,
                row ->
                        new PostedEntry(
                                LedgerSql.uuid(row, "entry_id"),
                                false,
                                List.of(
                                        line(first, LedgerSql.number(row, "after1")),
                                        line(second, LedgerSql.number(row, "after2")))),
                entry.bookId(),
                entry.idempotencyKey(),
                entry.kind(),
                entry.description(),
                entry.cause().type(),
                entry.cause().id(),
                entry.actorId(),
                first.accountId(),
                first.amount(),
                second.accountId(),
                second.amount());
    }

    private static PostedLine line(Posting posting, Long balanceAfter) {
        return new PostedLine(posting.accountId(), posting.amount(), balanceAfter);
    }

    private record Line(int entryNo, UUID entryId, boolean replayed, PostedLine posted) {}

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getInt("entry_no"),
                LedgerSql.uuid(row, "entry_id"),
                row.getBoolean("replayed"),
                new PostedLine(
                        LedgerSql.uuid(row, "account_id"),
                        row.getLong("amount"),
                        LedgerSql.number(row, "balance_after")));
    }

    private static Object[] parameters(Connection connection, List<JournalEntry> entries)
            throws SQLException {
        List<Integer> owner = new ArrayList<>();
        List<Posting> lines = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            for (Posting posting : entries.get(i).postings()) {
                owner.add(i + 1);
                lines.add(posting);
            }
        }
        return new Object[] {
            array(connection, "uuid", entries, JournalEntry::bookId),
            array(connection, "text", entries, JournalEntry::idempotencyKey),
            array(connection, "text", entries, JournalEntry::kind),
            array(connection, "text", entries, JournalEntry::description),
            array(connection, "text", entries, entry -> entry.cause().type()),
            array(connection, "uuid", entries, entry -> entry.cause().id()),
            array(connection, "uuid", entries, JournalEntry::actorId),
            array(connection, "uuid", entries, entry -> null),
            connection.createArrayOf("integer", owner.toArray()),
            array(connection, "uuid", lines, Posting::accountId),
            array(connection, "bigint", lines, Posting::amount)
        };
    }

    private static <T> Array array(
            Connection connection, String type, List<T> rows, Function<T, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(value).toArray());
    }

    // The lines come in order of entry.
    private static List<PostedEntry> posted(List<Line> lines) {
        List<PostedEntry> entries = new ArrayList<>();
        int last = 0;
        for (Line line : lines) {
            if (line.entryNo() != last) {
                entries.add(new PostedEntry(line.entryId(), line.replayed(), new ArrayList<>()));
                last = line.entryNo();
            }
            entries.get(entries.size() - 1).lines().add(line.posted());
        }
        return entries;
    }
}
