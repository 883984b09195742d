package org.homeroom.payroll;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.kernel.JobProgress.Choice;
import org.homeroom.kernel.Money;
import org.homeroom.ledger.Obstacle;
import org.homeroom.roster.SeatNames;
import org.homeroom.tenancy.TenantDatabase;

/**
 * Pay runs. The computing, deciding and paying is done by the functions of migrations V0050 to
 * V0195, in sets; each call belongs to the caller's transaction.
 */
@ApplicationScoped
public class PayrollRepository {

    private static final Comparator<PayLine> BY_NAME =
            Comparator.comparing((PayLine line) -> !line.outlier())
                    .thenComparing(line -> SeatNames.order(line.firstName(), line.lastInitial()));

    @Inject TenantDatabase database;
    @Inject SeatNames names;

    /** Returns what a run would pay for time up to the instant. */
    public PayEstimate estimate(UUID classId, Instant through) {
        return PayrollSql.list(
                        database,
                        """
                        select count(distinct due.student_id) filter (where due.amount <> 0) as students,
                            coalesce(sum(due.seconds), 0) as seconds, coalesce(sum(due.amount), 0) as total
                          from (
                            select u.student_id, u.seconds, u.amount from payroll_due(?, ?) u
                            union all
                            select d.student_id, 0, d.amount_after - d.amount_before
                              from payroll_differences(?, ?) d
                            union all
                            select m.student_id, 0, m.amount_after - m.amount_before
                              from payroll_mark_differences(?, ?) m) due
                        """,
                        row ->
                                new PayEstimate(
                                        row.getInt("students"),
                                        row.getLong("seconds"),
                                        row.getLong("total")),
                        classId,
                        through,
                        classId,
                        through,
                        classId,
                        through)
                .get(0);
    }

    /**
     * Lists the students of a class with what is unpaid up to the instant and what they were paid.
     */
    public List<PayStudent> students(UUID classId, Instant through) {
        return PayrollSql.list(
                        database,
                        """
                        with due as (
                          select x.student_id, sum(x.seconds)::bigint as seconds,
                              sum(x.amount)::bigint as amount
                            from (
                              select u.student_id, u.seconds, u.amount from payroll_due(?, ?) u
                              union all
                              select d.student_id, 0, d.amount_after - d.amount_before
                                from payroll_differences(?, ?) d
                              union all
                              select m.student_id, 0, m.amount_after - m.amount_before
                                from payroll_mark_differences(?, ?) m) x
                            group by x.student_id
                        ), given as (
                          select l.school_id, l.student_id, r.committed_at as at, l.amount, l.entry_id
                            from payroll_run r
                            join payroll_line l on l.school_id = r.school_id and l.run_id = r.id
                            where r.school_id = current_school() and r.class_id = ?
                              and l.entry_id is not null
                          union all
                          select c.school_id, c.student_id, null, c.amount_after - c.amount_before,
                              c.entry_id
                            from payroll_run r
                            join payroll_correction c on c.school_id = r.school_id
                              and c.run_id = r.id
                            where r.school_id = current_school() and r.class_id = ?
                              and c.entry_id is not null
                        ), paid as (
                          select g.student_id, max(g.at) as at, count(g.at) as pays,
                              sum(g.amount)::bigint as amount
                            from given g
                            where not exists (
                              select from ledger_entry back
                                where back.school_id = g.school_id and back.reversal_of = g.entry_id)
                            group by g.student_id
                        )
                        select s.id as seat_id, s.first_name, s.last_initial, s.student_id, due.seconds,
                            due.amount as due, paid.at, paid.pays, paid.amount as earned
                          from roster_seat s
                          left join due on due.student_id = s.student_id
                          left join paid on paid.student_id = s.student_id
                          where s.school_id = current_school() and s.class_id = ?
                            and s.student_id is not null and (s.left_at is null or due.seconds > 0)
                        """,
                        row ->
                                new PayStudent(
                                        PayrollSql.uuid(row, "student_id"),
                                        names.first(row),
                                        row.getString("last_initial"),
                                        row.getLong("seconds"),
                                        row.getLong("due"),
                                        PayrollSql.instant(row, "at"),
                                        row.getInt("pays"),
                                        row.getLong("earned")),
                        classId,
                        through,
                        classId,
                        through,
                        classId,
                        through,
                        classId,
                        classId,
                        classId)
                .stream()
                .sorted(
                        Comparator.comparing(
                                one -> SeatNames.order(one.firstName(), one.lastInitial())))
                .toList();
    }

