package org.homeroom.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.homeroom.identity.AccountNames;
import org.homeroom.roster.KnownRoster.Known;
import org.homeroom.roster.KnownRoster.NamedAccount;
import org.homeroom.tenancy.TenantSql;

/** What earlier deliveries said of the bound school. */
@ApplicationScoped
public class KnownRosterRepository {

    @Inject TenantSql sql;
    @Inject AccountNames accounts;
    @Inject SourceNames names;

    /** Reads everything, those who left included. */
    public KnownRoster read() {
        return new KnownRoster(
                byId(people(), SourcePerson::sourcedId),
                byId(classes(), SourceClass::sourcedId),
                byId(enrollments(), SourceEnrollment::sourcedId),
                usernames());
    }

    private List<Known<SourcePerson>> people() {
        return sql.list(
                """
                select p.sourced_id, p.account_id, a.username, p.roles, p.given_name, p.family_name,
                       p.last_initial, p.dob_sum, p.claim_hash, encode(p.salt, 'hex') as salt,
                       p.last_name_hashes, p.enters, p.left_at is null as active
                  from roster_person p
                  join identity_account a on a.school_id = p.school_id and a.id = p.account_id
                 where p.school_id = current_school() order by p.sourced_id
                """,
                row -> new Known<>(known(row), row.getBoolean("active")));
    }

    private List<Known<SourceClass>> classes() {
        return sql.list(
                """
                select sourced_id, id, name, period, ended_at is null as active from roster_class
                 where school_id = current_school() and sourced_id is not null order by sourced_id
                """,
                row ->
                        new Known<>(
                                new SourceClass(
                                        row.getString("sourced_id"),
                                        null,
                                        null,
                                        row.getObject("id", UUID.class),
                                        row.getString("name"),
                                        row.getString("period")),
                                row.getBoolean("active")));
    }

    private List<Known<SourceEnrollment>> enrollments() {
        return sql.list(
                """
                select e.sourced_id, c.sourced_id as class_id, p.sourced_id as person_id, e.role, e.is_primary,
                       e.left_at is null as active
                  from roster_enrollment e
                  join roster_class c on c.school_id = e.school_id and c.id = e.class_id
                  join roster_person p on p.school_id = e.school_id and p.account_id = e.account_id
                 where e.school_id = current_school() order by e.sourced_id
                """,
                row ->
                        new Known<>(
                                new SourceEnrollment(
                                        row.getString("sourced_id"),
                                        null,
                                        null,
                                        row.getString("class_id"),
                                        row.getString("person_id"),
                                        row.getString("role"),
                                        row.getBoolean("is_primary")),
                                row.getBoolean("active")));
    }

    private Map<String, NamedAccount> usernames() {
        Map<String, NamedAccount> found = new HashMap<>();
        sql.list(
                        """
                        select username, id, kind = 'student' as student from identity_account
                         where school_id = current_school()
                        """,
                        row -> {
                            UUID id = row.getObject("id", UUID.class);
                            String name = accounts.username(id, row.getString("username"));
                            return Map.entry(
                                    name.toLowerCase(Locale.ROOT),
                                    new NamedAccount(id, row.getBoolean("student")));
                        })
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    private SourcePerson known(ResultSet row) throws SQLException {
        String id = row.getString("sourced_id");
        UUID account = row.getObject("account_id", UUID.class);
        return person(
                row,
                accounts.username(account, row.getString("username")),
                names.given(id, row.getString("given_name")),
                names.family(id, row.getString("family_name")));
    }

    /** Reads a person whose names are open already. */
    static SourcePerson person(ResultSet row, String username, String given, String family)
            throws SQLException {
        String salt = row.getString("salt");
        return new SourcePerson(
                row.getString("sourced_id"),
                null,
                null,
                row.getObject("account_id", UUID.class),
                username,
                texts(row.getArray("roles")),
                given,
                family,
                row.getString("last_initial"),
                salt == null ? null : marks(row, salt),
                row.getBoolean("enters"));
    }

    private static PupilMarks marks(ResultSet row, String salt) throws SQLException {
        return new PupilMarks(
                row.getObject("dob_sum", Integer.class),
                row.getString("claim_hash"),
                salt,
                texts(row.getArray("last_name_hashes")));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static <T> Map<String, Known<T>> byId(
            List<Known<T>> rows, Function<T, String> sourcedId) {
        Map<String, Known<T>> found = new HashMap<>();
        rows.forEach(row -> found.put(sourcedId.apply(row.value()), row));
        return found;
    }
}
