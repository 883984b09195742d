package org.homeroom.payroll;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.homeroom.kernel.Ids;
import org.homeroom.kernel.TestServer;
import org.homeroom.launcher.DatabaseAccess;
import org.homeroom.tenancy.TenantTransaction;

/**
 * A class of Lakeside with more students than anybody would sign in, each with an hour and some
 * seconds of unpaid time. Its teacher is nobody's account, so no other test meets it.
 */
final class CrowdedClass {

    private final UUID school;
    private final UUID id = Ids.next();

    /** Makes the class, as the application's role. */
    CrowdedClass(int students) throws Exception {
        school =
                UUID.fromString(
                        text("select id::text from tenancy_school where subdomain = 'lakeside'"));
        run(
                """
                insert into identity_account (school_id, id, username, display_name, kind)
                  select current_school(), case n when 0 then '%1$s'::uuid else gen_random_uuid() end,
                      right('%1$s', 12) || n, 'Crowd', case n when 0 then 'adult' else 'student' end
                    from generate_series(0, %2$d) n;
                insert into roster_class
                    (school_id, id, name, period, join_code, teacher_id, created_at)
                  values (current_school(), '%1$s', 'Crowd', 'Z',
                    translate(upper(right('%1$s', 6)), '01', 'XY'), '%1$s', now());
                insert into ledger_book (school_id, id, class_id, kind, currency)
                  values (current_school(), '%1$s', '%1$s', 'token', 'TOK');
                insert into ledger_account
                    (school_id, id, book_id, class_id, kind, tracked, allow_negative)
                  select current_school(), gen_random_uuid(), '%1$s', '%1$s', kind, false, true
                    from unnest(array['pay_expense', 'adjustment']) kind;
                insert into roster_seat (school_id, id, class_id, first_name, last_initial, dob_sum,
                    claim_hash, salt, last_name_hashes, student_id, created_at, claimed_at)
                  select current_school(), gen_random_uuid(), '%1$s', username, 'X', 2017, '-',
                      decode(repeat('00', 16), 'hex'), array['-'], id, now(), now()
                    from identity_account where username ~ ('^' || right('%1$s', 12) || '[1-9]');
                insert into ledger_account (school_id, id, book_id, class_id, kind, owner_id, tracked)
                  select current_school(), gen_random_uuid(), '%1$s', '%1$s', 'checking', student_id, true
                    from roster_seat where class_id = '%1$s';
                insert into attendance_tap
                    (school_id, id, class_id, student_id, action, at, source, recorded_at)
                  select current_school(), gen_random_uuid(), '%1$s', student_id, turn.action,
                      date_trunc('second', now()) - make_interval(secs => turn.ago), 'import', now()
                    from (
                      select student_id, 3600 + row_number() over (order by student_id) as worked
                        from roster_seat where class_id = '%1$s') seat,
                      lateral (values ('in', 86400 + worked), ('out', 86400)) turn (action, ago);
                """
                        .formatted(id, students));
    }

    /**
     * Lets each student have saved a sum of its own for a week and more, at a whole per cent a
     * week.
     */
    void save() throws Exception {
        try (Connection superuser = TestServer.get().superuser();
                Statement statement = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            TenantTransaction.set(superuser, school);
            statement.execute(
                    """
                    set local search_path = homeroom;
                    insert into banking_settings
                        (school_id, class_id, rate_micros, rate_per, method, payout, first_day)
                      values (current_school(), '%1$s', 520000, 'year', 'simple', 'weekly',
                        current_date - 9);
                    insert into ledger_account
                        (school_id, id, book_id, class_id, kind, owner_id, tracked)
                      select current_school(), gen_random_uuid(), '%1$s', '%1$s', 'savings',
                          student_id, true
                        from roster_seat where class_id = '%1$s';
                    select ledger_post_pair('%1$s', 'saved:' || s.id, 'payment', 'Saved', 'person',
                        null, null, null, p.id, -s.sum, s.id, s.sum)
                      from (select a.*, 10000 + 100 * row_number() over (order by a.id) as sum
                        from ledger_account a where a.book_id = '%1$s' and a.kind = 'savings') s
                      join ledger_account p on p.book_id = s.book_id and p.kind = 'pay_expense';
                    -- Before anything is sealed, because nothing is told of it yet.
                    set local session_replication_role = replica;
                    update ledger_entry set recorded_at = now() - interval '12 days'
                      where book_id = '%1$s';
                    """
                            .formatted(id));
            superuser.commit();
        }
    }

