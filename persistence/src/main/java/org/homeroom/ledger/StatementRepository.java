package org.homeroom.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.homeroom.kernel.Feed;
import org.homeroom.tenancy.TenantDatabase;
import org.homeroom.tenancy.TenantSql;

/** Reads the journal as statements. A row of a running balance is found by its version. */
@ApplicationScoped
public class StatementRepository {

    private static final String ROWS =
            """
            select p.account_version, p.xid::text as xid, e.id, e.recorded_at, e.kind, e.description,
                e.cause_type, e.cause_id, e.actor_id, e.reversal_of, r.id as reversed_by, p.amount,
                p.balance_after, s.position, k.through as corrects
              from ledger_posting p
              join ledger_entry e on e.school_id = p.school_id and e.book_id = p.book_id
                and e.id = p.entry_id
              left join ledger_entry r on r.school_id = p.school_id and r.reversal_of = p.entry_id
              left join ledger_seal s on s.school_id = p.school_id and s.entry_id = p.entry_id
              left join ledger_correction c on c.school_id = p.school_id
                and c.entry_id = p.entry_id
              left join ledger_closed_period k on k.school_id = c.school_id and k.id = c.period_id
              where p.account_id = ?
            """;

    @Inject TenantDatabase database;
    @Inject TenantSql sql;

    /**
     * Adds up what came to a person and went in each week or month of a book in which anything did;
     * what only changes between the person's own accounts is neither, and nor is what was reversed.
     *
     * @param unit {@code week}, from Monday, or {@code month}
     * @param from the first instant that counts
     */
    public List<MoneyFlow> flow(UUID book, UUID owner, String unit, ZoneId zone, Instant from) {
        return LedgerSql.list(
                database,
                """
                select date_trunc(?, e.recorded_at at time zone ?)::date as begin,
                    coalesce(sum(p.amount) filter (where p.amount > 0), 0)::bigint as earned,
                    coalesce(-sum(p.amount) filter (where p.amount < 0), 0)::bigint as spent
                  from (
                    select l.entry_id, sum(l.amount) as amount
                      from ledger_account a
                      join ledger_posting l on l.school_id = a.school_id and l.account_id = a.id
                      where a.book_id = ? and a.owner_id = ? and l.account_version is not null
                      group by l.entry_id) p
                  join ledger_entry e on e.book_id = ? and e.id = p.entry_id
                  where e.recorded_at >= ? and e.reversal_of is null and not exists (
                    select from ledger_entry r
                      where r.school_id = e.school_id and r.reversal_of = e.id)
                  group by 1 order by 1
                """,
                row ->
                        new MoneyFlow(
                                row.getObject("begin", LocalDate.class),
                                row.getLong("earned"),
                                row.getLong("spent")),
                unit,
                zone.getId(),
                book,
                owner,
                book,
                from);
    }

    /** Reads on after the cursor in the order of posting; a null cursor begins at the beginning. */
    public Feed<EntryRow> after(AccountRow account, String cursor, int limit) {
        List<EntryRow> rows =
                account.tracked()
                        ? LedgerSql.list(
                                database,
                                ROWS
                                        + " and p.account_version > ? order by p.account_version"
                                        + " limit ?",
                                StatementRepository::row,
                                account.id(),
                                cursor == null ? 0 : Long.parseLong(cursor),
                                limit)
                        : untrackedAfter(account.id(), cursor, limit);
        boolean more = rows.size() == limit;
        return new Feed<>(rows, more ? rows.get(rows.size() - 1).cursor() : null);
    }

    // Only finished transactions, so that a row never turns up behind the cursor.
    private List<EntryRow> untrackedAfter(UUID accountId, String cursor, int limit) {
        String[] at =
                cursor == null ? new String[] {"0", new UUID(0, 0).toString()} : cursor.split("_");
        return LedgerSql.list(
                database,
                ROWS
                        + """
                           and p.account_version is null and p.xid >= ?::text::xid8
                             and p.xid < pg_snapshot_xmin(pg_current_snapshot())
                             and (p.xid, p.entry_id) > (?::text::xid8, ?::text::uuid)
                           order by p.xid, p.entry_id, p.line limit ?
                          """,
                StatementRepository::row,
                accountId,
                at[0],
                at[0],
                at[1],
                limit);
    }

    /** Reads the rows of a period, newest first. */
    public List<EntryRow> within(AccountRow account, Period period, int limit) {
        return LedgerSql.list(
                database,
                ROWS
                        + (account.tracked()
                                ? " and p.account_version is not null"
                                : " and p.account_version is null")
                        + """
                           and (?::timestamptz is null or e.recorded_at >= ?)
                             and (?::timestamptz is null or e.recorded_at < ?)
                             and (?::text is null or e.kind = ?)
                           order by p.account_version desc nulls last, p.xid desc, p.entry_id desc
                           limit ?
                          """,
                StatementRepository::row,
                account.id(),
                period.from(),
                period.from(),
                period.to(),
                period.to(),
                period.kind(),
                period.kind(),
                limit);
    }

