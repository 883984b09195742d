package org.homeroom.roster;

import static org.homeroom.tenancy.TenantSql.instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.identity.AccountNames;
import org.homeroom.kernel.PersonalColumn;
import org.homeroom.privacy.PersonalData;
import org.homeroom.tenancy.TenantSql;

/** Teachers' wishes to be closed, what administrators count, and what was closed. */
@ApplicationScoped
public class ClosingRepository {

    private static final PersonalColumn REASON =
            new PersonalColumn("roster_deletion_request", "reason");
    private static final String REQUEST =
            """
            select r.id, r.teacher_id, a.display_name, r.kind, r.class_id, r.period, r.reason, r.state,
                   r.requested_at, r.resolved_at
              from roster_deletion_request r
              join identity_account a on a.school_id = r.school_id and a.id = r.teacher_id
             where r.school_id = current_school()
            """;

    @Inject TenantSql sql;
    @Inject PersonalData personal;
    @Inject AccountNames names;

    /** Stores a wish; false when the same one waits already. */
    public boolean ask(
            UUID id, UUID teacherId, String kind, ClassRef of, String reason, Instant now) {
        return sql.update(
                        """
                        insert into roster_deletion_request
                               (school_id, id, teacher_id, kind, class_id, period, reason, requested_at)
                        values (current_school(), ?, ?, ?, ?::uuid, ?, ?, ?)
                        on conflict (school_id, teacher_id, kind, coalesce(class_id, teacher_id))
                          where state = 'pending' do nothing
                        """,
                        id,
                        teacherId,
                        kind,
                        of == null ? null : of.id().toString(),
                        of == null ? null : of.period(),
                        personal.seal(REASON, id, reason),
                        now)
                == 1;
    }

    /** Decides on a pending wish; false when it is none. */
    public boolean resolve(UUID id, String state, UUID by, Instant now) {
        return sql.update(
                        """
                        update roster_deletion_request set state = ?, resolved_by = ?, resolved_at = ?
                         where school_id = current_school() and id = ? and state = 'pending'
                        """,
                        state,
                        by,
                        now,
                        id)
                == 1;
    }

    /** Finds a wish. */
    public Optional<DeletionRequest> find(UUID id) {
        return sql.list(REQUEST + " and r.id = ?", this::request, id).stream().findFirst();
    }

    /** Lists a teacher's wishes, the newest first. */
    public List<DeletionRequest> of(UUID teacherId) {
        return sql.list(
                REQUEST + " and r.teacher_id = ? order by r.requested_at desc, r.id",
                this::request,
                teacherId);
    }

    /** Lists all wishes, those that wait first, then the newest. */
    public List<DeletionRequest> all() {
        return sql.list(
                REQUEST + " order by r.state <> 'pending', r.requested_at desc, r.id",
                this::request);
    }

    /** Returns the school in numbers. */
    public SchoolCounts counts() {
        return sql.list(
                        """
                        select (select count(*) from identity_role h
                                  join identity_account a on a.school_id = h.school_id and a.id = h.account_id
                                 where h.school_id = current_school() and h.role = 'teacher'
                                   and a.disabled_at is null)::integer as teachers,
                               (select count(*) from roster_class c
                                 where c.school_id = current_school() and c.ended_at is null)::integer as classes,
                               count(distinct t.student_id)::integer as students,
                               count(*) filter (where t.student_id is null)::integer as unclaimed,
                               (select count(*) from roster_deletion_request r
                                 where r.school_id = current_school() and r.state = 'pending')::integer as requests
                          from roster_class c
                          join roster_seat t on t.school_id = c.school_id and t.class_id = c.id
                         where c.school_id = current_school() and c.ended_at is null and t.left_at is null
                        """,
                        row ->
                                new SchoolCounts(
                                        row.getInt("teachers"),
                                        row.getInt("classes"),
                                        row.getInt("students"),
                                        row.getInt("unclaimed"),
                                        row.getInt("requests")))
                .get(0);
    }

