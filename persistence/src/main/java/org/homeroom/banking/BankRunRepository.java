package org.homeroom.banking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.roster.SeatNames;
import org.homeroom.tenancy.TenantSql;

/** Rehearses, pays and takes back bank runs (migration V0073). */
@ApplicationScoped
public class BankRunRepository {

    private static final String SELECT =
            """
            select id, class_id, kind, state, title, amount, period_from, period_to, line_count,
                student_count, short_count, total, paid_count, paid_total, created_at, committed_at,
                finished_at, failure, reversed_at, reverse_reason, job_execution_id, version
              from banking_run
            """;

    @Inject TenantSql sql;
    @Inject SeatNames names;

    /** Computes a bonus or fee without booking it. */
    public void rehearseBonus(
            UUID id, UUID classId, String title, long amount, UUID by, Instant now) {
        sql.list(
                "select banking_rehearse(?, ?, 'bonus', ?, ?, null, null, null, null, ?::uuid, ?)",
                row -> id,
                id,
                classId,
                title,
                amount,
                by,
                now);
    }

    /** Computes the interest of a period without booking it; days begin in the zone. */
    public void rehearseInterest(
            UUID id,
            UUID classId,
            String title,
            BankPeriod period,
            String zone,
            UUID by,
            Instant now) {
        sql.list(
                "select banking_rehearse(?, ?, 'interest', ?, null, ?, ?, ?, null, ?::uuid, ?)",
                row -> id,
                id,
                classId,
                title,
                period.from(),
                period.to(),
                zone,
                by,
                now);
    }

    /** Computes what is due of loans and certificates through a day without booking it. */
    public void rehearseDue(
            UUID id, UUID classId, String title, LocalDate through, UUID by, Instant now) {
        sql.list(
                "select banking_rehearse(?, ?, 'due', ?, null, null, null, null, ?, ?::uuid, ?)",
                row -> id,
                id,
                classId,
                title,
                through,
                by,
                now);
    }

    /** Tells whether a run of the class and kind is going on or stopped half-way. */
    public boolean isUnfinished(UUID classId, String kind) {
        return !sql.list(
                        "select id from banking_run where class_id = ? and kind = ?"
                                + " and state in ('running', 'failed')",
                        row -> row.getObject("id", UUID.class),
                        classId,
                        kind)
                .isEmpty();
    }

    /**
     * Tells whether anything of loans and certificates that is due through a day can be booked, or
     * is to be noted as missed for the first time.
     */
    public boolean isBookable(UUID classId, LocalDate through) {
        return sql.list(
                        """
                        select exists (select from banking_due_items(?, ?) d
                          join roster_seat s on s.school_id = current_school() and s.class_id = ?
                            and s.student_id = d.student_id
                          left join banking_instalment i
                            on i.school_id = s.school_id and i.id = d.item_id
                          where not d.short or i.missed_by is null) as bookable
                        """,
                        row -> row.getBoolean("bookable"),
                        classId,
                        through,
                        classId)
                .get(0);
    }

    /** Returns the days whose interest comes next. */
    public BankPeriod nextPeriod(UUID classId, String zone) {
        return sql.list(
                        "select * from banking_next_period(?, ?)",
                        row ->
                                new BankPeriod(
                                        row.getObject("period_from", LocalDate.class),
                                        row.getObject("period_to", LocalDate.class)),
                        classId,
                        zone)
                .get(0);
    }

    /** Returns what savings grow to: now and after each of twelve months, in minor units. */
    public List<Long> forecast(UUID classId, long balance) {
        return sql.list(
                "select balance from banking_forecast(?, ?) order by month",
                row -> row.getLong("balance"),
                classId,
                balance);
    }

    /** Lets a run be paid; answers {@code running} or why not. */
    public String claim(UUID runId, UUID by, Instant now) {
        return sql.list(
                        "select banking_claim(?, ?::uuid, ?) as outcome",
                        row -> row.getString("outcome"),
                        runId,
                        by,
                        now)
                .get(0);
    }

    /** Pays those of the students who are not paid yet, or answers only who is short. */
    public List<MovedMoney> pay(UUID runId, List<UUID> students) {
        return sql.list(
                "select * from banking_pay_chunk(?, ?)",
                MoneyRepository::moved,
                runId,
                students.toArray(UUID[]::new));
    }

    /** Lists students who are not paid yet, in order. */
    public List<UUID> unpaid(UUID runId, int limit) {
        return sql.list(
                """
                select distinct student_id from banking_line
                  where run_id = ? and entry_id is null and amount <> 0
                  order by student_id limit ?
                """,
                row -> row.getObject("student_id", UUID.class),
                runId,
                limit);
    }

