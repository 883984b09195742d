package org.homeroom.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.kernel.PersonalColumn;
import org.homeroom.privacy.PersonalData;
import org.homeroom.tenancy.TenantSql;

/** The addresses by which the bound school knows its people; each is one person's. */
@ApplicationScoped
public class EmailRepository {

    private static final PersonalColumn EMAIL = new PersonalColumn("identity_email", "email");

    @Inject TenantSql sql;
    @Inject PersonalData personal;

    /** Returns the account's address. */
    public Optional<String> of(UUID account) {
        return sql
                .list(
                        """
                        select email from identity_email
                         where school_id = current_school() and account_id = ?
                        """,
                        row -> open(account, row.getString(1)),
                        account)
                .stream()
                .findFirst();
    }

    /** Finds whose address it is, in any capitals. */
    public Optional<UUID> owner(String email) {
        return sql
                .list(
                        """
                        select account_id from identity_email
                         where school_id = current_school() and email_mark = ?
                        """,
                        row -> row.getObject(1, UUID.class),
                        mark(email))
                .stream()
                .findFirst();
    }

    /**
     * Gives the account the address; false when it is somebody else's, and nothing changes then.
     */
    public boolean put(UUID account, String email) {
        return sql.update(
                        """
                        insert into identity_email as e (school_id, account_id, email, email_mark)
                        select current_school(), n.account, n.email, n.mark
                          from (select ?::uuid as account, ?::text as email, ?::bytea as mark) n
                         where not exists (select from identity_email o
                                 where o.school_id = current_school() and o.email_mark = n.mark
                                   and o.account_id <> n.account)
                        on conflict (school_id, account_id) do update
                           set email = excluded.email, email_mark = excluded.email_mark
                        """,
                        account,
                        personal.seal(EMAIL, account, email),
                        mark(email))
                == 1;
    }

    /** Takes the account's address away. */
    public void drop(UUID account) {
        sql.update(
                "delete from identity_email where school_id = current_school() and account_id = ?",
                account);
    }

    String open(UUID account, String stored) {
        return personal.open(EMAIL, account, stored);
    }

    private byte[] mark(String email) {
        return personal.mark("email", email.toLowerCase(Locale.ROOT));
    }
}
