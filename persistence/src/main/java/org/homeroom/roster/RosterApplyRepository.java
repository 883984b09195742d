package org.homeroom.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.homeroom.tenancy.TenantSql;

/**
 * Makes the bound school what a delivery's staged changes say, in sets. Accounts are identity's and
 * come before; each statement may be repeated.
 */
@ApplicationScoped
public class RosterApplyRepository {

    @Inject TenantSql sql;
    @Inject SourceNames names;
    @Inject SeatNames seats;

    /** A staged person with the roles of the delivery before; none for somebody new. */
    public record StagedPerson(SourcePerson person, List<String> formerRoles, boolean entered) {}

    /** A seat with the name that the source gives its pupil. */
    private record NamedSeat(
            UUID id,
            UUID classId,
            String sourcedId,
            String firstName,
            String lastInitial,
            Integer dobSum) {}

    /** Keeps other deliveries away from the school until the transaction ends. */
    public void lock() {
        sql.list(
                "select pg_advisory_xact_lock(hashtextextended('roster-apply:' || current_school(),"
                        + " 0))",
                row -> true);
        // Nothing has counted the rows that this transaction brings; taken for a few, they would be
        // joined one by one, which takes minutes instead of a second.
        sql.list("select set_config('enable_nestloop', 'off', true)", row -> true);
    }

    /** Lists the staged people. */
    public List<StagedPerson> people(UUID delivery) {
        return sql.list(
                """
                select s.sourced_id, s.account_id, s.username, s.roles, s.given_name, s.family_name, s.last_initial,
                       s.dob_sum, s.claim_hash, encode(s.salt, 'hex') as salt, s.last_name_hashes, s.enters,
                       coalesce(p.roles, '{}') as former_roles, coalesce(p.enters, true) as entered
                  from roster_stage_person s
                  left join roster_person p on p.school_id = s.school_id and p.sourced_id = s.sourced_id
                 where s.school_id = current_school() and s.delivery_id = ? order by s.sourced_id
                """,
                row ->
                        new StagedPerson(
                                staged(delivery, row),
                                List.of((String[]) row.getArray("former_roles").getArray()),
                                row.getBoolean("entered")),
                delivery);
    }

    /** Takes over what the source says of these people of the delivery. */
    public void putPeople(UUID delivery, List<SourcePerson> people, Instant now) {
        sql.update(
                """
                insert into roster_person (school_id, sourced_id, account_id, roles, given_name, family_name,
                    last_initial, dob_sum, claim_hash, salt, last_name_hashes, enters, left_at)
                select s.school_id, s.sourced_id, s.account_id, s.roles, n.given_name, n.family_name, s.last_initial,
                       s.dob_sum, s.claim_hash, s.salt, s.last_name_hashes, s.enters,
                       case when s.change = 'leaving' then ?::timestamptz end
                  from roster_stage_person s
                  join unnest(?::text[], ?::text[], ?::text[]) as n (sourced_id, given_name, family_name)
                    on n.sourced_id = s.sourced_id
                 where s.school_id = current_school() and s.delivery_id = ?
                on conflict (school_id, sourced_id) do update set roles = excluded.roles,
                    given_name = excluded.given_name, family_name = excluded.family_name,
                    last_initial = excluded.last_initial, dob_sum = excluded.dob_sum,
                    claim_hash = excluded.claim_hash, salt = excluded.salt,
                    last_name_hashes = excluded.last_name_hashes, enters = excluded.enters, left_at = excluded.left_at
                """,
                now,
                people.stream().map(SourcePerson::sourcedId).toArray(String[]::new),
                people.stream().map(names::sealGiven).toArray(String[]::new),
                people.stream().map(names::sealFamily).toArray(String[]::new),
                delivery);
    }

    /** Lists the staged new classes that are not open yet. */
    public List<UUID> unopened(UUID delivery) {
        return sql.list(
                """
                select s.class_id from roster_stage_class s
                 where s.school_id = current_school() and s.delivery_id = ? and s.change = 'created'
                   and not exists (select from roster_class c
                     where c.school_id = s.school_id and c.sourced_id = s.sourced_id)
                """,
                row -> row.getObject(1, UUID.class),
                delivery);
    }

    /** Opens staged classes under these codes; a code in use anywhere opens none. */
    public void openClasses(UUID delivery, UUID[] classIds, String[] joinCodes, Instant now) {
        sql.update(
                """
                insert into roster_class (school_id, id, name, period, join_code, sourced_id, created_at)
                select s.school_id, s.class_id, s.name, s.period, n.code, s.sourced_id, ?
                  from unnest(?::uuid[], ?::text[]) as n (id, code)
                  join roster_stage_class s
                    on s.school_id = current_school() and s.delivery_id = ? and s.class_id = n.id
                on conflict do nothing
                """,
                now,
                classIds,
                joinCodes,
                delivery);
    }

