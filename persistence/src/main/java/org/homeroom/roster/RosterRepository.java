package org.homeroom.roster;

import static org.homeroom.tenancy.TenantSql.instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.homeroom.tenancy.TenantSql;

/** Classes of the bound school, and who belongs to them. */
@ApplicationScoped
public class RosterRepository {

    private static final String COLUMNS =
            """
            select c.id, c.name, c.period, coalesce(c.zone, s.zone) as zone, c.currency, c.teacher_id,
                   c.join_code, c.zone as own_zone, c.version
            """;
    // Every page asks for the classes, so that this rides along.
    private static final String HELP =
            """
            , exists (select from roster_recovery_helper h
                join roster_recovery r on r.school_id = h.school_id and r.id = h.recovery_id
               where h.school_id = current_school() and h.student_id = ? and r.state = 'open'
                 and h.code_hash is null and h.dismissed_at is null) as may_help
            """;
    private static final String FROM =
            """
              from roster_class c join tenancy_school s on s.id = c.school_id
             where c.school_id = current_school()
            """;
    private static final String CLASS = COLUMNS + FROM;
    private static final String SEEN =
            """
             and (? or c.teacher_id = ? or exists (
                   select from roster_seat t where t.school_id = c.school_id and t.class_id = c.id
                      and t.student_id = ?))
            """;

    // Who left a class may still look back at it, but it is no longer among those of today.
    private static final String CURRENT =
            """
             and c.ended_at is null and not exists (
                   select from roster_seat t where t.school_id = c.school_id and t.class_id = c.id
                      and t.student_id = ? and t.left_at is not null)
            """;

    @Inject TenantSql sql;
    @Inject SeatNames names;

    /** Finds a class of the school by id, whoever asks. */
    public Optional<ClassRef> byId(UUID classId) {
        return sql.list(CLASS + " and c.id = ?", RosterRepository::classRef, classId).stream()
                .findFirst();
    }

    /** Returns which of these classes have ended. */
    public List<UUID> ended(List<UUID> classIds) {
        return sql.list(
                """
                select id from roster_class
                 where school_id = current_school() and id = any (?) and ended_at is not null
                """,
                row -> row.getObject(1, UUID.class),
                (Object) classIds.toArray(UUID[]::new));
    }

    /** Finds a class that the person may see: all classes, or those taught or attended. */
    public Optional<ClassRef> seenBy(UUID personId, boolean all, UUID classId) {
        return sql
                .list(
                        CLASS + " and c.id = ?" + SEEN,
                        RosterRepository::classRef,
                        classId,
                        all,
                        personId,
                        personId)
                .stream()
                .findFirst();
    }

    /** Returns the classes that the person may see, and whether a teacher waits for help. */
    public ClassesOfPerson seenBy(UUID personId, boolean all) {
        record Row(ClassRef classRef, boolean mayHelp) {}
        List<Row> rows =
                sql.list(
                        COLUMNS + HELP + FROM + SEEN + CURRENT + " order by c.period, c.name, c.id",
                        row -> new Row(classRef(row), row.getBoolean("may_help")),
                        personId,
                        all,
                        personId,
                        personId,
                        personId);
        return new ClassesOfPerson(
                rows.stream().map(Row::classRef).toList(), rows.stream().anyMatch(Row::mayHelp));
    }

    /** Finds the class of today of that code, in any capitals, in the bound school alone. */
    public Optional<ClassRef> byJoinCode(String joinCode) {
        return sql
                .list(
                        CLASS + " and c.ended_at is null and c.join_code = upper(?)",
                        RosterRepository::classRef,
                        joinCode)
                .stream()
                .findFirst();
    }

    /** Lists the teacher's classes. */
    public List<ClassRef> taughtBy(UUID teacherId) {
        return sql.list(
                CLASS + " and c.teacher_id = ? and c.ended_at is null order by c.period",
                RosterRepository::classRef,
                teacherId);
    }

    /** Tells whether anybody has a seat in a class that the teacher teaches today. */
    public boolean hasStudents(UUID teacherId) {
        return !sql.list(
                        """
                        select 1 from roster_class c
                          join roster_seat t on t.school_id = c.school_id and t.class_id = c.id
                         where c.school_id = current_school() and c.teacher_id = ?
                           and c.ended_at is null and t.left_at is null and t.student_id is not null
                         limit 1
                        """,
                        row -> true,
                        teacherId)
                .isEmpty();
    }

    /** Returns the class with what its owner edits. */
    public Optional<ClassDetail> detail(UUID classId) {
        String counted =
                """
                select c.*,
                       (select count(*) from roster_seat t where t.school_id = current_school() and t.class_id = c.id
                          and t.left_at is null) as seats,
                       (select count(*) from roster_seat t where t.school_id = current_school() and t.class_id = c.id
                          and t.student_id is not null and t.left_at is null) as claimed
                  from (%s and c.id = ?) c
                """
                        .formatted(CLASS);
        return sql.list(counted, RosterRepository::detail, classId).stream().findFirst();
    }

