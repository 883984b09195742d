package org.homeroom.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.tenancy.TenantSql;

/** Takes everything personal off an account of the bound school, and keeps the receipts. */
@ApplicationScoped
public class ErasureRepository {

    @Inject TenantSql sql;
    @Inject AccountNames names;

    /** Removes the account's rows from a table of identity's; returns how many. */
    public int drop(AccountTable table, UUID account) {
        return sql.update(
                "delete from "
                        + table.table()
                        + " where school_id = current_school() and account_id = ?",
                account);
    }

    /** Takes name and address off the invitations that the person accepted; returns how many. */
    public int blankInvitations(UUID account) {
        return sql.update(
                """
                update identity_invitation set display_name = null, email = null, email_mark = null,
                       department = null, employee_id = null, message = null
                 where school_id = current_school() and account_id = ?
                   and (display_name is not null or email is not null or department is not null
                        or employee_id is not null or message is not null)
                """,
                account);
    }

    /**
     * Leaves of the account a pseudonym that nobody can sign in with.
     *
     * @return false when it is one already
     */
    public boolean blank(UUID account, Instant now) {
        String nobody = "deleted-" + account;
        return sql.update(
                        """
                        update identity_account
                           set username = ?, username_mark = ?, display_name = ?, password_hash = null,
                               pin_hash = null, passphrase_hash = null, erased_at = ?,
                               disabled_at = coalesce(disabled_at, ?), version = version + 1
                         where school_id = current_school() and id = ? and erased_at is null
                        """,
                        names.sealUsername(account, nobody),
                        names.mark(nobody),
                        names.sealDisplayName(account, "Former member"),
                        now,
                        now,
                        account)
                > 0;
    }

    /** Keeps a receipt, as JSON. */
    public void keep(UUID account, UUID by, Instant now, String receipt) {
        sql.update(
                """
                insert into identity_erasure (school_id, account_id, erased_by, erased_at, receipt)
                values (current_school(), ?, ?, ?, ?::jsonb)
                """,
                account,
                by,
                now,
                receipt);
    }

    /** Finds a receipt, as JSON. */
    public Optional<String> receipt(UUID account) {
        return sql
                .list(
                        """
                        select receipt::text from identity_erasure
                         where school_id = current_school() and account_id = ?
                        """,
                        row -> row.getString(1),
                        account)
                .stream()
                .findFirst();
    }

    /** Tables of identity whose rows belong to one account alone. */
    public enum AccountTable {
        SESSIONS("identity_sign_in"),
        TOKENS("identity_token"),
        TICKETS("identity_ticket"),
        AUTHENTICATORS("identity_totp"),
        RECOVERY_CODES("identity_recovery_code"),
        PASSKEYS("identity_passkey"),
        CHALLENGES("identity_challenge"),
        RESET_LINKS("identity_reset"),
        KEPT_ANSWERS("identity_idempotency"),
        BADGES("identity_badge"),
        DOOR_KEYS("identity_door_key"),
        MEMBERSHIPS("identity_membership"),
        HAND_OVERS("identity_hand_over"),
        ADDRESSES("identity_email"),
        PROVIDER_LINKS("identity_provider_link"),
        PROVIDER_VISITS("identity_provider_visit"),
        KNOWN_BROWSERS("identity_known_browser"),
        ROLES("identity_role");

        private final String table;

        AccountTable(String table) {
            this.table = table;
        }

        String table() {
            return table;
        }
    }
}
