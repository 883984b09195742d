package org.homeroom.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.homeroom.identity.AccountNames;
import org.homeroom.tenancy.TenantSql;

/** Changes of deliveries that wait in the bound school, and those of the newest ones applied. */
@ApplicationScoped
public class StageRepository {

    private static final int KEPT = 5;

    @Inject TenantSql sql;
    @Inject SourceNames names;
    @Inject AccountNames accounts;

    /** Stores the changes; those of all but the newest deliveries are dropped. */
    public void add(UUID delivery, String orgSourcedId, StagedRoster staged, Instant now) {
        sql.update(
                """
                insert into roster_stage (school_id, delivery_id, org_sourced_id, created_at)
                values (current_school(), ?, ?, ?)
                """,
                delivery,
                orgSourcedId,
                now);
        addPeople(delivery, staged.people());
        addClasses(delivery, staged.classes());
        addEnrollments(delivery, staged.enrollments());
        sql.update(
                """
                delete from roster_stage where school_id = current_school() and delivery_id in (
                  select delivery_id from roster_stage where school_id = current_school()
                   order by created_at desc, delivery_id desc offset ?)
                """,
                KEPT);
    }

    /** Tells whether the changes are there, unapplied, and nothing was applied since they were. */
    public boolean isFresh(UUID delivery) {
        return !sql.list(
                        """
                        select from roster_stage s
                         where s.school_id = current_school() and s.delivery_id = ? and s.applied_at is null
                           and not exists (select from roster_stage o
                             where o.school_id = s.school_id and o.applied_at >= s.created_at)
                        """,
                        row -> true,
                        delivery)
                .isEmpty();
    }

    /** Tells whether the changes were applied. */
    public boolean isApplied(UUID delivery) {
        return !sql.list(
                        """
                        select from roster_stage
                         where school_id = current_school() and delivery_id = ? and applied_at is not null
                        """,
                        row -> true,
                        delivery)
                .isEmpty();
    }

    /** Marks the changes as applied and returns the source's key of the school. */
    public String applied(UUID delivery, Instant now) {
        return sql.list(
                        """
                        update roster_stage set applied_at = ?
                         where school_id = current_school() and delivery_id = ? returning org_sourced_id
                        """,
                        row -> row.getString(1),
                        now,
                        delivery)
                .get(0);
    }

    /** Lists the first changes of one sort, people before classes before enrollments. */
    public List<StagedRow> rows(UUID delivery, RosterChange change, int limit) {
        return sql.list(
                """
                select * from (
                  select 1 as place, 'user' as kind, sourced_id, sourced_id as person, given_name, family_name,
                         last_initial, salt is null as adult, null::uuid as account, null as display_name,
                         null as class_name, array_to_string(roles, ', ') as detail, line
                    from roster_stage_person
                   where school_id = current_school() and delivery_id = ? and change = ?
                  union all
                  select 2, 'class', sourced_id, null, null, null, null, null, null, null, name, period, line
                    from roster_stage_class
                   where school_id = current_school() and delivery_id = ? and change = ?
                  union all
                  select 3, 'enrollment', e.sourced_id, e.person_sourced_id, sp.given_name, sp.family_name,
                         sp.last_initial, sp.salt is null, a.id, a.display_name,
                         coalesce(sc.name, c.name, e.class_sourced_id), e.role, e.line
                    from roster_stage_enrollment e
                    left join roster_stage_person sp on sp.school_id = e.school_id
                      and sp.delivery_id = e.delivery_id and sp.sourced_id = e.person_sourced_id
                    left join roster_stage_class sc on sc.school_id = e.school_id
                      and sc.delivery_id = e.delivery_id and sc.sourced_id = e.class_sourced_id
                    left join roster_person p on p.school_id = e.school_id and p.sourced_id = e.person_sourced_id
                    left join identity_account a on a.school_id = p.school_id and a.id = p.account_id
                    left join roster_class c on c.school_id = e.school_id and c.sourced_id = e.class_sourced_id
                   where e.school_id = current_school() and e.delivery_id = ? and e.change = ?) r
                 order by place, line nulls first, sourced_id limit ?
                """,
                row ->
                        new StagedRow(
                                change,
                                row.getString("kind"),
                                row.getString("sourced_id"),
                                name(delivery, row),
                                row.getString("detail"),
                                row.getObject("line", Integer.class)),
                delivery,
                change.wire(),
                delivery,
                change.wire(),
                delivery,
                change.wire(),
                limit);
    }

