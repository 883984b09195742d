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

/** Invitations to the bound school. */
@ApplicationScoped
public class InvitationRepository {

    private static final String SELECT =
            """
            select i.id, i.role, i.display_name, i.email, i.state, i.invited_at, i.expires_at,
                   i.account_id, a.display_name as invited_by
              from identity_invitation i
              left join identity_account a on a.school_id = i.school_id and a.id = i.invited_by
             where i.school_id = current_school()
            """;

    @Inject TenantSql sql;

    /**
     * Stores a new invitation.
     *
     * @return false when one for the same address is open; nothing is stored then
     */
    public boolean add(Invitation invitation, byte[] secretHash, UUID inviter) {
        return sql.update(
                        """
                        insert into identity_invitation (school_id, id, secret_hash, role, display_name,
                               email, invited_by, invited_at, expires_at)
                        values (current_school(), ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (school_id, lower(email)) where state = 'pending' do nothing
                        """,
                        invitation.id(),
                        secretHash,
                        invitation.role(),
                        invitation.displayName(),
                        invitation.email(),
                        inviter,
                        invitation.invitedAt(),
                        invitation.expiresAt())
                > 0;
    }

    /** Takes late ones for an address back, so that somebody may invite it again. */
    public void revokeLate(String email, Instant now) {
        sql.update(
                """
                update identity_invitation set state = 'revoked', settled_at = ?
                 where school_id = current_school() and lower(email) = lower(?)
                   and state = 'pending' and expires_at <= ?
                """,
                now,
                email,
                now);
    }

    /** Lists the newest first. */
    public List<Invitation> list(int page, int perPage) {
        return sql.list(
                SELECT + " order by i.invited_at desc, i.id limit ? offset ?",
                InvitationRepository::invitation,
                perPage,
                (page - 1L) * perPage);
    }

    /** Counts all of them. */
    public long count() {
        return sql.list(
                        "select count(*) from identity_invitation where school_id = current_school()",
                        row -> row.getLong(1))
                .get(0);
    }

    /** Finds by id. */
    public Optional<Invitation> find(UUID id) {
        return one(SELECT + " and i.id = ?", id);
    }

    /** Finds by the SHA-256 of the link's secret. */
    public Optional<Invitation> find(byte[] secretHash) {
        return one(SELECT + " and i.secret_hash = ?", secretHash);
    }

    /** Finds by the SHA-256 of the link's secret and keeps others from accepting meanwhile. */
    public Optional<Invitation> lock(byte[] secretHash) {
        return one(SELECT + " and i.secret_hash = ? for update of i", secretHash);
    }

    /** Notes who accepted a pending one. */
    public void accept(UUID id, UUID accountId, Instant now) {
        sql.update(
                """
                update identity_invitation set state = 'accepted', account_id = ?, settled_at = ?
                 where school_id = current_school() and id = ? and state = 'pending'
                """,
                accountId,
                now,
                id);
    }

    /**
     * Takes a pending one back.
     *
     * @return false when it is not pending
     */
    public boolean revoke(UUID id, Instant now) {
        return sql.update(
                        """
                        update identity_invitation set state = 'revoked', settled_at = ?
                         where school_id = current_school() and id = ? and state = 'pending'
                        """,
                        now,
                        id)
                > 0;
    }

    /**
     * Gives a pending one a new link; the old one is good for nothing from now on.
     *
     * @return false when it is not pending
     */
    public boolean renew(UUID id, byte[] secretHash, Instant expiresAt) {
        return sql.update(
                        """
                        update identity_invitation set secret_hash = ?, expires_at = ?
                         where school_id = current_school() and id = ? and state = 'pending'
                        """,
                        secretHash,
                        expiresAt,
                        id)
                > 0;
    }

    private Optional<Invitation> one(String query, Object key) {
        return sql.list(query, InvitationRepository::invitation, key).stream().findFirst();
    }

    private static Invitation invitation(ResultSet row) throws SQLException {
        return new Invitation(
                row.getObject("id", UUID.class),
                row.getString("role"),
                row.getString("display_name"),
                row.getString("email"),
                row.getString("state"),
                row.getString("invited_by"),
                TenantSql.instant(row, "invited_at"),
                TenantSql.instant(row, "expires_at"),
                row.getObject("account_id", UUID.class));
    }
}
