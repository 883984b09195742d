package org.homeroom.roster;

import static org.homeroom.tenancy.TenantSql.instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.identity.AccountNames;
import org.homeroom.tenancy.TenantSql;

/** Families of the bound school and the codes by which they come in. */
@ApplicationScoped
public class GuardianRepository {

    private static final String CODE =
            """
            select c.id, c.student_id, a.display_name, c.made_by, c.state, c.made_at, c.expires_at
              from roster_guardian_code c
              join identity_account a on a.school_id = c.school_id and a.id = c.student_id
             where c.school_id = current_school()
            """;

    @Inject TenantSql sql;
    @Inject AccountNames names;

    /** Stores a new code for a pupil. */
    public void add(UUID id, UUID studentId, byte[] codeHash, UUID by, Instant now, Instant end) {
        sql.update(
                """
                insert into roster_guardian_code
                       (school_id, id, student_id, code_hash, made_by, made_at, expires_at)
                values (current_school(), ?, ?, ?, ?, ?, ?)
                """,
                id,
                studentId,
                codeHash,
                by,
                now,
                end);
    }

    /** Lists a pupil's codes that may still be taken, the newest first. */
    public List<GuardianCode> open(UUID studentId, Instant now) {
        return sql.list(
                CODE
                        + " and c.student_id = ? and c.state = 'open' and c.expires_at > ?"
                        + " order by c.made_at desc, c.id",
                this::code,
                studentId,
                now);
    }

    /** Finds a code by its hash, in whatever state. */
    public Optional<GuardianCode> find(byte[] codeHash) {
        return sql.list(CODE + " and c.code_hash = ?", this::code, codeHash).stream().findFirst();
    }

    /** Finds a code by its hash and keeps others from taking it meanwhile. */
    public Optional<GuardianCode> lock(byte[] codeHash) {
        return sql
                .list(CODE + " and c.code_hash = ? for update of c", this::code, codeHash)
                .stream()
                .findFirst();
    }

    /** Notes who took an open code. */
    public void take(UUID codeId, UUID guardianId, Instant now) {
        sql.update(
                """
                update roster_guardian_code set state = 'taken', guardian_id = ?, settled_at = ?
                 where school_id = current_school() and id = ? and state = 'open'
                """,
                guardianId,
                now,
                codeId);
    }

    /** Takes a pupil's open code back; false when there is none. */
    public boolean revoke(UUID studentId, UUID codeId, Instant now) {
        return sql.update(
                        """
                        update roster_guardian_code set state = 'revoked', settled_at = ?
                         where school_id = current_school() and student_id = ? and id = ?
                           and state = 'open'
                        """,
                        now,
                        studentId,
                        codeId)
                == 1;
    }

    /** Lets the guardian follow the pupil; false when it is so already. */
    public boolean link(UUID studentId, UUID guardianId, Instant now) {
        return sql.update(
                        """
                        insert into roster_guardian (school_id, student_id, guardian_id, since)
                        values (current_school(), ?, ?, ?) on conflict do nothing
                        """,
                        studentId,
                        guardianId,
                        now)
                == 1;
    }

    /** Ends that the guardian follows the pupil; false when it was not so. */
    public boolean unlink(UUID studentId, UUID guardianId) {
        return sql.update(
                        """
                        delete from roster_guardian
                         where school_id = current_school() and student_id = ? and guardian_id = ?
                        """,
                        studentId,
                        guardianId)
                == 1;
    }

    /** Ends that the person follows anybody and is followed; returns how many ties there were. */
    public int unlinkAll(UUID accountId) {
        return sql.update(
                """
                delete from roster_guardian
                 where school_id = current_school() and (student_id = ? or guardian_id = ?)
                """,
                accountId,
                accountId);
    }

    /** Deletes the codes for the person and those the person took; returns how many. */
    public int deleteCodes(UUID accountId) {
        return sql.update(
                """
                delete from roster_guardian_code
                 where school_id = current_school() and (student_id = ? or guardian_id = ?)
                """,
                accountId,
                accountId);
    }

    /**
     * Returns how much the guardian sees of the pupil; nothing for somebody who does not follow.
     */
    public GuardianRights rights(UUID guardianId, UUID studentId) {
        return sql
                .list(
                        """
                        select rights from roster_guardian
                         where school_id = current_school() and guardian_id = ? and student_id = ?
                        """,
                        GuardianRepository::rights,
                        guardianId,
                        studentId)
                .stream()
                .findFirst()
                .orElse(GuardianRights.NONE);
    }

    /** Finds one of the pupil's guardians and keeps the pupil's others from changing meanwhile. */
    public Optional<Guardian> lock(UUID studentId, UUID guardianId) {
        sql.list(
                "select 1 from roster_guardian where school_id = current_school() and student_id = ? for update",
                row -> true,
                studentId);
        return guardians(studentId).stream().filter(one -> one.id().equals(guardianId)).findFirst();
    }

    /** Changes how much the guardian sees, and whether it is the first to turn to. */
    public void change(UUID studentId, UUID guardianId, GuardianRights rights, boolean primary) {
        sql.update(
                """
                update roster_guardian set rights = ?, is_primary = ?
                 where school_id = current_school() and student_id = ? and guardian_id = ?
                """,
                rights.word(),
                primary,
                studentId,
                guardianId);
    }

    /** Lists who follows the pupil, the first first. */
    public List<Guardian> guardians(UUID studentId) {
        return sql.list(
                """
                select g.guardian_id, a.display_name, g.since, g.rights, g.is_primary from roster_guardian g
                  join identity_account a on a.school_id = g.school_id and a.id = g.guardian_id
                 where g.school_id = current_school() and g.student_id = ? order by g.since, a.id
                """,
                this::guardian,
                studentId);
    }

    /** Lists whom the guardian follows and may see, by name. */
    public List<Child> children(UUID guardianId) {
        return sql
                .list(
                        """
                        select g.student_id, a.display_name, g.rights from roster_guardian g
                          join identity_account a on a.school_id = g.school_id and a.id = g.student_id
                         where g.school_id = current_school() and g.guardian_id = ? and g.rights <> 'none'
                        """,
                        this::child,
                        guardianId)
                .stream()
                .sorted(
                        Comparator.comparing((Child child) -> child.name().toLowerCase(Locale.ROOT))
                                .thenComparing(Child::studentId))
                .toList();
    }

    private Guardian guardian(ResultSet row) throws SQLException {
        UUID id = row.getObject("guardian_id", UUID.class);
        return new Guardian(
                id,
                names.displayName(id, row.getString("display_name")),
                instant(row, "since"),
                rights(row),
                row.getBoolean("is_primary"));
    }

    private static GuardianRights rights(ResultSet row) throws SQLException {
        return GuardianRights.of(row.getString("rights")).orElseThrow();
    }

    private GuardianCode code(ResultSet row) throws SQLException {
        return new GuardianCode(
                row.getObject("id", UUID.class),
                pupil(row, GuardianRights.FULL),
                row.getObject("made_by", UUID.class),
                row.getString("state"),
                instant(row, "made_at"),
                instant(row, "expires_at"));
    }

    private Child child(ResultSet row) throws SQLException {
        return pupil(row, rights(row));
    }

    private Child pupil(ResultSet row, GuardianRights rights) throws SQLException {
        UUID student = row.getObject("student_id", UUID.class);
        return new Child(
                student, names.displayName(student, row.getString("display_name")), rights);
    }
}
