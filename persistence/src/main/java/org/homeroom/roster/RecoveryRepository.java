package org.homeroom.roster;

import static org.homeroom.tenancy.TenantSql.instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.identity.AccountNames;
import org.homeroom.kernel.PersonalColumn;
import org.homeroom.privacy.PersonalData;
import org.homeroom.tenancy.TenantSql;

/** Requests of the bound school's teachers to be helped back in. */
@ApplicationScoped
public class RecoveryRepository {

    private static final PersonalColumn USERNAME =
            new PersonalColumn("roster_recovery", "username");
    private static final PersonalColumn SAVED = new PersonalColumn("roster_recovery", "saved");
    private static final String SELECT =
            """
            select r.id, r.teacher_id, r.state, r.begun_at, r.expires_at, r.username, r.saved,
                   r.resume_hash, r.sealed_secret
              from roster_recovery r where r.school_id = current_school()
            """;

    @Inject TenantSql sql;
    @Inject PersonalData personal;
    @Inject AccountNames names;

    /** Keeps what a teacher said beforehand, in place of what was said before. */
    public void setUp(UUID teacherId, String proofHash, Instant now) {
        sql.update(
                """
                insert into roster_recovery_setup (school_id, teacher_id, proof_hash, set_at)
                values (current_school(), ?, ?, ?)
                on conflict (school_id, teacher_id) do update
                  set proof_hash = excluded.proof_hash, set_at = excluded.set_at
                """,
                teacherId,
                proofHash,
                now);
    }

    /** Forgets it; false when there was nothing. */
    public boolean removeSetUp(UUID teacherId) {
        return sql.update(
                        "delete from roster_recovery_setup where school_id = current_school() and teacher_id = ?",
                        teacherId)
                == 1;
    }

    /** Returns how the teacher is prepared, and the request that is under way. */
    public RecoverySetup state(UUID teacherId, Instant now) {
        return sql.list(
                        """
                        select s.set_at, r.begun_at, r.expires_at
                          from (select current_school() as id) school
                          left join roster_recovery_setup s
                            on s.school_id = school.id and s.teacher_id = ?
                          left join roster_recovery r
                            on r.school_id = school.id and r.teacher_id = ? and r.settled_at is null
                               and r.expires_at > ?
                        """,
                        row ->
                                new RecoverySetup(
                                        instant(row, "set_at"),
                                        instant(row, "begun_at"),
                                        instant(row, "expires_at")),
                        teacherId,
                        teacherId,
                        now)
                .get(0);
    }

    /**
     * Lists the teachers of today who teach every one of the students, have set recovery up and are
     * nothing above a teacher: students must not open what a whole school hangs on.
     */
    public List<RecoveryProof> teachersOf(Collection<UUID> studentIds) {
        return sql.list(
                """
                select s.teacher_id, s.proof_hash
                  from roster_recovery_setup s
                  join identity_account a on a.school_id = s.school_id and a.id = s.teacher_id
                 where s.school_id = current_school() and a.disabled_at is null
                   and exists (select from identity_role h where h.school_id = a.school_id
                         and h.account_id = a.id and h.role = 'teacher')
                   and not exists (select from identity_role h where h.school_id = a.school_id
                         and h.account_id = a.id and h.role not in ('teacher', 'staff', 'parent'))
                   and (select count(distinct t.student_id) from roster_class c
                          join roster_seat t on t.school_id = c.school_id and t.class_id = c.id
                         where c.school_id = s.school_id and c.teacher_id = s.teacher_id
                           and c.ended_at is null and t.left_at is null
                           and t.student_id = any (?)) = ?
                 order by s.teacher_id
                """,
                row ->
                        new RecoveryProof(
                                row.getObject("teacher_id", UUID.class),
                                row.getString("proof_hash")),
                studentIds.toArray(UUID[]::new),
                studentIds.size());
    }

    /** Lists the teacher's periods of today that have students, but none of these. */
    public List<String> periodsWithout(UUID teacherId, Collection<UUID> studentIds) {
        return sql.list(
                """
                select c.period from roster_class c
                  join roster_seat t on t.school_id = c.school_id and t.class_id = c.id
                 where c.school_id = current_school() and c.teacher_id = ? and c.ended_at is null
                   and t.left_at is null and t.student_id is not null
                 group by c.period having not bool_or(t.student_id = any (?)) order by c.period
                """,
                row -> row.getString(1),
                teacherId,
                studentIds.toArray(UUID[]::new));
    }