    /**
     * Computes a run without paying.
     *
     * @param through whole seconds
     * @param replaces the stale rehearsal it is made in place of, or null
     */
    public void rehearse(
            UUID run, UUID classId, Instant through, UUID replaces, UUID by, Instant now) {
        PayrollSql.list(
                database,
                "select payroll_rehearse(?, ?, ?, ?::uuid, ?::uuid, ?)",
                row -> null,
                run,
                classId,
                through,
                replaces,
                by,
                now);
        PayrollSql.list(database, "select payroll_rehearse_corrections(?)", row -> null, run);
    }

    /** Lets a run be paid; answers {@code running} or why not, see {@code payroll_claim}. */
    public String claim(UUID run, UUID by, Instant now) {
        return text("select payroll_claim(?, ?::uuid, ?)", run, by, now);
    }

    /**
     * Takes a run back as a whole; answers {@code reversed} or why not, see {@code
     * payroll_reverse}.
     */
    public String reverse(UUID run, String reason, UUID by, Instant now) {
        return text("select payroll_reverse(?, ?, ?::uuid, ?)", run, reason, by, now);
    }

    /** Lists students of a running run who are not paid yet, after a student, in order. */
    public List<UUID> unpaid(UUID run, UUID after, int limit) {
        return PayrollSql.list(
                database,
                "select payroll_unpaid(?, ?::uuid, ?) as student_id",
                row -> PayrollSql.uuid(row, "student_id"),
                run,
                after,
                limit);
    }

    /** Pays those of the students who were not paid yet for their time, and returns them. */
    public List<PaidLine> pay(UUID run, List<UUID> students) {
        return paid("select *, 'pay' as kind from payroll_pay_chunk(?, ?)", run, students);
    }

    /**
     * Pays what the run gives the students for marks and corrects of their earlier pay; after
     * {@link #pay}, in its transaction. Amounts below zero are taken back.
     */
    public List<PaidLine> payCorrections(UUID run, List<UUID> students) {
        return paid("select * from payroll_pay_corrections(?, ?)", run, students);
    }

    private List<PaidLine> paid(String sql, UUID run, List<UUID> students) {
        return PayrollSql.list(
                database,
                sql,
                row ->
                        new PaidLine(
                                PayrollSql.uuid(row, "student_id"),
                                PayrollSql.uuid(row, "entry_id"),
                                row.getLong("amount"),
                                row.getLong("balance_after"),
                                row.getString("kind")),
                run,
                students);
    }

    /** Notes the execution that works on a run. */
    public void startedBy(UUID run, long jobExecutionId) {
        PayrollSql.change(
                database,
                "update payroll_run set job_execution_id = ?, version = version + 1 where id = ?",
                jobExecutionId,
                run);
    }

    /** Marks a running run as paid, if everybody is; who got nothing is through with it too. */
    public boolean finish(UUID run, Instant now) {
        return PayrollSql.list(
                        database, "select payroll_finish(?, ?)", row -> row.getBoolean(1), run, now)
                .get(0);
    }

    /**
     * Marks a running run as stopped.
     *
     * @param jobExecutionId only if this execution works on it, or none does; null for whichever
     */
    public void fail(UUID run, Long jobExecutionId, String failure) {
        PayrollSql.change(
                database,
                """
                update payroll_run set state = 'failed', failure = left(?, 500), version = version + 1
                  where id = ? and state = 'running'
                    and job_execution_id is not distinct from coalesce(?::bigint, job_execution_id)
                """,
                failure,
                run,
                jobExecutionId);
    }

    /** Marks the running runs on which nothing was done for that long as stopped; returns them. */
    public List<UUID> failStill(Duration patience, String failure) {
        return PayrollSql.list(
                database,
                """
                update payroll_run set state = 'failed', failure = ?, version = version + 1
                  where state = 'running'
                    and worked_at < clock_timestamp() - make_interval(secs => ?)
                  returning id
                """,
                row -> PayrollSql.uuid(row, "id"),
                failure,
                patience.toSeconds());
    }

    /**
     * Leaves the time behind pay that is about to be taken back to be paid again, and corrections
     * to be made again; answers {@code unpaid} or {@code later}, see {@code payroll_unpay}.
     */
    public String unpay(List<UUID> entries) {
        return text("select payroll_unpay(?)", entries);
    }

