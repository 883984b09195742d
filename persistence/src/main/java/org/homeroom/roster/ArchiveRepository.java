package org.homeroom.roster;

import static org.homeroom.tenancy.TenantSql.instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.tenancy.TenantSql;

/**
 * Classes that were archived: ended, and their students left them at that same instant, so that
 * opening the class again brings back those students and no others. What was closed for good is
 * none of them, nor what the roster system ended.
 */
@ApplicationScoped
public class ArchiveRepository {

    private static final String ARCHIVED =
            """
             c.school_id = current_school() and c.ended_at is not null and c.sourced_id is null
             and not exists (select from roster_closing k where k.school_id = c.school_id
               and (k.class_id = c.id or k.kind = 'account' and k.teacher_id = c.teacher_id))
            """;
    private static final String RETURNING =
            """
             s.school_id = c.school_id and s.class_id = c.id and s.left_at = c.ended_at
             and exists (select from identity_account a where a.school_id = s.school_id
               and a.id = s.student_id and a.erased_at is null)
            """;
    private static final String FIND =
            """
            select c.id, c.name, c.period, coalesce(c.zone, t.zone) as zone, c.currency, c.teacher_id,
                   c.join_code, c.ended_at,
                   (select count(*)::integer from roster_seat s where %s) as students
              from roster_class c join tenancy_school t on t.id = c.school_id where %s
            """
                    .formatted(RETURNING, ARCHIVED);

    @Inject TenantSql sql;

    /** Tells whether the roster system decides over the class. */
    public boolean isSourced(UUID classId) {
        return sql.list(
                        "select sourced_id is not null from roster_class"
                                + " where school_id = current_school() and id = ?",
                        row -> row.getBoolean(1),
                        classId)
                .contains(true);
    }

    /**
     * Archives a class of today: its students leave it and keep everything, and nobody can claim a
     * seat in it any more.
     *
     * @return how many students were in it; empty when it had ended
     */
    public Optional<Integer> archive(UUID classId, Instant now) {
        int ended =
                sql.update(
                        """
                        update roster_class set ended_at = ?, version = version + 1
                         where school_id = current_school() and id = ? and ended_at is null
                        """,
                        now,
                        classId);
        if (ended == 0) {
            return Optional.empty();
        }
        sql.update(
                """
                delete from roster_claim where school_id = current_school() and seat_id in (
                  select id from roster_seat where school_id = current_school() and class_id = ?)
                """,
                classId);
        return Optional.of(
                sql.update(
                        """
                        update roster_seat set left_at = ?
                         where school_id = current_school() and class_id = ? and left_at is null
                           and student_id is not null
                        """,
                        now,
                        classId));
    }

    /** Opens an archived class again; its students are back in it. False when it is none. */
    public boolean reopen(UUID classId) {
        sql.update(
                "update roster_seat s set left_at = null from roster_class c where c.id = ? and "
                        + ARCHIVED
                        + " and "
                        + RETURNING,
                classId);
        return sql.update(
                        "update roster_class c set ended_at = null, version = version + 1 where c.id = ? and "
                                + ARCHIVED,
                        classId)
                == 1;
    }

    /** Finds an archived class. */
    public Optional<ArchivedClass> find(UUID classId) {
        return sql.list(FIND + " and c.id = ?", ArchiveRepository::archived, classId).stream()
                .findFirst();
    }

    /** Lists the archived classes that the person taught, or all, the newest first. */
    public List<ArchivedClass> list(UUID teacherId, boolean all) {
        return sql.list(
                FIND + " and (? or c.teacher_id = ?) order by c.ended_at desc, c.id",
                ArchiveRepository::archived,
                all,
                teacherId);
    }

    private static ArchivedClass archived(ResultSet row) throws SQLException {
        return new ArchivedClass(
                RosterRepository.classRef(row), instant(row, "ended_at"), row.getInt("students"));
    }
}