    /** Counts the students in the teacher's classes of today. */
    public int studentsOf(UUID teacherId) {
        return sql.list(
                        """
                        select count(distinct t.student_id)::integer from roster_class c
                          join roster_seat t on t.school_id = c.school_id and t.class_id = c.id
                         where c.school_id = current_school() and c.teacher_id = ?
                           and c.ended_at is null and t.left_at is null
                        """,
                        row -> row.getInt(1),
                        teacherId)
                .get(0);
    }

    /** Stores a new request. */
    public void add(UUID id, UUID teacherId, byte[] tokenHash, Instant now, Instant end) {
        sql.update(
                """
                insert into roster_recovery (school_id, id, teacher_id, token_hash, begun_at, expires_at)
                values (current_school(), ?, ?, ?, ?, ?)
                """,
                id,
                teacherId,
                tokenHash,
                now,
                end);
    }

    /** Gives the request to the holder of another token and puts it back to its beginning. */
    public void reopen(UUID id, byte[] tokenHash) {
        sql.update(
                """
                update roster_recovery set state = 'open', token_hash = ?, sealed_secret = null
                 where school_id = current_school() and id = ?
                """,
                tokenHash,
                id);
    }

    /** Makes exactly these the students who are asked; those who stay keep their codes. */
    public void ask(UUID id, Collection<UUID> studentIds) {
        UUID[] asked = studentIds.toArray(UUID[]::new);
        sql.update(
                """
                delete from roster_recovery_helper
                 where school_id = current_school() and recovery_id = ? and student_id <> all (?)
                """,
                id,
                asked);
        sql.update(
                """
                insert into roster_recovery_helper (school_id, recovery_id, student_id)
                select current_school(), ?, n from unnest(?::uuid[]) n on conflict do nothing
                """,
                id,
                asked);
    }

    /** Finds by the token's hash. */
    public Optional<RecoveryRow> byToken(byte[] tokenHash) {
        return one(SELECT + " and r.token_hash = ?", tokenHash);
    }

    /** Finds by id and keeps others from going on with it meanwhile. */
    public Optional<RecoveryRow> lock(UUID id) {
        return one(SELECT + " and r.id = ? for update", id);
    }

    /** Finds what is not settled of a teacher's, late or not, and locks it. */
    public Optional<RecoveryRow> lockUnsettled(UUID teacherId) {
        return one(SELECT + " and r.teacher_id = ? and r.settled_at is null for update", teacherId);
    }

    /** Finds what is not settled of a teacher's, late or not. */
    public Optional<RecoveryRow> unsettled(UUID teacherId) {
        return one(SELECT + " and r.teacher_id = ? and r.settled_at is null", teacherId);
    }

    /** Lists who was asked. */
    public List<AskedStudent> helpers(UUID id) {
        return sql.list(
                """
                select student_id, code_hash from roster_recovery_helper
                 where school_id = current_school() and recovery_id = ? order by student_id
                """,
                row ->
                        new AskedStudent(
                                row.getObject("student_id", UUID.class),
                                row.getString("code_hash")),
                id);
    }

    /** Lists what the student is asked at this time, the oldest first. */
    public List<RecoveryAsked> asked(UUID studentId, Instant now) {
        return sql.list(
                """
                select r.id, r.teacher_id, a.display_name, r.expires_at, h.code_hash is not null as coded,
                       h.dismissed_at is not null as dismissed
                  from roster_recovery_helper h
                  join roster_recovery r on r.school_id = h.school_id and r.id = h.recovery_id
                  join identity_account a on a.school_id = r.school_id and a.id = r.teacher_id
                 where h.school_id = current_school() and h.student_id = ? and r.state = 'open'
                   and r.expires_at > ? order by r.begun_at, r.id
                """,
                this::asked,
                studentId,
                now);
    }

    /** Finds a request that the student was asked in, in whatever state. */
    public Optional<RecoveryRow> askedOf(UUID studentId, UUID id) {
        return one(
                SELECT
                        + """
                         and r.id = ? and exists (select from roster_recovery_helper h
                           where h.school_id = r.school_id and h.recovery_id = r.id and h.student_id = ?)
                        """,
                id,
                studentId);
    }