    /** Changes and ends classes; one that people closed here stays closed. */
    public void putClasses(UUID delivery, Instant now) {
        sql.update(
                """
                update roster_class c set name = s.name, period = s.period, version = c.version + 1,
                       ended_at = case
                         when s.change = 'leaving' then ?::timestamptz
                         when exists (select from roster_closing k where k.school_id = c.school_id
                                and k.class_id = c.id) then c.ended_at
                       end
                  from roster_stage_class s
                 where s.school_id = current_school() and s.delivery_id = ? and s.change <> 'created'
                   and c.school_id = s.school_id and c.sourced_id = s.sourced_id
                """,
                now,
                delivery);
    }

    /** Lists the classes whose people change, those they leave included. */
    public List<UUID> touched(UUID delivery) {
        return sql.list(
                """
                select c.id from roster_stage_class s
                  join roster_class c on c.school_id = s.school_id and c.sourced_id = s.sourced_id
                 where s.school_id = current_school() and s.delivery_id = ?
                union
                select c.id from roster_stage_enrollment s
                  join roster_class c on c.school_id = s.school_id and c.sourced_id = s.class_sourced_id
                 where s.school_id = current_school() and s.delivery_id = ?
                union
                select e.class_id from roster_stage_enrollment s
                  join roster_enrollment e on e.school_id = s.school_id and e.sourced_id = s.sourced_id
                 where s.school_id = current_school() and s.delivery_id = ?
                union
                select e.class_id from roster_stage_person s
                  join roster_enrollment e on e.school_id = s.school_id and e.account_id = s.account_id
                 where s.school_id = current_school() and s.delivery_id = ?
                """,
                row -> row.getObject(1, UUID.class),
                delivery,
                delivery,
                delivery,
                delivery);
    }

    /** Takes over what the source says of enrollments. */
    public void putEnrollments(UUID delivery, Instant now) {
        sql.update(
                """
                insert into roster_enrollment (school_id, sourced_id, class_id, account_id, role, is_primary, left_at)
                select s.school_id, s.sourced_id, c.id, p.account_id, s.role, s.is_primary,
                       case when s.change = 'leaving' then ?::timestamptz end
                  from roster_stage_enrollment s
                  join roster_class c on c.school_id = s.school_id and c.sourced_id = s.class_sourced_id
                  join roster_person p on p.school_id = s.school_id and p.sourced_id = s.person_sourced_id
                 where s.school_id = current_school() and s.delivery_id = ?
                on conflict (school_id, sourced_id) do update set class_id = excluded.class_id,
                    account_id = excluded.account_id, role = excluded.role, is_primary = excluded.is_primary,
                    left_at = excluded.left_at
                """,
                now,
                delivery);
    }

    /** Gives each of these classes the teacher in charge, or none. */
    public void putTeachers(UUID[] classIds) {
        sql.update(
                """
                update roster_class c set teacher_id = t.account_id, version = c.version + 1
                  from (select k.id, (
                          select e.account_id from roster_enrollment e
                           where e.school_id = current_school() and e.class_id = k.id and e.role = 'teacher'
                             and e.left_at is null
                           order by e.is_primary desc, e.sourced_id limit 1) as account_id
                          from unnest(?::uuid[]) as k (id)) t
                 where c.school_id = current_school() and c.id = t.id and c.sourced_id is not null
                   and c.teacher_id is distinct from t.account_id
                """,
                (Object) classIds);
    }

    /** Gives the students of these classes seats, and ends and renames seats. */
    public void putSeats(UUID[] classIds, Instant now) {
        addSeats(classIds, now);
        sql.update(
                """
                update roster_seat s set left_at = case when k.stays then null else ?::timestamptz end
                  from (select e.class_id, e.account_id,
                               bool_or(e.left_at is null and p.left_at is null and c.ended_at is null) as stays
                          from roster_enrollment e
                          join roster_person p on p.school_id = e.school_id and p.account_id = e.account_id
                          join roster_class c on c.school_id = e.school_id and c.id = e.class_id
                         where e.school_id = current_school() and e.class_id = any (?) and e.role = 'student'
                         group by e.class_id, e.account_id) k
                 where s.school_id = current_school() and s.class_id = k.class_id and s.student_id = k.account_id
                   and (s.left_at is null) <> k.stays
                """,
                now,
                classIds);
        renameSeats(classIds);
    }

