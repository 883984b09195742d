package org.homeroom.roster;

import static org.homeroom.tenancy.TenantSql.instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.homeroom.kernel.PersonalColumn;
import org.homeroom.privacy.PersonalData;
import org.homeroom.roster.RosterDelivery.Counts;
import org.homeroom.tenancy.TenantSql;

/** Delivered rosters of the bound tenant, a school's or the district's. */
@ApplicationScoped
public class DeliveryRepository {

    private static final String SELECT =
            """
            select id, state, version, mode, file_name, orgs, users, classes, enrollments, sessions,
                   problem_count, delivered_by, created_at, applied_by, accept_leaving, job_execution_id,
                   finished_at, failure
              from roster_delivery where school_id = current_school()
            """;

    private static final PersonalColumn MESSAGE =
            new PersonalColumn("roster_delivery_problem", "message");

    @Inject TenantSql sql;
    @Inject PersonalData personal;

    /** Stores a delivery with its problems and parts. */
    public void add(RosterDelivery delivery) {
        Counts counts = delivery.counts();
        sql.update(
                """
                insert into roster_delivery (school_id, id, state, version, mode, file_name, orgs, users, classes,
                                             enrollments, sessions, problem_count, delivered_by, created_at)
                values (current_school(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid, ?)
                """,
                delivery.id(),
                delivery.state().wire(),
                delivery.version(),
                delivery.mode(),
                delivery.fileName(),
                counts.orgs(),
                counts.users(),
                counts.classes(),
                counts.enrollments(),
                counts.sessions(),
                delivery.problemCount(),
                delivery.deliveredBy(),
                delivery.createdAt());
        addProblems(delivery);
        delivery.parts().forEach(part -> addPart(delivery.id(), part));
    }

    /** Finds a delivery with problems and parts. */
    public Optional<RosterDelivery> byId(UUID id) {
        return sql.list(SELECT + " and id = ?", row -> delivery(row, true), id).stream()
                .findFirst();
    }

    /** Lists deliveries, newest first, without their problems. */
    public List<RosterDelivery> newest(int limit, long offset) {
        return sql.list(
                SELECT + " order by created_at desc, id limit ? offset ?",
                row -> delivery(row, false),
                limit,
                offset);
    }

    /** Counts the deliveries. */
    public long count() {
        return sql.list(
                        "select count(*) from roster_delivery where school_id = current_school()",
                        row -> row.getLong(1))
                .get(0);
    }

    /** Sets a delivery going; false when it is neither validated nor stopped. */
    public boolean claim(UUID id, UUID by, boolean acceptLeaving) {
        return sql.update(
                        """
                        update roster_delivery
                           set state = 'applying', applied_by = ?::uuid, accept_leaving = ?, failure = null,
                               finished_at = null
                         where school_id = current_school() and id = ? and state in ('validated', 'failed')
                        """,
                        by,
                        acceptLeaving,
                        id)
                == 1;
    }

    /** Remembers the execution that applies it. */
    public void startedBy(UUID id, long execution) {
        sql.update(
                "update roster_delivery set job_execution_id = ? where school_id = current_school()"
                        + " and id = ?",
                execution,
                id);
    }

    /** Marks one school's part as applied. */
    public void applied(UUID id, UUID target, Instant now) {
        sql.update(
                """
                update roster_delivery_part set applied_at = ?
                 where school_id = current_school() and delivery_id = ? and target_id = ? and applied_at is null
                """,
                now,
                id,
                target);
    }

    /** Ends a delivery that is being applied. */
    public void end(UUID id, DeliveryState state, String failure, Instant now) {
        sql.update(
                """
                update roster_delivery set state = ?, failure = ?, finished_at = ?
                 where school_id = current_school() and id = ? and state = 'applying'
                """,
                state.wire(),
                failure,
                now,
                id);
    }

