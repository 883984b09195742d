package org.homeroom.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.kernel.PersonalColumn;
import org.homeroom.privacy.PersonalData;
import org.homeroom.tenancy.TenantSql;

/** Invitations to the bound school. */
@ApplicationScoped
public class InvitationRepository {

    private static final PersonalColumn DISPLAY_NAME =
            new PersonalColumn("identity_invitation", "display_name");
    private static final PersonalColumn EMAIL = new PersonalColumn("identity_invitation", "email");
    private static final PersonalColumn DEPARTMENT =
            new PersonalColumn("identity_invitation", "department");
    private static final PersonalColumn EMPLOYEE =
            new PersonalColumn("identity_invitation", "employee_id");
    private static final PersonalColumn MESSAGE =
            new PersonalColumn("identity_invitation", "message");
    private static final String SELECT =
            """
            select i.id, i.role, i.display_name, i.email, i.department, i.employee_id, i.message, i.state, i.invited_at, i.expires_at,
                   i.account_id, i.invited_by as inviter, a.display_name as invited_by
              from identity_invitation i
              left join identity_account a on a.school_id = i.school_id and a.id = i.invited_by
             where i.school_id = current_school()
            """;

    @Inject TenantSql sql;
    @Inject PersonalData personal;
    @Inject AccountNames names;

    /**
     * Stores a new invitation.
     *
     * @return false when one for the same address is open; nothing is stored then
     */
    public boolean add(Invitation invitation, byte[] secretHash, UUID inviter) {
        return sql.update(
                        """
                        insert into identity_invitation (school_id, id, secret_hash, role, display_name,
                               email, email_mark, department, employee_id, message, invited_by, invited_at,
                               expires_at)
                        values (current_school(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (school_id, email_mark) where state = 'pending' do nothing
                        """,
                        invitation.id(),
                        secretHash,
                        invitation.role(),
                        personal.seal(DISPLAY_NAME, invitation.id(), invitation.displayName()),
                        personal.seal(EMAIL, invitation.id(), invitation.email()),
                        mark(invitation.email()),
                        personal.seal(DEPARTMENT, invitation.id(), invitation.notes().department()),
                        personal.seal(EMPLOYEE, invitation.id(), invitation.notes().employeeId()),
                        personal.seal(MESSAGE, invitation.id(), invitation.notes().message()),
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
                 where school_id = current_school() and email_mark = ?
                   and state = 'pending' and expires_at <= ?
                """,
                now,
                mark(email),
                now);
    }

    /** Lists the newest first. */
    public List<Invitation> list(int page, int perPage) {
        return sql.list(
                SELECT + " order by i.invited_at desc, i.id limit ? offset ?",
                this::invitation,
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

    /** Notes that the invited said no to a pending one. */
    public void decline(UUID id, Instant now) {
        sql.update(
                """
                update identity_invitation set state = 'declined', settled_at = ?
                 where school_id = current_school() and id = ? and state = 'pending'
                """,
                now,
                id);
    }

    /** Counts what became of them. */
    public InvitationStats stats(Instant now) {
        return sql.list(
                        """
                        select count(*)::integer as sent,
                               count(*) filter (where state = 'pending' and expires_at > ?)::integer as pending,
                               count(*) filter (where state = 'accepted')::integer as accepted,
                               count(*) filter (where state = 'declined')::integer as declined,
                               count(*) filter (where state = 'pending' and expires_at <= ?)::integer as expired,
                               count(*) filter (where state = 'revoked')::integer as revoked
                          from identity_invitation where school_id = current_school()
                        """,
                        row ->
                                new InvitationStats(
                                        row.getInt("sent"),
                                        row.getInt("pending"),
                                        row.getInt("accepted"),
                                        row.getInt("declined"),
                                        row.getInt("expired"),
                                        row.getInt("revoked")),
                        now,
                        now)
                .get(0);
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
        return sql.list(query, this::invitation, key).stream().findFirst();
    }

    private byte[] mark(String email) {
        return personal.mark("email", email == null ? null : email.toLowerCase(Locale.ROOT));
    }

    private Invitation invitation(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Invitation(
                id,
                row.getString("role"),
                personal.open(DISPLAY_NAME, id, row.getString("display_name")),
                personal.open(EMAIL, id, row.getString("email")),
                new InvitationNotes(
                        personal.open(DEPARTMENT, id, row.getString("department")),
                        personal.open(EMPLOYEE, id, row.getString("employee_id")),
                        personal.open(MESSAGE, id, row.getString("message"))),
                row.getString("state"),
                names.displayName(
                        row.getObject("inviter", UUID.class), row.getString("invited_by")),
                TenantSql.instant(row, "invited_at"),
                TenantSql.instant(row, "expires_at"),
                row.getObject("account_id", UUID.class));
    }
}