    private void addSeats(UUID[] classIds, Instant now) {
        List<NamedSeat> missing =
                sql.list(
                        """
                        select distinct on (e.class_id, e.account_id) gen_random_uuid() as id, e.class_id,
                               p.sourced_id, p.given_name, p.last_initial, p.dob_sum
                          from roster_enrollment e
                          join roster_person p on p.school_id = e.school_id and p.account_id = e.account_id
                         where e.school_id = current_school() and e.class_id = any (?) and e.role = 'student'
                           and e.left_at is null
                           and not exists (select from roster_seat s where s.school_id = e.school_id
                             and s.class_id = e.class_id and s.student_id = e.account_id)
                        """,
                        this::named,
                        (Object) classIds);
        sql.update(
                """
                insert into roster_seat (school_id, id, class_id, first_name, pupil_mark, last_initial, dob_sum,
                    claim_hash, salt, last_name_hashes, student_id, created_at, claimed_at, rostered)
                select p.school_id, n.id, n.class_id, n.first_name, decode(n.mark, 'hex'), p.last_initial, p.dob_sum,
                       p.claim_hash, p.salt, p.last_name_hashes, p.account_id, ?, ?, true
                  from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[])
                    as n (id, class_id, sourced_id, first_name, mark)
                  join roster_person p on p.school_id = current_school() and p.sourced_id = n.sourced_id
                on conflict (school_id, class_id, student_id) where student_id is not null do nothing
                """,
                now,
                now,
                missing.stream().map(NamedSeat::id).toArray(UUID[]::new),
                missing.stream().map(NamedSeat::classId).toArray(UUID[]::new),
                missing.stream().map(NamedSeat::sourcedId).toArray(String[]::new),
                missing.stream().map(this::sealed).toArray(String[]::new),
                missing.stream().map(this::mark).toArray(String[]::new));
    }

    private void renameSeats(UUID[] classIds) {
        List<NamedSeat> renamed =
                sql
                        .list(
                                """
                                select s.id, s.id as seat_id, s.class_id, s.first_name,
                                       p.sourced_id, p.given_name, p.last_initial, p.dob_sum,
                                       (s.last_initial, s.dob_sum, s.salt, s.last_name_hashes) is distinct from
                                         (p.last_initial, p.dob_sum, p.salt, p.last_name_hashes) as differs
                                  from roster_seat s
                                  join roster_person p on p.school_id = s.school_id and p.account_id = s.student_id
                                 where s.school_id = current_school() and s.class_id = any (?) and s.rostered
                                   and p.salt is not null
                                """,
                                row -> {
                                    NamedSeat seat = named(row);
                                    boolean same = seats.first(row).equals(seat.firstName());
                                    return same && !row.getBoolean("differs") ? null : seat;
                                },
                                (Object) classIds)
                        .stream()
                        .filter(Objects::nonNull)
                        .toList();
        sql.update(
                """
                update roster_seat s set first_name = n.first_name, pupil_mark = decode(n.mark, 'hex'),
                       last_initial = p.last_initial, dob_sum = p.dob_sum, claim_hash = p.claim_hash, salt = p.salt,
                       last_name_hashes = p.last_name_hashes
                  from unnest(?::uuid[], ?::text[], ?::text[], ?::text[]) as n (id, sourced_id, first_name, mark)
                  join roster_person p on p.school_id = current_school() and p.sourced_id = n.sourced_id
                 where s.school_id = current_school() and s.id = n.id
                """,
                renamed.stream().map(NamedSeat::id).toArray(UUID[]::new),
                renamed.stream().map(NamedSeat::sourcedId).toArray(String[]::new),
                renamed.stream().map(this::sealed).toArray(String[]::new),
                renamed.stream().map(this::mark).toArray(String[]::new));
    }

    private NamedSeat named(ResultSet row) throws SQLException {
        String sourcedId = row.getString("sourced_id");
        return new NamedSeat(
                row.getObject("id", UUID.class),
                row.getObject("class_id", UUID.class),
                sourcedId,
                names.given(sourcedId, row.getString("given_name")),
                row.getString("last_initial"),
                row.getObject("dob_sum", Integer.class));
    }

    private String sealed(NamedSeat seat) {
        return seats.seal(seat.id(), seat.firstName());
    }

    private String mark(NamedSeat seat) {
        byte[] mark =
                seats.mark(seat.classId(), seat.firstName(), seat.lastInitial(), seat.dobSum());
        return mark == null ? null : HexFormat.of().formatHex(mark);
    }

    private SourcePerson staged(UUID delivery, ResultSet row) throws SQLException {
        String id = row.getString("sourced_id");
        return KnownRosterRepository.person(
                row,
                names.username(delivery, id, row.getString("username")),
                names.given(delivery, id, row.getString("given_name")),
                names.family(delivery, id, row.getString("family_name")));
    }
}
