package org.homeroom.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.homeroom.kernel.Slice;
import org.homeroom.tenancy.TenantSql;

/** People of the bound school, for those who look after them. */
@ApplicationScoped
public class PeopleRepository {

    private static final String SELECT =
            """
            select a.id, a.username, a.display_name, a.created_at, a.version,
                   (select e.email from identity_email e
                     where e.school_id = a.school_id and e.account_id = a.id) as email,
                   coalesce(a.disabled_at, case when a.expires_at <= now() then a.expires_at end)
                     as disabled_at,
                   array(select r.role from identity_role r
                          where r.school_id = a.school_id and r.account_id = a.id) as roles,
                   (select max(s.seen_at) from identity_sign_in s
                     where s.school_id = a.school_id and s.account_id = a.id) as seen_at
              from identity_account a where a.school_id = current_school() and a.erased_at is null
            """;
    private static final String NAMES =
            """
            select a.id, a.username, a.display_name from identity_account a
             where a.school_id = current_school() and a.erased_at is null and (? = '' or exists (
                   select from identity_role r where r.school_id = a.school_id
                      and r.account_id = a.id and r.role = ?))
               and not exists (select from identity_door_key k where k.school_id = a.school_id
                     and k.account_id = a.id and k.role = 'kiosk')
               and not (coalesce(a.expires_at <= now(), false) and exists (
                     select from identity_role g where g.school_id = a.school_id
                        and g.account_id = a.id and g.role in ('guest', 'kiosk')))
            """;

    @Inject TenantSql sql;
    @Inject AccountNames names;
    @Inject EmailRepository emails;

    private record Name(UUID id, String username, String order) {}

    /** Lists a part of the people that match, by name: sealed names are searched once opened. */
    public Slice<PersonDetail> list(PeopleQuery query) {
        String role = query.role() == null ? "" : query.role();
        String text = query.text() == null ? "" : query.text().strip().toLowerCase(Locale.ROOT);
        List<Name> matching =
                sql.list(NAMES, this::name, role, role).stream()
                        .filter(name -> has(name, text))
                        .sorted(Comparator.comparing(Name::order).thenComparing(Name::id))
                        .toList();
        List<UUID> shown =
                matching.stream()
                        .skip((query.page() - 1L) * query.perPage())
                        .limit(query.perPage())
                        .map(Name::id)
                        .toList();
        List<PersonDetail> rows =
                sql
                        .list(
                                SELECT + " and a.id = any (?)",
                                this::person,
                                (Object) shown.toArray(UUID[]::new))
                        .stream()
                        .sorted(Comparator.comparingInt(person -> shown.indexOf(person.id())))
                        .toList();
        return new Slice<>(rows, matching.size(), query.page(), query.perPage());
    }

    /** Finds a person by id. */
    public Optional<PersonDetail> find(UUID id) {
        return sql.list(SELECT + " and a.id = ?", this::person, id).stream().findFirst();
    }

    /** Counts those who may enter and have one of the roles. */
    public long countEnabled(Set<String> roles) {
        return sql.list(
                        """
                        select count(*) from identity_account a
                         where a.school_id = current_school() and a.disabled_at is null
                           and exists (select from identity_role r where r.school_id = a.school_id
                                 and r.account_id = a.id and r.role = any (?))
                        """,
                        row -> row.getLong(1),
                        (Object) roles.toArray(String[]::new))
                .get(0);
    }

    /**
     * Changes name and roles unless somebody else changed the person since that version.
     *
     * @return false when there is a newer version; nothing is stored then
     */
    public boolean change(UUID id, String displayName, Set<String> roles, long version) {
        boolean current =
                sql.update(
                                """
                                update identity_account set display_name = ?, version = version + 1
                                 where school_id = current_school() and id = ? and version = ?
                                """,
                                names.sealDisplayName(id, displayName),
                                id,
                                version)
                        > 0;
        if (current) {
            String[] wanted = roles.toArray(String[]::new);
            sql.update(
                    """
                    delete from identity_role where school_id = current_school() and account_id = ?
                       and role <> all (?)
                    """,
                    id,
                    wanted);
            sql.update(
                    """
                    insert into identity_role (school_id, account_id, role)
                    select current_school(), ?, unnest(?) on conflict do nothing
                    """,
                    id,
                    wanted);
        }
        return current;
    }

    /**
     * Closes an account, or opens it again.
     *
     * @param at since when it is closed, null for open
     * @return false when it is so already
     */
    public boolean disable(UUID id, Instant at) {
        return at == null
                ? sql.update(
                                """
                                update identity_account set disabled_at = null, version = version + 1
                                 where school_id = current_school() and id = ? and disabled_at is not null
                                """,
                                id)
                        > 0
                : sql.update(
                                """
                                update identity_account set disabled_at = ?, version = version + 1
                                 where school_id = current_school() and id = ? and disabled_at is null
                                """,
                                at,
                                id)
                        > 0;
    }

    private Name name(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Name(
                id,
                row.getString("username"),
                names.displayName(id, row.getString("display_name")).toLowerCase(Locale.ROOT));
    }

    // User names stay closed until one is asked for that is no part of a name.
    private boolean has(Name name, String text) {
        return name.order().contains(text)
                || names.username(name.id(), name.username())
                        .toLowerCase(Locale.ROOT)
                        .contains(text);
    }

    private PersonDetail person(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new PersonDetail(
                id,
                names.username(id, row.getString("username")),
                names.displayName(id, row.getString("display_name")),
                emails.open(id, row.getString("email")),
                Set.of((String[]) row.getArray("roles").getArray()),
                TenantSql.instant(row, "created_at"),
                TenantSql.instant(row, "disabled_at"),
                TenantSql.instant(row, "seen_at"),
                row.getLong("version"));
    }
}