    private void addProblems(RosterDelivery delivery) {
        List<DeliveryProblem> problems = delivery.problems();
        sql.update(
                """
                insert into roster_delivery_problem (school_id, delivery_id, position, note, file, line, code, message)
                select current_school(), ?, p.position, p.note, p.file, p.line, p.code, p.message
                  from unnest(?::boolean[], ?::text[], ?::integer[], ?::text[], ?::text[])
                    with ordinality as p (note, file, line, code, message, position)
                """,
                delivery.id(),
                problems.stream().map(DeliveryProblem::note).toArray(Boolean[]::new),
                texts(problems, DeliveryProblem::file),
                problems.stream().map(DeliveryProblem::line).toArray(Integer[]::new),
                texts(problems, DeliveryProblem::code),
                messages(delivery));
    }

    private String[] messages(RosterDelivery delivery) {
        List<DeliveryProblem> problems = delivery.problems();
        String[] sealed = new String[problems.size()];
        for (int i = 0; i < sealed.length; i++) {
            // Positions count from 1.
            String key = delivery.id() + "/" + (i + 1);
            sealed[i] = personal.seal(MESSAGE, key, problems.get(i).message());
        }
        return sealed;
    }

    private void addPart(UUID delivery, DeliveryPart part) {
        sql.update(
                """
                insert into roster_delivery_part (school_id, delivery_id, target_id, target_name, org_sourced_id,
                                                  org_new, users, classes, enrollments)
                values (current_school(), ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                delivery,
                part.schoolId(),
                part.schoolName(),
                part.orgSourcedId(),
                part.orgNew(),
                part.users().counts(),
                part.classes().counts(),
                part.enrollments().counts());
    }

    private RosterDelivery delivery(ResultSet row, boolean whole) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new RosterDelivery(
                id,
                DeliveryState.of(row.getString("state")),
                row.getString("version"),
                row.getString("mode"),
                row.getString("file_name"),
                new Counts(
                        row.getInt("orgs"),
                        row.getInt("users"),
                        row.getInt("classes"),
                        row.getInt("enrollments"),
                        row.getInt("sessions")),
                row.getInt("problem_count"),
                row.getObject("delivered_by", UUID.class),
                instant(row, "created_at"),
                row.getObject("applied_by", UUID.class),
                row.getBoolean("accept_leaving"),
                row.getObject("job_execution_id", Long.class),
                instant(row, "finished_at"),
                row.getString("failure"),
                parts(id),
                whole ? problems(id) : List.of());
    }

    private List<DeliveryPart> parts(UUID delivery) {
        return sql.list(
                """
                select target_id, target_name, org_sourced_id, org_new, users, classes, enrollments, applied_at
                  from roster_delivery_part where school_id = current_school() and delivery_id = ?
                 order by target_name, target_id
                """,
                row ->
                        new DeliveryPart(
                                row.getObject("target_id", UUID.class),
                                row.getString("target_name"),
                                row.getString("org_sourced_id"),
                                row.getBoolean("org_new"),
                                tally(row, "users"),
                                tally(row, "classes"),
                                tally(row, "enrollments"),
                                instant(row, "applied_at")),
                delivery);
    }

    private List<DeliveryProblem> problems(UUID delivery) {
        return sql.list(
                """
                select position, note, file, line, code, message from roster_delivery_problem
                 where school_id = current_school() and delivery_id = ? order by position
                """,
                row ->
                        new DeliveryProblem(
                                row.getBoolean("note"),
                                row.getString("file"),
                                row.getObject("line", Integer.class),
                                row.getString("code"),
                                personal.open(
                                        MESSAGE,
                                        delivery + "/" + row.getInt("position"),
                                        row.getString("message"))),
                delivery);
    }

    private static DeliveryTally tally(ResultSet row, String column) throws SQLException {
        return DeliveryTally.of((Integer[]) row.getArray(column).getArray());
    }

    private static String[] texts(
            List<DeliveryProblem> problems, Function<DeliveryProblem, String> part) {
        return problems.stream().map(part).toArray(String[]::new);
    }
}