    /** Finds the runs that paid, or are paying, what keeps a class's entries from being unpaid. */
    public List<Obstacle> inTheWay(UUID classId, List<UUID> entries) {
        return PayrollSql.list(
                database,
                """
                with taken as (
                  select l.id, l.student_id, l.anchor_at, ids.these
                    from (select ?::uuid[] as these) ids
                    join ledger_entry e on e.book_id = ? and e.id = any (ids.these)
                    join payroll_line l on l.school_id = e.school_id and l.id = e.cause_id
                      and l.entry_id = e.id
                    where e.cause_type = 'pay_line'),
                later as (
                  select taken.student_id, l.run_id, l.entry_id, taken.these
                    from taken
                    join payroll_line l on l.student_id = taken.student_id and l.id <> taken.id
                      and l.anchor_at > coalesce(taken.anchor_at, '-infinity')
                  union all
                  select taken.student_id, c.run_id, c.entry_id, taken.these
                    from taken
                    join payroll_line l on l.student_id = taken.student_id
                      and (l.id = taken.id
                        or l.anchor_at > coalesce(taken.anchor_at, '-infinity'))
                    join payroll_correction c on c.line_id = l.id)
                select distinct r.id, r.through, later.student_id
                  from later
                  join payroll_run r on r.id = later.run_id
                  left join ledger_entry e on e.book_id = r.class_id and e.id = later.entry_id
                  where r.class_id = ?
                    and (r.state in ('running', 'failed')
                      or e.id <> all (later.these)
                        and not exists (select from ledger_entry back
                          where back.school_id = e.school_id and back.reversal_of = e.id))
                  order by r.through, r.id
                """,
                row ->
                        new Obstacle(
                                "pay_run",
                                PayrollSql.uuid(row, "id"),
                                PayrollSql.uuid(row, "student_id"),
                                PayrollSql.instant(row, "through")),
                entries,
                classId,
                classId);
    }

    /** Finds a run. */
    public Optional<PayRun> run(UUID run) {
        return PayrollSql.first(
                database, PayRunRow.SELECT + "where r.id = ?", PayRunRow::read, run);
    }

    /** Finds the rehearsal that was made in place of a stale one. */
    public Optional<PayRun> replacementOf(UUID stale) {
        return PayrollSql.first(
                database,
                PayRunRow.SELECT + "where r.replaces = ? order by r.created_at desc",
                PayRunRow::read,
                stale);
    }

    /** Finds the run of a class that is going on or stopped half-way. */
    public Optional<PayRun> unfinished(UUID classId) {
        return PayrollSql.first(
                database,
                PayRunRow.SELECT + "where r.class_id = ? and r.state in ('running', 'failed')",
                PayRunRow::read,
                classId);
    }

    /** Finds the run paid last before another one. */
    public Optional<PayRun> paidBefore(PayRun run) {
        return PayrollSql.first(
                database,
                PayRunRow.SELECT
                        + "where r.class_id = ? and r.state = 'paid' and r.through < ?"
                        + " order by r.through desc limit 1",
                PayRunRow::read,
                run.classId(),
                run.through());
    }

    /**
     * Returns up to when all who sit in a class are paid; empty while there is somebody who never
     * was, or whose pay was taken back to the beginning.
     */
    public Optional<Instant> paidThrough(UUID classId) {
        return PayrollSql.first(
                database,
                """
                select min(paid.through) as through from roster_seat seat
                  left join attendance_paid_through paid
                    on paid.school_id = seat.school_id and paid.class_id = seat.class_id
                       and paid.student_id = seat.student_id
                  where seat.school_id = current_school() and seat.class_id = ?
                    and seat.student_id is not null and seat.left_at is null
                  having bool_and(paid.through is not null)
                """,
                row -> PayrollSql.instant(row, "through"),
                classId);
    }

    /**
     * Finds the newest of the runs committed after another one that stand in its reversal's way.
     */
    public Optional<PayRun> committedAfter(PayRun run) {
        return PayrollSql.first(
                database,
                PayRunRow.SELECT
                        + "where r.class_id = ? and r.committed_at > ?"
                        + " and r.state in ('running', 'paid', 'failed')"
                        + " order by r.committed_at desc limit 1",
                PayRunRow::read,
                run.classId(),
                run.committedAt());
    }

    /** Lists a class's runs, newest first. */
    public List<PayRun> runs(UUID classId, int limit, long offset) {
        return PayrollSql.list(
                database,
                PayRunRow.SELECT
                        + "where r.class_id = ? order by r.created_at desc limit ? offset ?",
                PayRunRow::read,
                classId,
                limit,
                offset);
    }

    /** Lists a class's runs that were committed, newest first. */
    public List<PayRun> committed(UUID classId, int limit) {
        return PayrollSql.list(
                database,
                PayRunRow.SELECT
                        + "where r.class_id = ? and r.committed_at is not null"
                        + " order by r.committed_at desc limit ?",
                PayRunRow::read,
                classId,
                limit);
    }

