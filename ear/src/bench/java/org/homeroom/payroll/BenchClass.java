package org.homeroom.payroll;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.UUID;
import org.homeroom.kernel.Ids;
import org.homeroom.tenancy.TenantTransaction;

/** One class with many students, their accounts and two taps a school day each. */
public final class BenchClass {

    private static final Instant THROUGH = Instant.parse("2026-10-31T00:00:00Z");

    private final UUID school = Ids.next();
    private final UUID classId = Ids.next();
    private final String[] access;
    private final int students;
    private final int days;

    public BenchClass(String[] access, int students, int days) {
        this.access = access;
        this.students = students;
        this.days = days;
    }

    public UUID school() {
        return school;
    }

    public UUID classId() {
        return classId;
    }

    int students() {
        return students;
    }

    Instant through() {
        return THROUGH;
    }

    /** Fills the database; afterwards nobody is paid. */
    public void prepare() throws SQLException {
        asOwner(
                "insert into tenancy_school (id, name, subdomain, zone) values ('%s', 'Bench', 'b%s', 'UTC')"
                        .formatted(school, school.toString().substring(24)));
        asSchool(
                """
                insert into identity_account (school_id, id, username, display_name, kind)
                  select current_school(), case n when 0 then '%1$s'::uuid else gen_random_uuid() end,
                      'bench' || n, 'Bench', case n when 0 then 'adult' else 'student' end
                    from generate_series(0, %2$d) n;
                insert into roster_class
                    (school_id, id, name, period, join_code, teacher_id, created_at)
                  values (current_school(), '%1$s', 'Bench', 'A',
                    translate(upper(right('%1$s', 6)), '01', 'XY'), '%1$s', now());
                insert into ledger_book (school_id, id, class_id, kind, currency)
                  values (current_school(), '%1$s', '%1$s', 'token', 'TOK');
                insert into ledger_account
                    (school_id, id, book_id, class_id, kind, tracked, allow_negative)
                  values (current_school(), gen_random_uuid(), '%1$s', '%1$s', 'pay_expense', false, true);
                insert into roster_seat (school_id, id, class_id, first_name, last_initial, dob_sum,
                    claim_hash, salt, last_name_hashes, student_id, created_at, claimed_at)
                  select current_school(), gen_random_uuid(), '%1$s', username, 'X', 2017, '-',
                      decode(repeat('00', 16), 'hex'), array['-'], id, now(), now()
                    from identity_account where kind = 'student';
                insert into ledger_account (school_id, id, book_id, class_id, kind, owner_id, tracked)
                  select current_school(), gen_random_uuid(), '%1$s', '%1$s', 'checking', student_id, true
                    from roster_seat where class_id = '%1$s';
                """
                        .formatted(classId, students));
        // Where everybody stands is counted once at the end: 5,000,000 taps are made in minutes that way.
        asOwner("alter table attendance_tap disable trigger user");
        for (int day = 0; day < days; day++) {
            tap(day);
            if (day == 0) {
                // What a running database's own upkeep would have done by the second day.
                asOwner("analyze");
            }
        }
        asOwner("alter table attendance_tap enable trigger user");
        asOwner("vacuum analyze");
        asSchool(
                """
                select count(*)
                  from (select array_agg(student_id) as students
                    from roster_seat where class_id = '%1$s') everybody,
                    attendance_restand('%1$s', everybody.students, true)
                """
                        .formatted(classId));
        asOwner("vacuum analyze attendance_standing");
    }

    // As taps come: everybody in the morning, everybody at the end, day after day.
    private void tap(int day) throws SQLException {
        asSchool(
                """
                insert into attendance_tap
                    (school_id, id, class_id, student_id, action, at, source, recorded_at)
                  select current_school(), gen_random_uuid(), class_id, student_id, turn.action,
                      '2026-10-01 08:00:00+00'::timestamptz + %2$d * interval '1 day'
                        + make_interval(secs => turn.begin + floor(random() * 1800)), 'student', now()
                    from (values ('in', 0), ('out', 3600)) turn (action, begin), roster_seat
                    where class_id = '%1$s' order by turn.begin
                """
                        .formatted(classId, day));
    }

    /**
     * Refuses a result that is not everybody's pay in the books, then makes all time unpaid again.
     *
     * @param total what was paid now, in minor units
     */
    void proveAndUnpay(long total) throws SQLException {
        long found =
                asSchool(
                        """
                        select coalesce(sum(p.amount), 0) from attendance_paid_through paid
                          join ledger_account a on a.school_id = paid.school_id
                            and a.book_id = paid.class_id and a.kind = 'checking'
                            and a.owner_id = paid.student_id
                          join ledger_posting p on p.school_id = a.school_id and p.account_id = a.id
                            and p.account_version = a.version and p.balance_after = a.balance
                          where paid.class_id = '%s'
                        """
                                .formatted(classId));
        long paid =
                asSchool(
                        "select count(*) from attendance_paid_through where class_id = '%s'"
                                .formatted(classId));
        if (found != total || paid != students) {
            throw new IllegalStateException("%d paid, %d in books".formatted(total, found));
        }
        asSchool("delete from attendance_paid_through where class_id = '%s'".formatted(classId));
        asOwner(
                "vacuum analyze attendance_paid_through, attendance_standing, ledger_account, ledger_entry, ledger_posting");
    }

    /** Does something as the application for the school and returns the first number it answers. */
    public long asSchool(String sql) throws SQLException {
        try (Connection app = DriverManager.getConnection(access[0], access[1], access[2]);
                Statement statement = app.createStatement()) {
            app.setAutoCommit(false);
            TenantTransaction.set(app, school);
            long answer = 0;
            if (statement.execute(sql)) {
                try (ResultSet row = statement.getResultSet()) {
                    row.next();
                    answer = row.getLong(1);
                }
            }
            app.commit();
            return answer;
        }
    }

    /** Does something as the owner of the tables. */
    public void asOwner(String sql) throws SQLException {
        try (Connection owner = DriverManager.getConnection(access[0], access[3], access[4]);
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
