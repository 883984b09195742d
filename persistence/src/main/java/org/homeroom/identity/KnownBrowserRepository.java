package org.homeroom.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.homeroom.tenancy.TenantSql;

/** Browsers of the bound school that know a student. */
@ApplicationScoped
public class KnownBrowserRepository {

    private static final Duration SEEN_STEP = Duration.ofDays(1);

    @Inject TenantSql sql;
    @Inject AccountNames names;

    /**
     * Tells whether the browser knows whoever has the user name, in one question whether or not
     * anybody has it.
     *
     * @param since a browser that was not used since then knows nobody any more
     */
    public boolean knows(byte[] browserHash, String username, Instant since) {
        return sql.list(
                        """
                        select exists (select from identity_known_browser b
                          join identity_account a on a.school_id = b.school_id and a.id = b.account_id
                         where b.school_id = current_school() and b.browser_hash = ?
                           and b.seen_at > ? and (a.username_mark = ?
                             or a.username_mark is null and lower(a.username) = lower(?))) as known
                        """,
                        row -> row.getBoolean("known"),
                        browserHash,
                        since,
                        names.mark(username),
                        username)
                .get(0);
    }

    /** Lets the browser know the student, or notes that it was used again. */
    public void remember(byte[] browserHash, UUID accountId, Instant now) {
        sql.update(
                """
                insert into identity_known_browser as b
                       (school_id, account_id, browser_hash, known_at, seen_at)
                values (current_school(), ?, ?, ?, ?)
                on conflict (school_id, account_id, browser_hash) do update set seen_at = excluded.seen_at
                 where b.seen_at < ?
                """,
                accountId,
                browserHash,
                now,
                now,
                now.minus(SEEN_STEP));
    }

    /** Lets every browser forget the student. */
    public void forget(UUID accountId) {
        sql.update(
                "delete from identity_known_browser where school_id = current_school() and account_id = ?",
                accountId);
    }

    /** Drops what was not used since. */
    public void dropUnused(Instant since) {
        sql.update(
                "delete from identity_known_browser where school_id = current_school() and seen_at < ?",
                since);
    }
}