    /** Marks the run as paid; false when somebody of it is not, or it does not run. */
    public boolean finish(UUID runId, Instant now) {
        return sql.update(
                        """
                        update banking_run set state = 'paid', finished_at = ?, version = version + 1
                          where id = ? and state = 'running' and paid_count = student_count
                        """,
                        now,
                        runId)
                == 1;
    }

    /** Remembers the execution that pays. */
    public void startedBy(UUID runId, long jobExecutionId) {
        sql.update(
                "update banking_run set job_execution_id = ?, version = version + 1 where id = ?",
                jobExecutionId,
                runId);
    }

    /** Marks a running run as stopped half-way. */
    public void fail(UUID runId, String why) {
        sql.update(
                """
                update banking_run set state = 'failed', failure = ?, version = version + 1
                  where id = ? and state = 'running'
                """,
                why,
                runId);
    }

    /** Marks the running runs on which nothing was done for that long as stopped; returns them. */
    public List<UUID> failStill(Duration patience, String why) {
        return sql.list(
                """
                update banking_run set state = 'failed', failure = ?, version = version + 1
                  where state = 'running'
                    and worked_at < clock_timestamp() - make_interval(secs => ?)
                  returning id
                """,
                row -> row.getObject("id", UUID.class),
                why,
                patience.toSeconds());
    }

    /** Takes it back; answers {@code reversed} or why not. */
    public String reverse(UUID runId, String reason, UUID by, Instant now) {
        return sql.list(
                        "select banking_reverse(?, ?, ?::uuid, ?) as outcome",
                        row -> row.getString("outcome"),
                        runId,
                        reason,
                        by,
                        now)
                .get(0);
    }

    /** Finds a run. */
    public Optional<BankRun> run(UUID runId) {
        return sql.list(SELECT + "where id = ?", BankRunRepository::read, runId).stream()
                .findFirst();
    }

    /** Lists a class's runs that were committed, newest first; of one kind, or with null of all. */
    public List<BankRun> committed(UUID classId, String kind, int limit) {
        return sql.list(
                SELECT
                        + """
                        where class_id = ? and committed_at is not null
                          and kind = coalesce(?::text, kind)
                          order by created_at desc, id desc limit ?
                        """,
                BankRunRepository::read,
                classId,
                kind,
                limit);
    }

    /** Lists the school's newest runs that are rehearsed or stopped. */
    public List<BankRun> waiting(int limit) {
        return sql.list(
                SELECT
                        + """
                        where school_id = current_school() and state in ('rehearsed', 'failed')
                          and kind in ('interest', 'due')
                          order by created_at desc limit ?
                        """,
                BankRunRepository::read,
                limit);
    }

    /** Lists a run's lines: those left out first, then by name. */
    public List<BankLine> lines(UUID runId) {
        return sql
                .list(
                        """
                select l.student_id, s.id as seat_id, s.first_name, s.last_initial, l.holds,
                    l.average, l.amount, l.short, l.entry_id, l.title
                  from banking_line l
                  join banking_run r on r.school_id = l.school_id and r.id = l.run_id
                  join roster_seat s on s.school_id = l.school_id and s.class_id = r.class_id
                    and s.student_id = l.student_id
                  where l.run_id = ?
                  order by l.student_id, l.title
                """,
                        row ->
                                new BankLine(
                                        row.getObject("student_id", UUID.class),
                                        names.inShort(row),
                                        row.getLong("holds"),
                                        row.getObject("average", Long.class),
                                        row.getLong("amount"),
                                        row.getBoolean("short"),
                                        row.getObject("entry_id", UUID.class),
                                        row.getString("title")),
                        runId)
                .stream()
                .sorted(
                        Comparator.comparing((BankLine line) -> !line.isShort())
                                .thenComparing(line -> line.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static BankRun read(ResultSet row) throws SQLException {
        return new BankRun(
                row.getObject("id", UUID.class),
                row.getObject("class_id", UUID.class),
                row.getString("kind"),
                BankRunState.of(row.getString("state")),
                row.getString("title"),
                row.getObject("amount", Long.class),
                row.getObject("period_from", LocalDate.class),
                row.getObject("period_to", LocalDate.class),
                row.getInt("line_count"),
                row.getInt("student_count"),
                row.getInt("short_count"),
                row.getLong("total"),
                row.getInt("paid_count"),
                row.getLong("paid_total"),
                TenantSql.instant(row, "created_at"),
                TenantSql.instant(row, "committed_at"),
                TenantSql.instant(row, "finished_at"),
                row.getString("failure"),
                TenantSql.instant(row, "reversed_at"),
                row.getString("reverse_reason"),
                row.getObject("job_execution_id", Long.class),
                row.getLong("version"));
    }
}
