package org.homeroom.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.roster.SeatNames;
import org.homeroom.tenancy.TenantDatabase;

/** Reads a book as a whole: over time, and one day of it. */
@ApplicationScoped
public class BookRepository {

    @Inject TenantDatabase database;
    @Inject SeatNames names;

    /**
     * Reads what the people of a book held at the end of each day, from a day until another, both
     * inclusive, in the zone.
     */
    public List<SupplyDay> supply(UUID book, ZoneId zone, LocalDate from, LocalDate to) {
        return LedgerSql.list(
                database,
                """
                with moved as (
                  select greatest((e.recorded_at at time zone ?)::date, ?::date - 1) as day,
                      sum(p.amount) filter (where p.amount > 0) as made,
                      -sum(p.amount) filter (where p.amount < 0) as taken
                    from (
                      -- What goes from one student to another neither comes nor goes.
                      select l.entry_id, sum(l.amount) as amount
                        from ledger_posting l
                        where l.book_id = ? and l.account_version is not null
                        group by l.entry_id) p
                    join ledger_entry e on e.book_id = ? and e.id = p.entry_id
                    group by 1)
                select d.day::date as day, coalesce(m.made, 0)::bigint as made,
                    coalesce(m.taken, 0)::bigint as taken,
                    (sum(coalesce(m.made, 0) - coalesce(m.taken, 0)) over (order by d.day))::bigint
                      as held
                  from generate_series(?::date - 1, ?::date, interval '1 day') d (day)
                  left join moved m on m.day = d.day::date
                  order by d.day offset 1
                """,
                row ->
                        new SupplyDay(
                                row.getObject("day", LocalDate.class),
                                row.getLong("made"),
                                row.getLong("taken"),
                                row.getLong("held")),
                zone.getId(),
                from,
                book,
                book,
                from,
                to);
    }

    /** Reads an entry with its postings. */
    public Optional<FullEntry> entry(UUID entry) {
        return LedgerSql.list(
                        database,
                        """
                        select e.id, e.book_id, e.recorded_at, e.kind, e.description, e.reversal_of,
                            r.id as reversed_by, s.position,
                            encode(s.digest, 'hex') as seal, c.through, k.through as corrects
                          from ledger_book b
                          join ledger_entry e on e.school_id = b.school_id and e.book_id = b.id
                          left join ledger_entry r on r.school_id = e.school_id
                            and r.reversal_of = e.id
                          left join ledger_seal s on s.school_id = e.school_id
                            and s.entry_id = e.id
                          left join ledger_correction t on t.school_id = e.school_id
                            and t.entry_id = e.id
                          left join ledger_closed_period k on k.school_id = t.school_id
                            and k.id = t.period_id
                          left join lateral (
                            select p.through from ledger_closed_period p
                              where p.school_id = e.school_id and p.book_id = e.book_id
                                and p.reopened_at is null and p.until > e.recorded_at
                              order by p.until limit 1) c on true
                          where e.id = ?
                        """,
                        row ->
                                new FullEntry(
                                        entry,
                                        LedgerSql.uuid(row, "book_id"),
                                        LedgerSql.instant(row, "recorded_at"),
                                        row.getString("kind"),
                                        row.getString("description"),
                                        LedgerSql.uuid(row, "reversal_of"),
                                        LedgerSql.uuid(row, "reversed_by"),
                                        LedgerSql.number(row, "position"),
                                        row.getString("seal"),
                                        row.getObject("through", LocalDate.class),
                                        row.getObject("corrects", LocalDate.class),
                                        lines(LedgerSql.uuid(row, "book_id"), entry)),
                        entry)
                .stream()
                .findFirst();
    }

    private List<EntryLine> lines(UUID book, UUID entry) {
        return LedgerSql.list(
                database,
                """
                select a.id, a.kind, p.amount, n.id as seat_id, n.first_name, n.last_initial
                  from ledger_posting p
                  join ledger_account a on a.school_id = p.school_id and a.id = p.account_id
                  left join roster_seat n on n.school_id = a.school_id and n.class_id = a.book_id
                    and n.student_id = a.owner_id
                  where p.book_id = ? and p.entry_id = ?
                  order by p.line
                """,
                row ->
                        new EntryLine(
                                LedgerSql.uuid(row, "id"),
                                row.getString("kind"),
                                names.inShort(row),
                                row.getLong("amount")),
                book,
                entry);
    }

    /** Counts a book's entries and their seals. */
    public BookState state(UUID book) {
        return LedgerSql.list(
                        database,
                        """
                        select count(*) as entries, count(s.position) as sealed
                          from ledger_entry e
                          left join ledger_seal s on s.school_id = e.school_id
                            and s.entry_id = e.id
                          where e.book_id = ?
                        """,
                        row -> new BookState(row.getLong("entries"), row.getLong("sealed")),
                        book)
                .get(0);
    }

    /**
     * Reads what was posted from an instant until before another and neither takes something back
     * nor was taken back, in order of entry.
     */
    public List<DayEntry> reversible(UUID book, Instant from, Instant to) {
        return LedgerSql.list(
                database,
                """
                select e.id, e.kind, a.id as account_id, a.owner_id, a.kind as account_kind,
                    coalesce(a.amount, 0) as amount
                  from ledger_entry e
                  left join lateral (
                    select n.id, n.owner_id, n.kind, sum(p.amount)::bigint as amount
                      from ledger_posting p
                      join ledger_account n on n.school_id = p.school_id and n.id = p.account_id
                      where p.school_id = e.school_id and p.book_id = e.book_id
                        and p.entry_id = e.id and n.owner_id is not null
                      group by n.id, n.owner_id, n.kind) a on true
                  where e.book_id = ? and e.recorded_at >= ? and e.recorded_at < ?
                    and e.reversal_of is null
                    and not exists (select from ledger_entry r
                      where r.school_id = e.school_id and r.reversal_of = e.id)
                  order by e.id, a.id
                """,
                row ->
                        new DayEntry(
                                LedgerSql.uuid(row, "id"),
                                row.getString("kind"),
                                LedgerSql.uuid(row, "account_id"),
                                LedgerSql.uuid(row, "owner_id"),
                                row.getString("account_kind"),
                                row.getLong("amount")),
                book,
                from,
                to);
    }
}
