package org.homeroom.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.tenancy.TenantSql;

/** The other schools of the bound school's people, and the codes with which they come over. */
@ApplicationScoped
public class MembershipRepository {

    private static final String SELECT =
            """
            select other_school_id, other_account_id, since from identity_membership
             where school_id = current_school() and account_id = ?
            """;

    @Inject TenantSql sql;

    /** Stores the person's account at another school, in place of an earlier one there. */
    public void put(UUID accountId, Membership other) {
        sql.update(
                """
                insert into identity_membership
                       (school_id, account_id, other_school_id, other_account_id, since)
                values (current_school(), ?, ?, ?, ?)
                on conflict (school_id, account_id, other_school_id) do update
                   set other_account_id = excluded.other_account_id, since = excluded.since
                """,
                accountId,
                other.schoolId(),
                other.accountId(),
                other.since());
    }

    /** Drops the person's membership of the other school; false when there is none. */
    public boolean drop(UUID accountId, UUID otherSchoolId) {
        return sql.update(
                        """
                        delete from identity_membership where school_id = current_school()
                           and account_id = ? and other_school_id = ?
                        """,
                        accountId,
                        otherSchoolId)
                == 1;
    }

    /** Lists the person's other schools, the oldest first. */
    public List<Membership> of(UUID accountId) {
        return sql.list(
                SELECT + " order by since, other_school_id",
                MembershipRepository::membership,
                accountId);
    }

    /** Finds the person's membership of the other school. */
    public Optional<Membership> find(UUID accountId, UUID otherSchoolId) {
        return sql
                .list(
                        SELECT + " and other_school_id = ?",
                        MembershipRepository::membership,
                        accountId,
                        otherSchoolId)
                .stream()
                .findFirst();
    }

    /** Stores a code for somebody to come over with, and forgets those that are late. */
    public void addHandOver(byte[] codeHash, UUID accountId, Instant now, Instant expiresAt) {
        sql.update(
                "delete from identity_hand_over"
                        + " where school_id = current_school() and expires_at < ?",
                now);
        sql.update(
                """
                insert into identity_hand_over (school_id, code_hash, account_id, expires_at)
                values (current_school(), ?, ?, ?)
                """,
                codeHash,
                accountId,
                expiresAt);
    }

    /** Uses a code up and returns whose it was; empty when it is good for nothing. */
    public Optional<UUID> takeHandOver(byte[] codeHash, Instant now) {
        return sql
                .list(
                        """
                        delete from identity_hand_over where school_id = current_school()
                           and code_hash = ? and expires_at > ? returning account_id
                        """,
                        row -> row.getObject(1, UUID.class),
                        codeHash,
                        now)
                .stream()
                .findFirst();
    }

    private static Membership membership(ResultSet row) throws SQLException {
        return new Membership(
                row.getObject("other_school_id", UUID.class),
                row.getObject("other_account_id", UUID.class),
                TenantSql.instant(row, "since"));
    }
}
