package org.homeroom.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.homeroom.tenancy.TenantSql;

/** What the bound school decided about PINs. */
@ApplicationScoped
public class PinRuleRepository {

    @Inject TenantSql sql;

    /** Returns the school's decision, {@link PinRule#USUAL} before there is any. */
    public PinRule find() {
        return sql
                .list(
                        "select enough, version from identity_pin_rule where school_id = current_school()",
                        row ->
                                new PinRule(
                                        PinRule.Enough.valueOf(
                                                row.getString("enough").toUpperCase(Locale.ROOT)),
                                        row.getLong("version")))
                .stream()
                .findFirst()
                .orElse(PinRule.USUAL);
    }

    /**
     * Stores a decision.
     *
     * @param by null for the demonstration
     */
    public void change(PinRule.Enough enough, UUID by, Instant now) {
        sql.update(
                """
                insert into identity_pin_rule as r (school_id, enough, changed_by, changed_at)
                values (current_school(), ?, ?::uuid, ?)
                on conflict (school_id) do update set enough = excluded.enough,
                  changed_by = excluded.changed_by, changed_at = excluded.changed_at,
                  version = r.version + 1
                """,
                enough.code(),
                by == null ? null : by.toString(),
                now);
    }
}
