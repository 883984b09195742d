package org.homeroom.payroll;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.homeroom.attendance.TapAction;
import org.homeroom.attendance.TapEvent;
import org.homeroom.kernel.TestDatabase;
import org.homeroom.roster.TestSeatNames;
import org.homeroom.tenancy.TenantDatabase;

/** A class with students, accounts and taps in one open transaction of the application's role. */
final class PayrollTables implements AutoCloseable {

    final UUID school;
    final UUID teacher = UUID.randomUUID();
    final UUID classId = UUID.randomUUID();
    final List<UUID> students = new ArrayList<>();
    final PayrollRepository payroll = new PayrollRepository();
    final PayDifferenceRepository differences = new PayDifferenceRepository();
    final PaySettingsRepository settings = new PaySettingsRepository();
    private final Connection connection;

    PayrollTables(int studentCount) throws SQLException {
        school = TestDatabase.get().newSchool();
        connection = TestDatabase.get().asSchool(school);
        payroll.database = new OpenTransaction(connection);
        differences.database = payroll.database;
        settings.database = payroll.database;
        payroll.names = TestSeatNames.names();
        account(teacher, "teacher");
        run(
                "insert into roster_class (school_id, id, name, period, join_code, teacher_id, created_at)"
                        + " values (current_school(), ?, 'Maths', 'A', ?, ?, now())",
                classId,
                classId.toString()
                        .replaceAll("[^2-9a-f]", "")
                        .substring(0, 6)
                        .toUpperCase(Locale.ROOT),
                teacher);
        run(
                "insert into ledger_book (school_id, id, class_id, kind, currency)"
                        + " values (current_school(), ?, ?, 'token', 'TOK')",
                classId,
                classId);
        open("pay_expense", null);
        addStudents(studentCount);
    }

    private void addStudents(int count) throws SQLException {
        for (int i = 0; i < count; i++) {
            students.add(UUID.randomUUID());
        }
        Array ids = texts(students, id -> id);
        run(
                """
                insert into identity_account (school_id, id, username, display_name, kind)
                  select current_school(), n.id::uuid, 's' || n.id, 'Somebody', 'adult'
                    from unnest(?::text[]) n (id)
                """,
                ids);
        run(
                """
                insert into roster_seat (school_id, id, class_id, first_name, last_initial, dob_sum,
                    claim_hash, salt, last_name_hashes, student_id, created_at, claimed_at)
                  select current_school(), gen_random_uuid(), ?, 'Student ' || n.no, 'X', 2017, '\\x00',
                      decode(repeat('00', 16), 'hex'), array['\\x00'::bytea], n.id::uuid, now(), now()
                    from unnest(?::text[]) with ordinality n (id, no)
                """,
                classId,
                ids);
        run(
                """
                insert into ledger_account
                    (school_id, id, book_id, class_id, kind, owner_id, tracked, allow_negative)
                  select current_school(), gen_random_uuid(), ?, ?, 'checking', n.id::uuid, true, false
                    from unnest(?::text[]) n (id)
                """,
                classId,
                classId,
                ids);
    }

    /** Adds a student with a seat and a checking account. */
    UUID addStudent(String firstName) throws SQLException {
        UUID student = UUID.randomUUID();
        account(student, "s" + student);
        run(
                """
                insert into roster_seat (school_id, id, class_id, first_name, last_initial, dob_sum,
                    claim_hash, salt, last_name_hashes, student_id, created_at, claimed_at)
                  values (current_school(), ?, ?, ?, 'X', 2017, '\\x00', decode(repeat('00', 16), 'hex'),
                    array['\\x00'::bytea], ?, now(), now())
                """,
                UUID.randomUUID(),
                classId,
                firstName,
                student);
        open("checking", student);
        students.add(student);
        return student;
    }

    /** Taps a student; returns the tap. */
    UUID tap(UUID student, String action, Instant at) throws SQLException {
        UUID id = UUID.randomUUID();
        run(
                """
                insert into attendance_tap
                    (school_id, id, class_id, student_id, action, at, source, recorded_at)
                  values (current_school(), ?, ?, ?, ?, ?, 'import', now())
                """,
                id,
                classId,
                student,
                action,
                at);
        return id;
    }

    /** Taps a student in, and out some seconds later. */
    void session(UUID student, Instant from, long seconds) throws SQLException {
        tap(student, "in", from);
        tap(student, "out", from.plusSeconds(seconds));
    }

    /** A tap of a history. */
    record Mark(UUID id, UUID student, String action, Instant at) {}

    /** Adds taps in one statement. */
    void tapAll(List<Mark> marks) throws SQLException {
        run(
                """
                insert into attendance_tap
                    (school_id, id, class_id, student_id, action, at, source, recorded_at)
                  select current_school(), n.id::uuid, ?, n.student::uuid, n.action, n.at::timestamptz,
                      'import', now()
                    from unnest(?::text[], ?::text[], ?::text[], ?::text[]) n (id, student, action, at)
                """,
                classId,
                texts(marks, Mark::id),
                texts(marks, Mark::student),
                texts(marks, Mark::action),
                texts(marks, Mark::at));
    }

    /** Takes taps back in one statement. */
    void remove(List<UUID> taps) throws SQLException {
        run(
                """
                insert into attendance_tap_removal
                  select current_school(), n.id::uuid, 'wrong', ?, now(), 1 + (
                      select count(*) from attendance_tap_removal r where r.tap_id = n.id::uuid)
                    from unnest(?::text[]) n (id)
                """,
                teacher,
                texts(taps, id -> id));
    }