    /** Finds who is or was a teacher of today's classes. */
    public Optional<TeacherLine> teacher(UUID id) {
        return teachers().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Lists what was closed, the newest first. */
    public List<Closing> closings() {
        return sql.list(
                """
                select id, kind, teacher_id, class_id, ground, closed_at, receipt::text from roster_closing
                 where school_id = current_school() order by closed_at desc, id
                """,
                row ->
                        new Closing(
                                row.getObject("id", UUID.class),
                                row.getString("kind"),
                                row.getObject("teacher_id", UUID.class),
                                row.getObject("class_id", UUID.class),
                                row.getString("ground"),
                                instant(row, "closed_at"),
                                row.getString("receipt")));
    }

    /** Lists the teachers of today by name, with their classes by period. */
    public List<TeacherLine> teachers() {
        Map<UUID, List<TeacherLine.Period>> periods = periods();
        return sql
                .list(
                        """
                        select a.id, a.display_name,
                               (select max(e.at) from audit_entry e where e.school_id = a.school_id
                                   and e.subject_type = 'account' and e.subject_id = a.id::text
                                   and e.action = 'identity.signed_in') as last_sign_in,
                               (select count(distinct t.student_id)::integer from roster_class c
                                  join roster_seat t on t.school_id = c.school_id and t.class_id = c.id
                                 where c.school_id = a.school_id and c.teacher_id = a.id
                                   and c.ended_at is null and t.left_at is null) as students,
                               exists (select from roster_deletion_request r where r.school_id = a.school_id
                                   and r.teacher_id = a.id and r.kind = 'account' and r.state = 'pending')
                                 as requested
                          from identity_role h
                          join identity_account a on a.school_id = h.school_id and a.id = h.account_id
                         where h.school_id = current_school() and h.role = 'teacher' and a.erased_at is null
                        """,
                        row -> {
                            UUID id = row.getObject("id", UUID.class);
                            return new TeacherLine(
                                    id,
                                    names.displayName(id, row.getString("display_name")),
                                    row.getInt("students"),
                                    instant(row, "last_sign_in"),
                                    row.getBoolean("requested"),
                                    periods.getOrDefault(id, List.of()));
                        })
                .stream()
                .sorted(
                        Comparator.comparing(
                                        (TeacherLine one) -> one.name().toLowerCase(Locale.ROOT))
                                .thenComparing(TeacherLine::id))
                .toList();
    }

    private Map<UUID, List<TeacherLine.Period>> periods() {
        Map<UUID, List<TeacherLine.Period>> found = new LinkedHashMap<>();
        sql.list(
                """
                select c.teacher_id, c.id, c.name, c.period,
                       (select count(distinct t.student_id)::integer from roster_seat t
                         where t.school_id = c.school_id and t.class_id = c.id and t.left_at is null) as students,
                       exists (select from roster_deletion_request r where r.school_id = c.school_id
                           and r.class_id = c.id and r.teacher_id = c.teacher_id and r.state = 'pending')
                         as requested
                  from roster_class c
                 where c.school_id = current_school() and c.ended_at is null and c.teacher_id is not null
                 order by c.period, c.name, c.id
                """,
                row ->
                        found.computeIfAbsent(
                                        row.getObject("teacher_id", UUID.class),
                                        key -> new ArrayList<>())
                                .add(
                                        new TeacherLine.Period(
                                                row.getObject("id", UUID.class),
                                                row.getString("name"),
                                                row.getString("period"),
                                                row.getInt("students"),
                                                row.getBoolean("requested"))));
        return found;
    }

    /**
     * Ends a class of today: nobody is in it any more.
     *
     * @return the students who have a seat in no other class of today; empty when it had ended
     */
    public Optional<List<UUID>> end(UUID classId, Instant now) {
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
        return Optional.of(
                sql
                        .list(
                                """
                        update roster_seat s set left_at = ?
                         where s.school_id = current_school() and s.class_id = ? and s.left_at is null
                           and s.student_id is not null
                        returning s.student_id, exists (select from roster_seat o
                          join roster_class c on c.school_id = o.school_id and c.id = o.class_id
                         where o.school_id = s.school_id and o.student_id = s.student_id
                           and o.class_id <> s.class_id and o.left_at is null and c.ended_at is null) as stays
                        """,
                                row ->
                                        row.getBoolean("stays")
                                                ? null
                                                : row.getObject("student_id", UUID.class),
                                now,
                                classId)
                        .stream()
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** Deletes the seats of a class that nobody has claimed; returns how many. */
    public int dropUnclaimed(UUID classId) {
        return sql.update(
                "delete from roster_seat where school_id = current_school() and class_id = ? and student_id is null",
                classId);
    }

    /** Keeps what was closed, with its receipt as JSON. */
    public void keep(
            UUID id,
            UUID teacherId,
            UUID classId,
            String ground,
            UUID by,
            Instant now,
            String json) {
        sql.update(
                """
                insert into roster_closing (school_id, id, kind, teacher_id, class_id, ground, closed_by,
                       closed_at, receipt)
                values (current_school(), ?, ?, ?, ?::uuid, ?, ?, ?, ?::jsonb)
                """,
                id,
                classId == null ? "account" : "period",
                teacherId,
                classId == null ? null : classId.toString(),
                ground,
                by,
                now,
                json);
    }

    private DeletionRequest request(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID teacher = row.getObject("teacher_id", UUID.class);
        return new DeletionRequest(
                id,
                teacher,
                names.displayName(teacher, row.getString("display_name")),
                row.getString("kind"),
                row.getObject("class_id", UUID.class),
                row.getString("period"),
                personal.open(REASON, id, row.getString("reason")),
                row.getString("state"),
                instant(row, "requested_at"),
                instant(row, "resolved_at"));
    }
}
