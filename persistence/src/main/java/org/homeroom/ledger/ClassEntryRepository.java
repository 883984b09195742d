package org.homeroom.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeroom.kernel.Slice;
import org.homeroom.roster.SeatNames;
import org.homeroom.tenancy.TenantDatabase;
import org.homeroom.tenancy.TenantSql;

/** Reads the journal of a class: what moved on the accounts of its people. */
@ApplicationScoped
public class ClassEntryRepository {

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

    /** Lists a class's newest entries with the first person each touches, a run's as one. */
    public List<LatestEntry> latest(UUID bookId, int limit) {
        return LedgerSql.list(
                database,
                """
                with newest as (
                  select e.school_id, e.book_id, e.id, e.reversal_of is not null as back,
                      coalesce(pay.run_id, mark.run_id, bank.run_id) as run_id,
                      coalesce(pay.run_id, mark.run_id) is not null as of_pay,
                      p.owner_id, p.amount
                    from (select * from ledger_entry where book_id = ? order by id desc limit ?) e
                    left join ledger_entry o on o.school_id = e.school_id and o.book_id = e.book_id
                      and o.id = e.reversal_of
                    left join payroll_line pay on pay.school_id = e.school_id
                      and coalesce(o.cause_type, e.cause_type) = 'pay_line'
                      and pay.id = coalesce(o.cause_id, e.cause_id)
                    left join payroll_correction mark on mark.school_id = e.school_id
                      and coalesce(o.cause_type, e.cause_type) = 'pay_mark'
                      and mark.id = coalesce(o.cause_id, e.cause_id)
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
                    coalesce(w.students, 1) as students, coalesce(w.entries, 1) as entries
                  from folded f
                  join ledger_entry e on e.book_id = ? and e.id = f.id
                  -- Of the whole run, however much of it is among the newest.
                  left join lateral (
                    select sum(l.amount)::bigint as amount, count(distinct l.student_id)::int as students,
                        count(distinct l.entry_id)::int as entries
                      from (
                        select amount, student_id, entry_id from payroll_line
                          where f.of_pay and run_id = f.run_id
                        union all
                        select amount_after - amount_before, student_id, entry_id
                          from payroll_correction
                          where f.of_pay and run_id = f.run_id and day is not null
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
                                row.getInt("students"),
                                row.getInt("entries")),
                bookId,
                limit * FOLDED,
                limit,
                bookId);
    }

    /**
     * Lists what people of a book were paid, given and fined, and what of it was taken back, the
     * newest first (domain/economy.md 5.2).
     *
     * @param period of one kind of entry, or of all of these
     */
    public List<ClassEntry> payOfBook(UUID bookId, Period period, int limit) {
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
                period.from(),
                period.to(),
                period.kind(),
                limit);
    }

    /** Lists what moved on people's accounts of a book in a period, in order. */
    public List<ClassEntry> ofBook(UUID bookId, Period period, EntryFilter filter) {
        return moved(
                bookId,
                period,
                filter,
                " order by e.recorded_at, e.id, p.line limit ? offset ?",
                Integer.MAX_VALUE,
                0);
    }

    /** Returns a page of the same, the newest first, with the number of rows of all pages. */
    public Slice<ClassEntry> page(
            UUID bookId, Period period, EntryFilter filter, int page, int perPage) {
        long total =
                sql.list(
                                "select count(*) " + FROM_CLASS + FILTERED,
                                row -> row.getLong(1),
                                parameters(bookId, period, filter))
                        .get(0);
        List<ClassEntry> rows =
                moved(
                        bookId,
                        period,
                        filter,
                        " order by e.recorded_at desc, e.id desc, p.line limit ? offset ?",
                        perPage,
                        (page - 1L) * perPage);
        return new Slice<>(rows, total, page, perPage);
    }

    private List<ClassEntry> moved(
            UUID bookId, Period period, EntryFilter filter, String order, int limit, long offset) {
        return sql.list(
                CLASS_ENTRY + FILTERED + order,
                this::classEntry,
                Stream.concat(
                                Stream.of(parameters(bookId, period, filter)),
                                Stream.of(limit, offset))
                        .toArray());
    }

    private static Object[] parameters(UUID bookId, Period period, EntryFilter filter) {
        UUID[] owners = filter.owners() == null ? null : filter.owners().toArray(UUID[]::new);
        return new Object[] {
            bookId,
            period.from(),
            period.to(),
            owners,
            owners,
            filter.account(),
            filter.account(),
            period.kind(),
            period.kind()
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
}