    /**
     * Lets the mark "present" pay half an hour at a quarter a minute, and marks each student so.
     */
    void mark() throws Exception {
        run(
                """
                insert into payroll_settings (school_id, class_id, rate_micros_per_minute, rule_id)
                  values (current_school(), '%1$s', 250000, payroll_keep_rule('%1$s', null, null, null,
                    'none', null, 0, null, null, null, null, null, 30, 0, 0, 0, current_date - 3));
                insert into attendance_mark
                    (school_id, class_id, day, student_id, turn, mark, marked_by, marked_at)
                  select current_school(), '%1$s', current_date - 1, student_id, 1, 'present', '%1$s',
                      now()
                    from roster_seat where class_id = '%1$s';
                """
                        .formatted(id));
    }

    UUID id() {
        return id;
    }

    /** Counts the students whom a run has paid. */
    long paid(String run) throws Exception {
        return number("select paid_count from payroll_run where id = '" + run + "'");
    }

    /** Counts the students whom an interest run has paid. */
    long earned(String run) throws Exception {
        return number("select paid_count from banking_run where id = '" + run + "'");
    }

    /** Counts the students whose savings are not what they were and their interest, booked once. */
    long unlikeTheirInterest(String run) throws Exception {
        return number(
                """
                select count(*) from banking_line l
                  join ledger_account a on a.owner_id = l.student_id and a.kind = 'savings'
                  left join ledger_entry e on e.cause_id = l.id
                  where l.run_id = '%s'
                    and (e.id is distinct from l.entry_id or l.amount <> round(l.average * 0.01)
                      or a.balance <> l.holds + l.amount or a.version <> 2)
                """
                        .formatted(run));
    }

    /** Counts the entries for the time of a run; fails when a line has two. */
    long entries(String run) throws Exception {
        return entries(run, "payroll_line");
    }

    /** Counts the entries for the marks of a run; fails when a mark has two. */
    long markEntries(String run) throws Exception {
        return entries(run, "payroll_correction");
    }

    private long entries(String run, String table) throws Exception {
        return number(
                """
                select count(distinct cause_id)
                  from ledger_entry e join %s paid on paid.id = e.cause_id
                  where paid.run_id = '%s' having count(*) = count(distinct e.cause_id)
                """
                        .formatted(table, run));
    }

    /**
     * Counts the students whose account does not hold exactly what their line and their mark say.
     */
    long unlikeTheirLine(String run) throws Exception {
        return number(
                """
                select count(*) from payroll_line l
                  join ledger_account a on a.owner_id = l.student_id and a.kind = 'checking'
                  left join payroll_correction mark
                    on mark.run_id = l.run_id and mark.student_id = l.student_id
                  where l.run_id = '%s'
                    and (a.balance <> l.amount + coalesce(mark.amount_after, 0)
                      or a.version <> 1 + num_nonnulls(mark.id))
                """
                        .formatted(run));
    }

    private long number(String sql) throws Exception {
        return Long.parseLong(text(sql));
    }

    private void run(String sql) throws Exception {
        try (Connection app = connect();
                Statement statement = app.createStatement()) {
            statement.execute(sql);
            app.commit();
        }
    }

    private String text(String sql) throws Exception {
        try (Connection app = connect();
                Statement statement = app.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private Connection connect() throws SQLException {
        DatabaseAccess database = TestServer.get().database();
        Connection app =
                DriverManager.getConnection(
                        database.url(), database.appUser(), database.appPassword());
        app.setAutoCommit(false);
        if (school != null) {
            TenantTransaction.set(app, school);
        }
        return app;
    }
}
