package org.homeroom.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.kernel.Ids;
import org.homeroom.kernel.PersonalColumn;
import org.homeroom.privacy.PersonalData;
import org.homeroom.tenancy.TenantSql;

/** Whose account a person of an identity provider is, and browsers on their way there and back. */
@ApplicationScoped
public class ProviderRepository {

    private static final String VISIT = "identity_provider_visit";
    private static final PersonalColumn SUBJECT = new PersonalColumn(VISIT, "subject");
    private static final PersonalColumn EMAIL = new PersonalColumn(VISIT, "email");

    @Inject TenantSql sql;
    @Inject PersonalData personal;

    /**
     * Notes a browser that goes to the provider, and forgets those that are late.
     *
     * @param linking who wants to link their account, null to sign in
     */
    public void begin(byte[] secretHash, UUID linking, String goal, Instant now, Instant end) {
        sql.update(
                "delete from identity_provider_visit"
                        + " where school_id = current_school() and expires_at < ?",
                now);
        sql.update(
                """
                insert into identity_provider_visit
                       (school_id, id, secret_hash, account_id, goal, expires_at)
                values (current_school(), ?, ?, ?, ?, ?)
                """,
                Ids.next(),
                secretHash,
                linking,
                goal,
                end);
    }

    /**
     * Notes what the provider said of the browser's owner, once; false when nobody waits for it.
     */
    public boolean arrive(byte[] secretHash, ProviderIdentity identity, Instant now) {
        List<UUID> waiting =
                sql.list(
                        """
                        select id from identity_provider_visit where school_id = current_school()
                           and secret_hash = ? and expires_at > ? and issuer is null for update
                        """,
                        row -> row.getObject(1, UUID.class),
                        secretHash,
                        now);
        for (UUID id : waiting) {
            sql.update(
                    """
                    update identity_provider_visit set issuer = ?, subject = ?, email = ?
                     where school_id = current_school() and id = ?
                    """,
                    identity.issuer(),
                    personal.seal(SUBJECT, id, identity.subject()),
                    personal.seal(EMAIL, id, identity.email()),
                    id);
        }
        return !waiting.isEmpty();
    }

    /** Ends the browser's way; empty when it never came back, or late, or was here already. */
    public Optional<ProviderVisit> take(byte[] secretHash, Instant now) {
        return sql
                .list(
                        """
                        delete from identity_provider_visit where school_id = current_school()
                           and secret_hash = ? and expires_at > ? and issuer is not null
                        returning id, account_id, goal, issuer, subject, email
                        """,
                        this::visit,
                        secretHash,
                        now)
                .stream()
                .findFirst();
    }

    /** Finds the account that is linked to the person. */
    public Optional<UUID> linked(ProviderIdentity identity) {
        return sql
                .list(
                        """
                        select account_id from identity_provider_link
                         where school_id = current_school() and provider_mark = ?
                        """,
                        row -> row.getObject(1, UUID.class),
                        mark(identity))
                .stream()
                .findFirst();
    }

    /**
     * Links the account to the person; false when the person has another account here, or the
     * account another person of that provider.
     */
    public boolean link(UUID account, ProviderIdentity identity, Instant now) {
        return sql.update(
                        """
                        insert into identity_provider_link
                               (school_id, provider_mark, account_id, issuer, linked_at)
                        values (current_school(), ?, ?, ?, ?) on conflict do nothing
                        """,
                        mark(identity),
                        account,
                        identity.issuer(),
                        now)
                == 1;
    }

    /** Lists the account's links, the oldest first. */
    public List<ProviderLink> links(UUID account) {
        return sql.list(
                """
                select issuer, linked_at from identity_provider_link
                 where school_id = current_school() and account_id = ? order by linked_at, issuer
                """,
                row -> new ProviderLink(row.getString(1), TenantSql.instant(row, "linked_at")),
                account);
    }

    /** Ends the account's links; returns how many there were. */
    public int unlink(UUID account) {
        return sql.update(
                "delete from identity_provider_link"
                        + " where school_id = current_school() and account_id = ?",
                account);
    }

    private byte[] mark(ProviderIdentity identity) {
        return personal.mark("provider", identity.issuer() + '\n' + identity.subject());
    }

    private ProviderVisit visit(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new ProviderVisit(
                row.getObject("account_id", UUID.class),
                row.getString("goal"),
                new ProviderIdentity(
                        row.getString("issuer"),
                        personal.open(SUBJECT, id, row.getString("subject")),
                        personal.open(EMAIL, id, row.getString("email"))));
    }
}
