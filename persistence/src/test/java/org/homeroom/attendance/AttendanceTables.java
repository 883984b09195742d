package org.homeroom.attendance;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.homeroom.identity.TestNames;
import org.homeroom.kernel.TestDatabase;
import org.homeroom.roster.TestSeatNames;
import org.homeroom.tenancy.OpenSchool;
import org.homeroom.tenancy.TenantSql;

/** A class with students who tap, in one open transaction of the application's role. */
final class AttendanceTables implements AutoCloseable {

    final UUID classId;
    final TapRepository taps = new TapRepository();
    final BoardRepository boards = new BoardRepository();
    final StandingRepository standings = new StandingRepository();
    final TenantSql sql;
    private final UUID schoolId;
    private final OpenSchool school;

    /** A class with a zone of its own, or null when it follows its school. */
    AttendanceTables(String zone) throws SQLException {
        this(TestDatabase.get().newSchool(), UUID.randomUUID());
        open(classId, "A", zone);
    }

    private AttendanceTables(UUID schoolId, UUID classId) throws SQLException {
        this.schoolId = schoolId;
        this.classId = classId;
        school = new OpenSchool(schoolId);
        sql = school.sql();
        taps.sql = sql;
        boards.sql = sql;
        standings.sql = sql;
        boards.names = TestSeatNames.names();
    }

    /** Returns the same class over another connection, which sees what is committed. */
    AttendanceTables beside() throws SQLException {
        return new AttendanceTables(schoolId, classId);
    }

    /** Keeps what happened, for other connections too. */
    void commit() throws SQLException {
        school.commit();
    }

    private void open(UUID id, String period, String zone) {
        sql.update(
                "insert into roster_class (school_id, id, name, period, join_code, zone,"
                        + " created_at) values (current_school(), ?, 'Maths', ?, ?, ?, now())",
                id,
                period,
                id.toString().replaceAll("[^2-9a-f]", "").substring(0, 6).toUpperCase(Locale.ROOT),
                zone);
    }

    /** Opens another class in which the same students have seats; returns it. */
    UUID another(String zone, UUID... students) {
        UUID id = UUID.randomUUID();
        open(id, "B", zone);
        seat(id, students);
        return id;
    }

    /** Returns what corrects taps of the class. */
    TapCorrectionRepository corrections() {
        TapCorrectionRepository corrections = new TapCorrectionRepository();
        corrections.sql = sql;
        corrections.seats = boards.names;
        corrections.accounts = TestNames.accounts();
        return corrections;
    }

    /** Gives students seats; returns them. */
    UUID[] students(int count) {
        UUID[] ids = new UUID[count];
        for (int i = 0; i < count; i++) {
            ids[i] = UUID.randomUUID();
        }
        sql.update(
                """
                insert into identity_account (school_id, id, username, display_name, kind)
                select current_school(), id, 's' || id, 'Somebody', 'student' from unnest(?) id
                """,
                (Object) ids);
        seat(classId, ids);
        return ids;
    }

    private void seat(UUID id, UUID... students) {
        sql.update(
                """
                insert into roster_seat (school_id, id, class_id, first_name, last_initial, dob_sum,
                    claim_hash, salt, last_name_hashes, student_id, created_at, claimed_at)
                select current_school(), gen_random_uuid(), ?, 'Ann ' || id, 'X', 2017, '\\x00',
                    decode(repeat('00', 16), 'hex'), array['\\x00'], id, now(), now()
                  from unnest(?::uuid[]) id
                """,
                id,
                students);
    }

    /** Taps one student. */
    void tap(UUID student, TapAction action, Instant at) {
        taps.add(classId, student, action, null, "student", student, at);
    }

    /** Taps all of them in one statement, as an import does. */
    void tapAll(UUID[] students, TapAction action, Instant at) {
        tapAll(classId, students, action, at);
    }

    /** Taps all of them in one statement in one of the classes. */
    void tapAll(UUID in, UUID[] students, TapAction action, Instant at) {
        sql.update(
                """
                insert into attendance_tap
                    (school_id, id, class_id, student_id, action, at, source, recorded_at)
                select current_school(), gen_random_uuid(), ?, id, ?, ?, 'import', now()
                  from unnest(?::uuid[]) id
                """,
                in,
                action.wire(),
                at,
                students);
    }

    /** Taps all of them in by one statement, and those who leave out a second later. */
    void tapAll(UUID[] students, UUID[] leaving, Instant at) {
        sql.update(
                """
                insert into attendance_tap
                    (school_id, id, class_id, student_id, action, at, source, recorded_at)
                select current_school(), gen_random_uuid(), ?, id, 'in', ?::timestamptz, 'import', now()
                  from unnest(?::uuid[]) id
                 union all
                select current_school(), gen_random_uuid(), ?, id, 'out',
                       ?::timestamptz + interval '1 second', 'import', now()
                  from unnest(?::uuid[]) id
                """,
                classId,
                at,
                students,
                classId,
                at,
                leaving);
    }

    /** Taps all of them in and out by turns, so many times every hour. */
    void tapOften(UUID[] students, int times, Instant from) {
        sql.update(
                """
                insert into attendance_tap
                    (school_id, id, class_id, student_id, action, at, source, recorded_at)
                select current_school(), gen_random_uuid(), ?, id,
                       case n % 2 when 0 then 'in' else 'out' end,
                       ?::timestamptz + n * interval '1 hour', 'import', now()
                  from unnest(?::uuid[]) id cross join generate_series(0, ? - 1) n
                """,
                classId, from, students, times);
    }

    /**
     * Returns how many taps of all schools this transaction has read, one that it read twice as
     * two.
     */
    long tapsRead() {
        return sql.list(
                        """
                        select seq_tup_read + idx_tup_fetch from pg_stat_xact_user_tables
                         where relid = 'homeroom.attendance_tap'::regclass
                        """,
                        row -> row.getLong(1))
                .get(0);
    }

    /** Takes back the newest tap that counts. */
    void takeBackNewest(UUID in, UUID student) {
        sql.update(
                """
                insert into attendance_tap_removal (school_id, tap_id, reason, removed_by, removed_at, turn)
                select school_id, id, 'Mistake', ?, now(), 1 + (
                    select count(*) from attendance_tap_removal r where r.tap_id = t.id)
                  from attendance_tap_effective t
                 where class_id = ? and student_id = ? order by at desc limit 1
                """,
                student,
                in,
                student);
    }

    /** Gives the class another zone of its own. */
    void moveClass(String zone) {
        sql.update("update roster_class set zone = ? where id = ?", zone, classId);
    }

    /** Gives the school another zone and counts its classes anew, as is done for the district. */
    void moveSchool(String zone) {
        sql.update("update tenancy_school set zone = ? where id = ?", zone, schoolId);
        standings.followingTheSchool().forEach(standings::recount);
    }

    /** Ends a session after so many minutes of a day. */
    void limit(int minutes) {
        sql.update(
                """
                insert into payroll_settings (school_id, class_id, daily_limit_minutes)
                values (current_school(), ?, ?)
                """,
                classId,
                minutes);
    }

    SeatNow seat(UUID student, Instant now) {
        return boards.seat(classId, student, now).orElseThrow();
    }

    /** Returns seconds between two instants, from the taps themselves. */
    long seconds(UUID student, Instant from, Instant through) {
        return boards.seconds(classId, from, through).get(student);
    }

    static Instant at(String localTime, ZoneId zone) {
        return LocalDateTime.parse(localTime).atZone(zone).toInstant();
    }

    @Override
    public void close() throws SQLException {
        school.close();
    }
}
