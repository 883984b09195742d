package org.homeroom.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.homeroom.tenancy.TenantSql;

/** Accounts of the bound school that come and go in numbers, in sets. */
@ApplicationScoped
public class AccountListRepository {

    @Inject TenantSql sql;
    @Inject AccountNames names;

    /** Lists user names that the list wants and other accounts have. */
    public List<String> taken(List<ListedAccount> listed) {
        return sql.list(
                """
                select n.username from unnest(?::uuid[], ?::text[], ?::text[]) as n (id, username, mark)
                  join identity_account a on a.school_id = current_school()
                    and (a.username_mark = decode(n.mark, 'hex')
                      or a.username_mark is null and lower(a.username) = lower(n.username))
                 where a.id <> n.id order by 1
                """,
                row -> row.getString(1),
                ids(listed),
                texts(listed, ListedAccount::username),
                marks(listed));
    }

    /** Stores names; who is new gets an account that nobody can sign in with yet. */
    public void put(List<ListedAccount> listed) {
        sql.update(
                """
                insert into identity_account (school_id, id, username, username_mark, display_name, kind)
                select current_school(), n.id, n.username, decode(n.mark, 'hex'), n.display_name, n.kind
                  from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[])
                    as n (id, username, mark, display_name, kind)
                on conflict (school_id, id) do update
                   set username = excluded.username, username_mark = excluded.username_mark,
                       display_name = excluded.display_name, version = identity_account.version + 1
                """,
                ids(listed),
                texts(listed, one -> names.sealUsername(one.id(), one.username())),
                marks(listed),
                texts(listed, one -> names.sealDisplayName(one.id(), one.displayName())),
                texts(listed, one -> one.roles().contains(Roles.STUDENT) ? "student" : "adult"));
    }

    /** Gives these roles; nothing happens where somebody has one. */
    public void grant(List<ListedAccount> listed, Function<ListedAccount, List<String>> roles) {
        sql.update(
                """
                insert into identity_role (school_id, account_id, role)
                select current_school(), n.* from unnest(?::uuid[], ?::text[]) n on conflict do nothing
                """,
                holders(listed, roles),
                held(listed, roles));
    }

    /** Takes these roles away, and returns who lost one. */
    public List<UUID> withdraw(
            List<ListedAccount> listed, Function<ListedAccount, List<String>> roles) {
        return sql.list(
                """
                delete from identity_role r using unnest(?::uuid[], ?::text[]) as n (id, role)
                 where r.school_id = current_school() and r.account_id = n.id and r.role = n.role
                returning r.account_id
                """,
                row -> row.getObject(1, UUID.class),
                holders(listed, roles),
                held(listed, roles));
    }

    /** Lists those who hold a role that the list did not give. */
    public List<UUID> holdingOthers(List<ListedAccount> listed) {
        return sql.list(
                """
                select distinct r.account_id from identity_role r
                 where r.school_id = current_school() and r.account_id = any (?)
                   and not exists (select from unnest(?::uuid[], ?::text[]) as n (id, role)
                     where n.id = r.account_id and n.role = r.role)
                """,
                row -> row.getObject(1, UUID.class),
                ids(listed),
                holders(listed, ListedAccount::roles),
                held(listed, ListedAccount::roles));
    }

    /** Lets these in again. */
    public void enable(List<ListedAccount> listed) {
        sql.update(
                """
                update identity_account set disabled_at = null, version = version + 1
                 where school_id = current_school() and id = any (?) and disabled_at is not null
                """,
                (Object) ids(listed));
    }

    /** Closes these accounts and ends what is open with them; returns those that were open. */
    public List<UUID> disable(List<ListedAccount> listed, Instant now) {
        List<UUID> closed =
                sql.list(
                        """
                        update identity_account set disabled_at = ?, version = version + 1
                         where school_id = current_school() and id = any (?) and disabled_at is null
                        returning id
                        """,
                        row -> row.getObject(1, UUID.class),
                        now,
                        ids(listed));
        for (String open : List.of("identity_token", "identity_sign_in")) {
            sql.update(
                    "delete from %s where school_id = current_school() and account_id = any (?)"
                            .formatted(open),
                    (Object) ids(listed));
        }
        return closed;
    }

    private String[] marks(List<ListedAccount> listed) {
        return texts(listed, one -> HexFormat.of().formatHex(names.mark(one.username())));
    }

    private static UUID[] ids(List<ListedAccount> listed) {
        return listed.stream().map(ListedAccount::id).toArray(UUID[]::new);
    }

    private static String[] texts(
            List<ListedAccount> listed, Function<ListedAccount, String> part) {
        return listed.stream().map(part).toArray(String[]::new);
    }

    private static UUID[] holders(
            List<ListedAccount> listed, Function<ListedAccount, List<String>> roles) {
        List<UUID> holders = new ArrayList<>();
        listed.forEach(one -> roles.apply(one).forEach(role -> holders.add(one.id())));
        return holders.toArray(UUID[]::new);
    }

    private static String[] held(
            List<ListedAccount> listed, Function<ListedAccount, List<String>> roles) {
        return listed.stream().flatMap(one -> roles.apply(one).stream()).toArray(String[]::new);
    }
}