    /** Puts taps back in one statement. */
    void restore(List<UUID> taps) throws SQLException {
        run(
                """
                insert into attendance_tap_restoration
                  select school_id, tap_id, max(turn), 'right after all', ?, now()
                    from attendance_tap_removal where tap_id = any (?::text[]::uuid[])
                    group by school_id, tap_id
                """,
                teacher,
                texts(taps, id -> id));
    }

    /** A student's day of a history; the mark in small letters. */
    record DayMark(UUID student, LocalDate day, String mark) {}

    /** Marks days in one statement; each student's day once. */
    void mark(List<DayMark> marks, Instant at) throws SQLException {
        run(
                """
                insert into attendance_mark
                    (school_id, class_id, student_id, day, turn, mark, marked_by, marked_at)
                  select current_school(), ?, n.student::uuid, n.day::date, 1 + (
                      select count(*) from attendance_mark m
                        where m.class_id = ? and m.day = n.day::date
                          and m.student_id = n.student::uuid), n.mark, ?, ?
                    from unnest(?::text[], ?::text[], ?::text[]) n (student, day, mark)
                """,
                classId,
                classId,
                teacher,
                at,
                texts(marks, DayMark::student),
                texts(marks, DayMark::day),
                texts(marks, DayMark::mark));
    }

    /** Pays from now on by a rule and a rate. */
    void settle(PayRule rule, long rate) {
        long seen = settings.of(classId).version();
        PaySettings changed = new PaySettings(rate, null, 14, null, null, rule, seen);
        if (!settings.store(school, classId, changed, Instant.EPOCH)) {
            throw new IllegalStateException("the settings were changed meanwhile");
        }
    }

    private <T> Array texts(List<T> rows, Function<T, Object> part) throws SQLException {
        return connection.createArrayOf(
                "text", rows.stream().map(part).map(Object::toString).toArray());
    }

    /** Pays from now on by another rate. */
    void rate(long micros) throws SQLException {
        run(
                """
                insert into payroll_settings (school_id, class_id, rate_micros_per_minute)
                  values (current_school(), ?, ?)
                  on conflict (school_id, class_id)
                    do update set rate_micros_per_minute = excluded.rate_micros_per_minute
                """,
                classId,
                micros);
    }

    /** Lists a student's taps up to a run's end. */
    List<TapEvent> taps(UUID student, PayRun run) {
        return PayrollSql.list(
                payroll.database,
                """
                select id, student_id, action, at, reason, source from attendance_tap_effective
                  where student_id = ? and at <= ? order by at
                """,
                row ->
                        new TapEvent(
                                PayrollSql.uuid(row, "id"),
                                student,
                                TapAction.of(row.getString("action")).orElseThrow(),
                                PayrollSql.instant(row, "at"),
                                null,
                                row.getString("source")),
                student,
                run.through());
    }

    /** Rehearses a run up to the instant. */
    PayRun rehearse(Instant through) {
        UUID id = UUID.randomUUID();
        payroll.rehearse(id, classId, through, null, teacher, through);
        return payroll.run(id).orElseThrow();
    }

    /** Claims the run and pays all of it in chunks; returns how many were paid. */
    int payAll(PayRun run, int chunk, Instant now) {
        String outcome = payroll.claim(run.id(), teacher, now);
        if (!outcome.equals("running")) {
            throw new IllegalStateException("the run is " + outcome);
        }
        return payRest(run, chunk, now);
    }

    /** Pays who is not paid yet, and finishes. */
    int payRest(PayRun run, int chunk, Instant now) {
        int paid = 0;
        List<UUID> next = payroll.unpaid(run.id(), null, chunk);
        while (!next.isEmpty()) {
            paid += payroll.pay(run.id(), next).size();
            payroll.payCorrections(run.id(), next);
            next = payroll.unpaid(run.id(), next.get(next.size() - 1), chunk);
        }
        if (!payroll.finish(run.id(), now)) {
            throw new IllegalStateException("not complete");
        }
        return paid;
    }

    long balance(UUID student) throws SQLException {
        return number(
                "select balance from ledger_account where owner_id = ? and kind = 'checking'",
                student);
    }

    long number(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepared(sql, parameters);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    void run(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepared(sql, parameters)) {
            statement.execute();
        }
    }

    private void account(UUID id, String username) throws SQLException {
        run(
                "insert into identity_account (school_id, id, username, display_name, kind)"
                        + " values (current_school(), ?, ?, 'Somebody', 'adult')",
                id,
                username);
    }

    private void open(String kind, UUID owner) throws SQLException {
        run(
                """
                insert into ledger_account
                    (school_id, id, book_id, class_id, kind, owner_id, tracked, allow_negative)
                  values (current_school(), ?, ?, ?, ?, ?::uuid, ?, ?)
                """,
                UUID.randomUUID(),
                classId,
                classId,
                kind,
                owner,
                owner != null,
                owner == null);
    }

    private PreparedStatement prepared(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i];
            statement.setObject(
                    i + 1, value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
        }
        return statement;
    }

    /** Lets others see what was done; the rest happens in a new transaction. */
    void commit() throws SQLException {
        connection.commit();
        run("select set_config('app.school_id', ?, true)", school.toString());
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }

    private static final class OpenTransaction extends TenantDatabase {

        private final Connection handle;

        OpenTransaction(Connection connection) {
            handle =
                    (Connection)
                            Proxy.newProxyInstance(
                                    PayrollTables.class.getClassLoader(),
                                    new Class<?>[] {Connection.class},
                                    (proxy, method, arguments) -> {
                                        try {
                                            boolean close = method.getName().equals("close");
                                            return close
                                                    ? null
                                                    : method.invoke(connection, arguments);
                                        } catch (InvocationTargetException e) {
                                            throw e.getCause();
                                        }
                                    });
        }

        @Override
        public Connection connection() {
            return handle;
        }
    }
}