    private String name(UUID delivery, ResultSet row) throws SQLException {
        String person = person(delivery, row);
        String className = row.getString("class_name");
        if (person == null) {
            return className;
        }
        return className == null ? person : person + " \u00b7 " + className;
    }

    private String person(UUID delivery, ResultSet row) throws SQLException {
        String id = row.getString("person");
        String given = names.given(delivery, id, row.getString("given_name"));
        if (given != null) {
            return row.getBoolean("adult")
                    ? given + " " + names.family(delivery, id, row.getString("family_name"))
                    : given + " " + row.getString("last_initial") + ".";
        }
        String known =
                accounts.displayName(
                        row.getObject("account", UUID.class), row.getString("display_name"));
        return known == null ? id : known;
    }

    private void addPeople(UUID delivery, List<SourcePerson> people) {
        sql.update(
                """
                insert into roster_stage_person (school_id, delivery_id, sourced_id, line, change, account_id, username,
                    roles, given_name, family_name, last_initial, dob_sum, claim_hash, salt,
                    last_name_hashes, enters)
                select current_school(), ?, n.sourced_id, n.line, n.change, n.account_id, n.username,
                       string_to_array(n.roles, ' '), n.given_name, n.family_name, n.last_initial, n.dob_sum,
                       n.claim_hash, decode(n.salt, 'hex'), string_to_array(n.hashes, ' '), n.enters
                  from unnest(?::text[], ?::integer[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[],
                              ?::text[], ?::integer[], ?::text[], ?::text[], ?::text[], ?::boolean[])
                    as n (sourced_id, line, change, account_id, username, roles, given_name,
                          family_name, last_initial, dob_sum, claim_hash, salt, hashes, enters)
                """,
                delivery,
                texts(people, SourcePerson::sourcedId),
                people.stream().map(SourcePerson::line).toArray(Integer[]::new),
                texts(people, person -> person.change().wire()),
                people.stream().map(SourcePerson::accountId).toArray(UUID[]::new),
                texts(people, person -> names.sealUsername(delivery, person)),
                texts(people, person -> String.join(" ", person.roles())),
                texts(people, person -> names.sealGiven(delivery, person)),
                texts(people, person -> names.sealFamily(delivery, person)),
                texts(people, SourcePerson::lastInitial),
                people.stream()
                        .map(person -> person.isStudent() ? person.marks().dobSum() : null)
                        .toArray(Integer[]::new),
                marks(people, PupilMarks::claimHash),
                marks(people, PupilMarks::salt),
                marks(people, marks -> String.join(" ", marks.lastNameHashes())),
                people.stream().map(SourcePerson::enters).toArray(Boolean[]::new));
    }

    private void addClasses(UUID delivery, List<SourceClass> classes) {
        sql.update(
                """
                insert into roster_stage_class (school_id, delivery_id, sourced_id, line, change, class_id, name, period)
                select current_school(), ?, n.*
                  from unnest(?::text[], ?::integer[], ?::text[], ?::uuid[], ?::text[], ?::text[]) n
                """,
                delivery,
                texts(classes, SourceClass::sourcedId),
                classes.stream().map(SourceClass::line).toArray(Integer[]::new),
                texts(classes, one -> one.change().wire()),
                classes.stream().map(SourceClass::classId).toArray(UUID[]::new),
                texts(classes, SourceClass::name),
                texts(classes, SourceClass::period));
    }

    private void addEnrollments(UUID delivery, List<SourceEnrollment> enrollments) {
        sql.update(
                """
                insert into roster_stage_enrollment (school_id, delivery_id, sourced_id, line, change,
                    class_sourced_id, person_sourced_id, role, is_primary)
                select current_school(), ?, n.*
                  from unnest(?::text[], ?::integer[], ?::text[], ?::text[], ?::text[], ?::text[], ?::boolean[]) n
                """,
                delivery,
                texts(enrollments, SourceEnrollment::sourcedId),
                enrollments.stream().map(SourceEnrollment::line).toArray(Integer[]::new),
                texts(enrollments, one -> one.change().wire()),
                texts(enrollments, SourceEnrollment::classSourcedId),
                texts(enrollments, SourceEnrollment::personSourcedId),
                texts(enrollments, SourceEnrollment::role),
                enrollments.stream().map(SourceEnrollment::primary).toArray(Boolean[]::new));
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> part) {
        return rows.stream().map(part).toArray(String[]::new);
    }

    private static String[] marks(List<SourcePerson> people, Function<PupilMarks, String> part) {
        return texts(people, person -> person.isStudent() ? part.apply(person.marks()) : null);
    }
}