    /**
     * Stores a new class.
     *
     * @return false when the join code is taken somewhere on the platform, or the teacher has a
     *     class in that period; nothing is stored then
     */
    public boolean add(
            UUID id,
            String name,
            String period,
            ZoneId zone,
            String joinCode,
            UUID teacher,
            Instant now) {
        String insert =
                """
                insert into roster_class (school_id, id, name, period, zone, join_code, teacher_id, created_at)
                values (current_school(), ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing
                """;
        String zoneId = zone == null ? null : zone.getId();
        return sql.update(insert, id, name, period, zoneId, joinCode, teacher, now) == 1;
    }

    /** Changes name and zone; false when the class has moved on from that version. */
    public boolean change(UUID id, String name, ZoneId zone, long version) {
        String update =
                """
                update roster_class set name = ?, zone = ?, version = version + 1
                 where school_id = current_school() and id = ? and version = ?
                """;
        return sql.update(update, name, zone == null ? null : zone.getId(), id, version) == 1;
    }

    /** Lists the students of the class by name: the seats that are taken. */
    public List<StudentRef> students(UUID classId) {
        List<StudentRef> found =
                sql.list(
                        """
                        select id as seat_id, student_id, first_name, last_initial from roster_seat
                         where school_id = current_school() and class_id = ? and student_id is not null
                           and left_at is null
                         order by student_id
                        """,
                        this::student,
                        classId);
        return SeatNames.sorted(found, StudentRef::firstName, StudentRef::lastInitial);
    }

    /** Returns the students of the class whose accounts nobody can sign in with yet. */
    public Set<UUID> waiting(UUID classId) {
        return Set.copyOf(
                sql.list(
                        """
                        select t.student_id from roster_seat t
                          join identity_account a on a.school_id = t.school_id and a.id = t.student_id
                         where t.school_id = current_school() and t.class_id = ? and t.left_at is null
                           and a.pin_hash is null
                        """,
                        row -> row.getObject(1, UUID.class),
                        classId));
    }

    /** Finds a student of the class. */
    public Optional<StudentRef> student(UUID classId, UUID studentId) {
        return sql
                .list(
                        """
                        select id as seat_id, student_id, first_name, last_initial from roster_seat
                         where school_id = current_school() and class_id = ? and student_id = ?
                           and left_at is null
                        """,
                        this::student,
                        classId,
                        studentId)
                .stream()
                .findFirst();
    }

    /** Lists the seats of the class by name. */
    public List<SeatRow> seats(UUID classId) {
        List<SeatRow> found =
                sql.list(
                        """
                        select id as seat_id, class_id, first_name, last_initial, student_id, tap_enabled,
                               claimed_at
                          from roster_seat
                         where school_id = current_school() and class_id = ? and left_at is null
                         order by id
                        """,
                        this::seat,
                        classId);
        return SeatNames.sorted(found, SeatRow::firstName, SeatRow::lastInitial);
    }

    /** Counts the seats of the class that nobody has claimed. */
    public int unclaimed(UUID classId) {
        return sql.list(
                        """
                        select count(*)::integer from roster_seat
                         where school_id = current_school() and class_id = ? and student_id is null
                           and left_at is null
                        """,
                        row -> row.getInt(1),
                        classId)
                .get(0);
    }

    /** Lets the pupils of the seats tap, or not. */
    public void setTapping(List<UUID> seatIds, boolean enabled) {
        sql.update(
                "update roster_seat set tap_enabled = ? where school_id = current_school() and id = any (?)",
                enabled,
                seatIds.toArray(UUID[]::new));
    }

    static ClassRef classRef(ResultSet row) throws SQLException {
        return new ClassRef(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("period"),
                ZoneId.of(row.getString("zone")),
                row.getString("currency"),
                row.getObject("teacher_id", UUID.class),
                row.getString("join_code"));
    }

    private static ClassDetail detail(ResultSet row) throws SQLException {
        String own = row.getString("own_zone");
        return new ClassDetail(
                classRef(row),
                own == null ? null : ZoneId.of(own),
                row.getLong("version"),
                row.getInt("seats"),
                row.getInt("claimed"));
    }

    private StudentRef student(ResultSet row) throws SQLException {
        return new StudentRef(
                row.getObject("student_id", UUID.class),
                names.first(row),
                row.getString("last_initial"));
    }

    private SeatRow seat(ResultSet row) throws SQLException {
        return new SeatRow(
                row.getObject("seat_id", UUID.class),
                row.getObject("class_id", UUID.class),
                names.first(row),
                row.getString("last_initial"),
                row.getObject("student_id", UUID.class),
                row.getBoolean("tap_enabled"),
                instant(row, "claimed_at"));
    }
}
