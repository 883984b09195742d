package org.homeroom.banking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.homeroom.tenancy.TenantSql;

/** What banks book by themselves, and what became of it (migration V0114). */
@ApplicationScoped
public class BankDayRepository {

    @Inject TenantSql sql;

    /** Lists the classes of the bound school whose banks book by themselves. */
    public List<BankedByItself> open() {
        return sql.list(
                """
                select c.id, c.name, z.zone, s.books_at, s.books_since, s.version,
                    case when s.rate_micros > 0 and not exists (
                        select from banking_run r
                          where r.school_id = s.school_id and r.class_id = s.class_id
                            and r.period_from = p.period_from and r.state = 'reversed')
                      then p.period_to end as interest_from,
                    least(
                      (select min(i.due_on) from banking_loan l
                        join banking_instalment i
                          on i.school_id = l.school_id and i.loan_id = l.id and i.state = 'due'
                        where l.school_id = s.school_id and l.class_id = s.class_id
                          and l.state = 'running'),
                      (select min(f.matures_on) from banking_certificate f
                        where f.school_id = s.school_id and f.class_id = s.class_id
                          and f.state = 'open')) as oldest,
                    (select max(d.due_at) from banking_day d
                      where d.school_id = s.school_id and d.class_id = s.class_id
                        and d.kind = 'due' and d.outcome is not null) as looked
                  from banking_settings s
                  join roster_class c on c.school_id = s.school_id and c.id = s.class_id
                  join tenancy_school t on t.id = s.school_id
                  cross join lateral (select coalesce(c.zone, t.zone) as zone) z
                  cross join lateral banking_next_period(c.id, z.zone) p
                  where s.school_id = current_school() and s.books_at is not null
                    and c.ended_at is null
                  order by c.id
                """,
                BankDayRepository::banked);
    }

    /**
     * Takes something in hand, once in a cluster; who took it and did not end it loses it after the
     * patience. What waited or was empty before then is forgotten: this is its next try.
     *
     * @return false when it is done or in somebody's hand
     */
    public boolean take(BankDay day, Instant now, Duration patience) {
        boolean taken =
                sql.update(
                                """
                                insert into banking_day as d
                                    (school_id, class_id, kind, due_at, taken_at)
                                  values (current_school(), ?, ?, ?, ?)
                                  on conflict (school_id, class_id, kind, due_at) do update
                                    set taken_at = excluded.taken_at
                                    where d.outcome is null and d.taken_at <= ?
                                """,
                                day.classId(),
                                day.kind(),
                                day.due(),
                                now,
                                now.minus(patience))
                        == 1;
        if (taken) {
            sql.update(
                    """
                    delete from banking_day
                      where school_id = current_school() and class_id = ? and kind = ?
                        and due_at < ? and run_id is null
                    """,
                    day.classId(),
                    day.kind(),
                    day.due());
        }
        return taken;
    }

    /**
     * Says how it ended, unless somebody did who took it over.
     *
     * @param runId the run of it; null when there was nothing to book
     */
    public void end(BankDay day, UUID runId) {
        sql.update(
                """
                update banking_day set outcome = ?, run_id = ?::uuid, note = null
                  where school_id = current_school() and class_id = ? and kind = ? and due_at = ?
                    and outcome is null
                """,
                runId == null ? "empty" : "started",
                runId,
                day.classId(),
                day.kind(),
                day.due());
    }

    /** Says what keeps it waiting. */
    public void waits(BankDay day, BankDayNote note) {
        sql.update(
                """
                update banking_day set note = ?
                  where school_id = current_school() and class_id = ? and kind = ? and due_at = ?
                    and outcome is null
                """,
                note.code(),
                day.classId(),
                day.kind(),
                day.due());
    }

    /** Lists what became of the newest in a class. */
    public List<BankDayRow> newest(UUID classId, int limit) {
        return sql.list(
                """
                select d.kind, d.due_at, d.outcome, d.note, d.run_id, r.title, r.state
                  from banking_day d
                  left join banking_run r on r.school_id = d.school_id and r.id = d.run_id
                  where d.school_id = current_school() and d.class_id = ?
                  order by d.due_at desc, d.kind limit ?
                """,
                BankDayRepository::row,
                classId,
                limit);
    }

    private static BankedByItself banked(ResultSet row) throws SQLException {
        return new BankedByItself(
                row.getObject("id", UUID.class),
                row.getString("name"),
                new BankHour(
                        row.getObject("books_at", LocalTime.class),
                        ZoneId.of(row.getString("zone"))),
                TenantSql.instant(row, "books_since"),
                row.getObject("interest_from", LocalDate.class),
                row.getObject("oldest", LocalDate.class),
                TenantSql.instant(row, "looked"),
                row.getLong("version"));
    }

    private static BankDayRow row(ResultSet row) throws SQLException {
        String state = row.getString("state");
        return new BankDayRow(
                row.getString("kind"),
                TenantSql.instant(row, "due_at"),
                row.getString("outcome"),
                row.getString("note"),
                row.getObject("run_id", UUID.class),
                row.getString("title"),
                state == null ? null : BankRunState.of(state));
    }
}