    /**
     * Lists the runs that are rehearsed or stopped and the newest of their class, newest first,
     * each with its class and its sum.
     */
    public List<Choice> waiting() {
        return PayrollSql.list(
                database,
                """
                select r.id, c.name, r.total, r.through from payroll_run r
                  join roster_class c on c.school_id = r.school_id and c.id = r.class_id
                  where r.school_id = current_school() and r.state in ('rehearsed', 'failed')
                    and not exists (select from payroll_run n
                      where n.school_id = r.school_id and n.class_id = r.class_id
                        and n.created_at > r.created_at)
                  order by r.created_at desc
                """,
                row ->
                        new Choice(
                                row.getString("id"),
                                row.getString("name")
                                        + ": "
                                        + Money.tokens(row.getLong("total")).toDecimal(),
                                PayrollSql.instant(row, "through")));
    }

    /** Lists the school's classes that go on, by name. */
    public List<Choice> classes() {
        return PayrollSql.list(
                database,
                """
                select id, name from roster_class
                  where school_id = current_school() and ended_at is null order by name, id
                """,
                row -> new Choice(row.getString("id"), row.getString("name"), null));
    }

    /** Counts a class's runs. */
    public long count(UUID classId) {
        return PayrollSql.list(
                        database,
                        "select count(*) from payroll_run where class_id = ?",
                        row -> row.getLong(1),
                        classId)
                .get(0);
    }

    /** Returns what people call a class. */
    public String className(UUID classId) {
        return PayrollSql.list(
                        database,
                        "select name from roster_class where id = ?",
                        row -> row.getString(1),
                        classId)
                .get(0);
    }

    /** Lists a run's lines: those to check first, then by name. */
    public List<PayLine> lines(UUID run, int limit, long offset) {
        return PayrollSql.list(
                        database,
                        PayLineRow.SELECT + "where l.run_id = ? order by l.student_id",
                        row -> PayLineRow.read(row, names),
                        run)
                .stream()
                .sorted(BY_NAME)
                .skip(offset)
                .limit(limit)
                .toList();
    }

    /** Finds a line. */
    public Optional<PayLine> line(UUID line) {
        return PayrollSql.first(
                database,
                PayLineRow.SELECT + "where l.id = ?",
                row -> PayLineRow.read(row, names),
                line);
    }

    /** Finds a student's line of a run. */
    public Optional<PayLine> line(UUID run, UUID student) {
        return PayrollSql.first(
                database,
                PayLineRow.SELECT + "where l.run_id = ? and l.student_id = ?",
                row -> PayLineRow.read(row, names),
                run,
                student);
    }

    /** Returns how the time of a run under a rule adds up; nothing under the plain one. */
    public Optional<PayParts> parts(UUID run) {
        return PayrollSql.first(
                database,
                """
                select sum(seconds)::bigint as seconds, sum(rounding_seconds)::bigint as rounding,
                    sum(capped_seconds)::bigint as capped, sum(overtime_seconds)::bigint as overtime,
                    sum(bonus_seconds)::bigint as bonus,
                    sum(amount - overtime_amount - bonus_amount)::bigint as regular_amount,
                    sum(overtime_amount)::bigint as overtime_amount,
                    sum(bonus_amount)::bigint as bonus_amount
                  from payroll_line where school_id = current_school() and run_id = ?
                  having bool_or(rounding_seconds is not null)
                """,
                row ->
                        new PayParts(
                                row.getLong("seconds"),
                                row.getLong("rounding"),
                                row.getLong("capped"),
                                row.getLong("overtime"),
                                row.getLong("bonus"),
                                row.getLong("regular_amount"),
                                row.getLong("overtime_amount"),
                                row.getLong("bonus_amount")),
                run);
    }

    /** Lists the days behind a line under a rule, in order; none under the plain one. */
    public List<PayLineDay> days(UUID line) {
        return PayrollSql.list(
                database,
                """
                select * from payroll_line_day
                  where school_id = current_school() and line_id = ? order by day
                """,
                row ->
                        new PayLineDay(
                                row.getObject("day", LocalDate.class),
                                new PayParts(
                                        row.getLong("seconds"),
                                        row.getLong("rounding_seconds"),
                                        row.getLong("capped_seconds"),
                                        row.getLong("overtime_seconds"),
                                        row.getLong("bonus_seconds"),
                                        row.getLong("regular_amount"),
                                        row.getLong("overtime_amount"),
                                        row.getLong("bonus_amount"))),
                line);
    }

    private String text(String sql, Object... parameters) {
        return PayrollSql.list(database, sql, row -> row.getString(1), parameters).get(0);
    }
}