    /** Reads what a person has in a class and what moved since an instant, by one statement. */
    public Optional<RecentMoney> recent(UUID ownerId, UUID classId, Instant from) {
        record Row(UUID id, String account, long balance, Movement movement) {}
        List<Row> rows =
                LedgerSql.list(
                        database,
                        """
                        select a.id, a.kind as account, a.balance, e.recorded_at, e.kind, e.description,
                            p.amount, p.balance_after
                          from ledger_account a
                          left join (ledger_posting p
                              join ledger_entry e on e.school_id = p.school_id
                                and e.book_id = p.book_id and e.id = p.entry_id)
                            on a.kind = 'checking' and p.school_id = a.school_id
                              and p.account_id = a.id and p.account_version is not null
                              and e.recorded_at >= ?
                          where a.owner_id = ? and a.class_id = ?
                            and a.kind in ('checking', 'savings', 'loan', 'certificate')
                          order by p.account_version desc nulls last
                        """,
                        row ->
                                new Row(
                                        LedgerSql.uuid(row, "id"),
                                        row.getString("account"),
                                        row.getLong("balance"),
                                        movement(row)),
                        from,
                        ownerId,
                        classId);
        Map<String, Long> others =
                rows.stream()
                        .filter(row -> !row.account().equals("checking"))
                        .collect(Collectors.toMap(Row::account, Row::balance));
        List<Movement> movements =
                rows.stream().map(Row::movement).filter(Objects::nonNull).toList();
        return rows.stream()
                .filter(row -> row.account().equals("checking"))
                .findFirst()
                .map(
                        row ->
                                new RecentMoney(
                                        row.id(),
                                        row.balance(),
                                        others.getOrDefault("savings", 0L),
                                        -others.getOrDefault("loan", 0L),
                                        others.getOrDefault("certificate", 0L),
                                        from,
                                        movements));
    }

    private static Movement movement(ResultSet row) throws SQLException {
        Instant at = LedgerSql.instant(row, "recorded_at");
        return at == null
                ? null
                : new Movement(
                        at,
                        row.getString("kind"),
                        row.getString("description"),
                        row.getLong("amount"),
                        row.getLong("balance_after"));
    }

    /** Sums what came after the instant, to go back from a balance to an earlier one. */
    // The words about the version say nothing but that each of the two partial indexes will do.
    public long movedSince(UUID accountId, Instant from) {
        return LedgerSql.list(
                        database,
                        """
                        select coalesce(sum(p.amount), 0)::bigint as moved
                          from ledger_posting p
                          join ledger_entry e on e.school_id = p.school_id
                            and e.book_id = p.book_id and e.id = p.entry_id
                          where p.account_id = ? and e.recorded_at >= ?
                            and (p.account_version is null or p.account_version is not null)
                        """,
                        row -> row.getLong("moved"),
                        accountId,
                        from)
                .get(0);
    }

    /** Finds the seal of an entry; empty until it is sealed. */
    public Optional<EntrySeal> seal(UUID entryId) {
        return LedgerSql.list(
                        database,
                        """
                        select position, encode(digest, 'hex') as digest from ledger_seal
                          where entry_id = ?
                        """,
                        row -> new EntrySeal(row.getLong("position"), row.getString("digest")),
                        entryId)
                .stream()
                .findFirst();
    }

    /** Finds the book of an entry. */
    public Optional<UUID> bookOf(UUID entryId) {
        return LedgerSql.list(
                        database,
                        """
                        select b.id from ledger_book b
                          where exists (select from ledger_entry e
                            where e.school_id = b.school_id and e.book_id = b.id and e.id = ?)
                        """,
                        row -> LedgerSql.uuid(row, "id"),
                        entryId)
                .stream()
                .findFirst();
    }

    private static EntryRow row(ResultSet row) throws SQLException {
        Long version = LedgerSql.number(row, "account_version");
        UUID id = LedgerSql.uuid(row, "id");
        return new EntryRow(
                version == null ? row.getString("xid") + "_" + id : version.toString(),
                id,
                LedgerSql.instant(row, "recorded_at"),
                row.getString("kind"),
                row.getString("description"),
                new Cause(row.getString("cause_type"), LedgerSql.uuid(row, "cause_id")),
                LedgerSql.uuid(row, "actor_id"),
                LedgerSql.uuid(row, "reversal_of"),
                LedgerSql.uuid(row, "reversed_by"),
                row.getLong("amount"),
                LedgerSql.number(row, "balance_after"),
                LedgerSql.number(row, "position"),
                row.getObject("corrects", LocalDate.class));
    }
}
