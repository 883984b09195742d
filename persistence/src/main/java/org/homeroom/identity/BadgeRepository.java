package org.homeroom.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.homeroom.tenancy.TenantSql;

/** Badges of the bound school's students, at most one each. */
@ApplicationScoped
public class BadgeRepository {

    @Inject TenantSql sql;

    /** Stores a badge in place of the student's last one. */
    public void put(UUID accountId, byte[] codeHash, UUID by, Instant now) {
        sql.update(
                """
                insert into identity_badge (school_id, account_id, code_hash, issued_by, issued_at)
                values (current_school(), ?, ?, ?, ?)
                on conflict (school_id, account_id) do update set code_hash = excluded.code_hash,
                       issued_by = excluded.issued_by, issued_at = excluded.issued_at
                """,
                accountId,
                codeHash,
                by,
                now);
    }

    /** Drops the student's badge; false when there is none. */
    public boolean drop(UUID accountId) {
        return sql.update(
                        """
                        delete from identity_badge
                         where school_id = current_school() and account_id = ?
                        """,
                        accountId)
                == 1;
    }

    /** Returns since when those of the students have a badge who have one. */
    public Map<UUID, Instant> issued(Collection<UUID> accountIds) {
        Map<UUID, Instant> issued = new HashMap<>();
        sql.list(
                """
                select account_id, issued_at from identity_badge
                 where school_id = current_school() and account_id = any (?)
                """,
                row ->
                        issued.put(
                                row.getObject("account_id", UUID.class),
                                TenantSql.instant(row, "issued_at")),
                (Object) accountIds.toArray(UUID[]::new));
        return issued;
    }
}