    /** Keeps a student's code; false when there is one already. */
    public boolean code(UUID id, UUID studentId, String codeHash, Instant now) {
        return sql.update(
                        """
                        update roster_recovery_helper set code_hash = ?, coded_at = ?
                         where school_id = current_school() and recovery_id = ? and student_id = ?
                           and code_hash is null
                        """,
                        codeHash,
                        now,
                        id,
                        studentId)
                == 1;
    }

    /** Makes every code good for nothing. */
    public void voidCodes(UUID id) {
        sql.update(
                """
                update roster_recovery_helper set code_hash = null, coded_at = null
                 where school_id = current_school() and recovery_id = ?
                """,
                id);
        sql.update(
                """
                update roster_recovery set saved = null, resume_hash = null
                 where school_id = current_school() and id = ?
                """,
                id);
    }

    /** Notes that the student wants to hear no more of it; false when he or she was not asked. */
    public boolean dismiss(UUID id, UUID studentId, Instant now) {
        return sql.update(
                        """
                        update roster_recovery_helper set dismissed_at = ?
                         where school_id = current_school() and recovery_id = ? and student_id = ?
                        """,
                        now,
                        id,
                        studentId)
                == 1;
    }

    /** Keeps what was typed in so far, sealed. */
    public void save(UUID id, String username, String codes, String resumeHash) {
        sql.update(
                """
                update roster_recovery set username = ?, saved = ?, resume_hash = ?
                 where school_id = current_school() and id = ?
                """,
                personal.seal(USERNAME, id, username),
                personal.seal(SAVED, id, codes),
                resumeHash,
                id);
    }

    /** Notes that the codes were right, with the secret that is to be confirmed. */
    public void prove(UUID id, String username, byte[] sealedSecret) {
        sql.update(
                """
                update roster_recovery set state = 'proved', username = ?, sealed_secret = ?, saved = null,
                       resume_hash = null where school_id = current_school() and id = ?
                """,
                personal.seal(USERNAME, id, username),
                sealedSecret,
                id);
    }

    /** Ends it, and forgets whatever was secret. */
    public void settle(UUID id, String state, Instant now) {
        voidCodes(id);
        sql.update(
                """
                update roster_recovery set state = ?, settled_at = ?, sealed_secret = null, username = null
                 where school_id = current_school() and id = ?
                """,
                state,
                now,
                id);
    }

    /**
     * Takes the person out of every request and out of what was said beforehand; returns how many.
     */
    public int erase(UUID accountId) {
        return sql.update(
                        "delete from roster_recovery_helper where school_id = current_school() and student_id = ?",
                        accountId)
                + sql.update(
                        "delete from roster_recovery where school_id = current_school() and teacher_id = ?",
                        accountId)
                + (removeSetUp(accountId) ? 1 : 0);
    }

    /**
     * Counts a try, and forgets those of windows that are over.
     *
     * @return how many there were since the subject's window began, this one included
     */
    public int take(byte[] subject, Instant now, Duration window) {
        sql.update(
                "delete from roster_recovery_try where school_id = current_school() and since <= ?",
                now.minus(window));
        return sql.list(
                        """
                        insert into roster_recovery_try as t (school_id, subject, tries, since)
                        values (current_school(), ?, 1, ?)
                        on conflict (school_id, subject) do update set tries = t.tries + 1
                        returning tries
                        """,
                        row -> row.getInt(1),
                        subject,
                        now)
                .get(0);
    }

    /** Takes a counted try back. */
    public void giveBack(byte[] subject) {
        sql.update(
                """
                update roster_recovery_try set tries = tries - 1
                 where school_id = current_school() and subject = ? and tries > 0
                """,
                subject);
    }

    private Optional<RecoveryRow> one(String query, Object... keys) {
        return sql.list(query, this::recovery, keys).stream().findFirst();
    }

    private RecoveryRow recovery(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new RecoveryRow(
                id,
                row.getObject("teacher_id", UUID.class),
                row.getString("state"),
                instant(row, "begun_at"),
                instant(row, "expires_at"),
                personal.open(USERNAME, id, row.getString("username")),
                personal.open(SAVED, id, row.getString("saved")),
                row.getString("resume_hash"),
                row.getBytes("sealed_secret"));
    }

    private RecoveryAsked asked(ResultSet row) throws SQLException {
        return new RecoveryAsked(
                row.getObject("id", UUID.class),
                names.displayName(
                        row.getObject("teacher_id", UUID.class), row.getString("display_name")),
                instant(row, "expires_at"),
                row.getBoolean("coded"),
                row.getBoolean("dismissed"));
    }
}
