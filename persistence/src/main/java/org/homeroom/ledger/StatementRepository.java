package org.homeroom.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeroom.kernel.Feed;
import org.homeroom.kernel.Slice;
import org.homeroom.roster.SeatNames;
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

    // How many entries are looked at for each that is shown: a run has many.
    private static final int FOLDED = 6;

    private static final String FROM_CLASS =
            """
             from ledger_entry e
             join ledger_posting p on p.school_id = e.school_id and p.book_id = e.book_id
               and p.entry_id = e.id
             join ledger_account a on a.school_id = p.school_id and a.id = p.account_id
             left join ledger_entry r on r.school_id = e.school_id and r.reversal_of = e.id
             left join roster_seat n on n.school_id = e.school_id and n.class_id = e.book_id
               and n.student_id = a.owner_id
            """;

    private static final String CLASS_ENTRY =
            """
            select e.id, e.recorded_at, e.kind, e.description, e.reversal_of, a.owner_id,
                n.id as seat_id, n.first_name, n.last_initial, a.id as account_id,
                a.kind as account, p.amount, p.balance_after, r.id as reversed_by
            """
                    + FROM_CLASS;

    private static final String FILTERED =
            """
             where e.book_id = ? and a.tracked and e.recorded_at >= ? and e.recorded_at < ?
               and (?::uuid[] is null or a.owner_id = any (?::uuid[]))
               and (?::text is null or a.kind = ?::text)
               and (?::text is null or e.kind = ?::text)
            """;

    @Inject TenantDatabase database;
    @Inject TenantSql sql;
    @Inject SeatNames names;

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
                          where a.owner_id = ? and a.class_id = ? and a.kind in ('checking', 'savings')
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
        long savings =
                rows.stream()
                        .filter(row -> row.account().equals("savings"))
                        .mapToLong(Row::balance)
                        .sum();
        List<Movement> movements =
                rows.stream().map(Row::movement).filter(Objects::nonNull).toList();
        return rows.stream()
                .filter(row -> row.account().equals("checking"))
                .findFirst()
                .map(row -> new RecentMoney(row.id(), row.balance(), savings, from, movements));
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

    /** Lists a class's newest entries with the first person each touches, a run's as one. */
    public List<LatestEntry> latest(UUID bookId, int limit) {
        return LedgerSql.list(
                database,
                """
                with newest as (
                  select e.school_id, e.book_id, e.id, e.reversal_of is not null as back,
                      coalesce(pay.run_id, bank.run_id) as run_id, pay.run_id is not null as of_pay,
                      p.owner_id, p.amount
                    from (select * from ledger_entry where book_id = ? order by id desc limit ?) e
                    left join ledger_entry o on o.school_id = e.school_id and o.book_id = e.book_id
                      and o.id = e.reversal_of
                    left join payroll_line pay on pay.school_id = e.school_id
                      and coalesce(o.cause_type, e.cause_type) = 'pay_line'
                      and pay.id = coalesce(o.cause_id, e.cause_id)
                    left join banking_line bank on bank.school_id = e.school_id
                      and coalesce(o.cause_type, e.cause_type) = 'bank_line'
                      and bank.id = coalesce(o.cause_id, e.cause_id)
                    left join lateral (
                      select a.owner_id, l.amount
                        from ledger_posting l
                        join ledger_account a on a.school_id = l.school_id and a.id = l.account_id
                        where l.school_id = e.school_id and l.book_id = e.book_id
                          and l.entry_id = e.id and a.tracked
                        order by l.line limit 1) p on true),
                folded as (
                  select (array_agg(id order by id desc))[1] as id,
                      (array_agg(owner_id order by id desc))[1] as owner_id, run_id, back,
                      bool_or(of_pay) as of_pay, sum(amount)::bigint as amount
                    from newest group by coalesce(run_id, id), run_id, back
                    order by 1 desc limit ?)
                select e.id, e.recorded_at, e.kind, e.description, f.owner_id, n.id as seat_id,
                    n.first_name, n.last_initial, f.run_id, f.of_pay,
                    coalesce(w.amount * case when f.back then -1 else 1 end, f.amount) as amount,
                    coalesce(w.students, 1) as students
                  from folded f
                  join ledger_entry e on e.book_id = ? and e.id = f.id
                  -- Of the whole run, however much of it is among the newest.
                  left join lateral (
                    select sum(l.amount)::bigint as amount, count(distinct l.student_id)::int as students
                      from (
                        select amount, student_id, entry_id from payroll_line
                          where f.of_pay and run_id = f.run_id
                        union all
                        select amount, student_id, entry_id from banking_line
                          where not f.of_pay and run_id = f.run_id) l
                      where l.entry_id is not null
                        and (not f.back or exists (
                          select from ledger_entry r
                            where r.school_id = e.school_id and r.reversal_of = l.entry_id))) w
                    on f.run_id is not null
                  left join roster_seat n on n.school_id = e.school_id and n.class_id = e.book_id
                    and n.student_id = f.owner_id
                  order by e.id desc
                """,
                row ->
                        new LatestEntry(
                                LedgerSql.uuid(row, "id"),
                                LedgerSql.instant(row, "recorded_at"),
                                row.getString("kind"),
                                row.getString("description"),
                                LedgerSql.uuid(row, "owner_id"),
                                names.inShort(row),
                                row.getLong("amount"),
                                LedgerSql.uuid(row, "run_id"),
                                row.getBoolean("of_pay"),
                                row.getInt("students")),
                bookId,
                limit * FOLDED,
                limit,
                bookId);
    }

    /**
     * Lists what people of a book were paid, given and fined, and what of it was taken back, the
     * newest first (domain/economy.md 5.2).
     *
     * @param from the first instant; null for the beginning
     * @param to the first instant after it; null for the end
     * @param kind one kind of entry; null for all of these
     */
    public List<ClassEntry> payOfBook(
            UUID bookId, Instant from, Instant to, String kind, int limit) {
        return LedgerSql.list(
                database,
                CLASS_ENTRY
                        + """
                           left join ledger_entry o on o.school_id = e.school_id
                            and o.book_id = e.book_id and o.id = e.reversal_of
                          where e.book_id = ? and a.tracked
                            and e.recorded_at >= coalesce(?::timestamptz, '-infinity')
                            and e.recorded_at < coalesce(?::timestamptz, 'infinity')
                            and coalesce(o.kind, e.kind)
                              in ('pay', 'pay_correction', 'reward', 'fine', 'bonus', 'payment')
                            and coalesce(o.kind, e.kind) = coalesce(?::text, o.kind, e.kind)
                          order by e.recorded_at desc, e.id desc, p.line limit ?
                        """,
                this::classEntry,
                bookId,
                from,
                to,
                kind,
                limit);
    }

    /** Lists what moved on people's accounts of a book between two instants, in order. */
    public List<ClassEntry> ofBook(UUID bookId, Instant from, Instant to, EntryFilter filter) {
        return moved(
                bookId,
                from,
                to,
                filter,
                " order by e.recorded_at, e.id, p.line limit ? offset ?",
                Integer.MAX_VALUE,
                0);
    }

    /** Returns a page of the same, the newest first, with the number of rows of all pages. */
    public Slice<ClassEntry> page(
            UUID bookId, Instant from, Instant to, EntryFilter filter, int page, int perPage) {
        long total =
                sql.list(
                                "select count(*) " + FROM_CLASS + FILTERED,
                                row -> row.getLong(1),
                                parameters(bookId, from, to, filter))
                        .get(0);
        List<ClassEntry> rows =
                moved(
                        bookId,
                        from,
                        to,
                        filter,
                        " order by e.recorded_at desc, e.id desc, p.line limit ? offset ?",
                        perPage,
                        (page - 1L) * perPage);
        return new Slice<>(rows, total, page, perPage);
    }

    private List<ClassEntry> moved(
            UUID bookId,
            Instant from,
            Instant to,
            EntryFilter filter,
            String order,
            int limit,
            long offset) {
        return sql.list(
                CLASS_ENTRY + FILTERED + order,
                this::classEntry,
                Stream.concat(
                                Stream.of(parameters(bookId, from, to, filter)),
                                Stream.of(limit, offset))
                        .toArray());
    }

    private static Object[] parameters(UUID bookId, Instant from, Instant to, EntryFilter filter) {
        UUID[] owners = filter.owners() == null ? null : filter.owners().toArray(UUID[]::new);
        return new Object[] {
            bookId,
            from,
            to,
            owners,
            owners,
            filter.account(),
            filter.account(),
            filter.kind(),
            filter.kind()
        };
    }

    private ClassEntry classEntry(ResultSet row) throws SQLException {
        return new ClassEntry(
                LedgerSql.uuid(row, "id"),
                LedgerSql.instant(row, "recorded_at"),
                row.getString("kind"),
                row.getString("description"),
                LedgerSql.uuid(row, "owner_id"),
                names.inShort(row),
                LedgerSql.uuid(row, "account_id"),
                row.getString("account"),
                row.getLong("amount"),
                row.getLong("balance_after"),
                LedgerSql.uuid(row, "reversal_of"),
                LedgerSql.uuid(row, "reversed_by"));
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
