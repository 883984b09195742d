package org.homeroom.roster;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.homeroom.kernel.Sentences;

/**
 * A delivered roster on the wire (api.md).
 *
 * @param counts rows of the files
 * @param difference what would change, or changed, in all schools
 * @param problemCount problems in all, of which the first are listed
 * @param notes said for information
 */
public record DeliveryJson(
        UUID id,
        String state,
        @Nullable String version,
        @Nullable String mode,
        @Nullable String fileName,
        RosterDelivery.Counts counts,
        Difference difference,
        List<School> schools,
        int problemCount,
        List<Problem> problems,
        List<Problem> notes,
        Instant createdAt,
        @Nullable Instant finishedAt,
        @Nullable String failure,
        @Nullable Long jobExecutionId) {

    /** What is new, changes and goes. */
    public record Difference(Kinds created, Kinds changed, Kinds leaving) {}

    /** How many of each kind. */
    public record Kinds(int orgs, int users, int classes, int enrollments) {}

    /**
     * One school's part.
     *
     * @param leavingPercent the largest share that leaves, rounded up
     */
    public record School(
            UUID id,
            String name,
            String sourcedId,
            Difference difference,
            int leavingPercent,
            @Nullable Instant appliedAt) {}

    /** What to know about a file or a line of it. */
    public record Problem(
            @Nullable String file, @Nullable Integer line, String code, String message) {}

    static DeliveryJson of(RosterDelivery delivery) {
        return new DeliveryJson(
                delivery.id(),
                delivery.state().wire(),
                delivery.version(),
                delivery.mode(),
                delivery.fileName(),
                delivery.counts(),
                difference(
                        delivery.newOrgs(),
                        delivery.getUsers(),
                        delivery.getClasses(),
                        delivery.getEnrollments()),
                delivery.parts().stream().map(DeliveryJson::school).toList(),
                delivery.problemCount(),
                delivery.faults().stream().map(DeliveryJson::problem).toList(),
                delivery.notes().stream().map(DeliveryJson::problem).toList(),
                delivery.createdAt(),
                delivery.finishedAt(),
                delivery.failure(),
                delivery.jobExecutionId());
    }

    private static School school(DeliveryPart part) {
        return new School(
                part.schoolId(),
                part.schoolName(),
                part.orgSourcedId(),
                difference(part.orgNew() ? 1 : 0, part.users(), part.classes(), part.enrollments()),
                part.leavingPercent(),
                part.appliedAt());
    }

    private static Difference difference(
            int newOrgs, DeliveryTally users, DeliveryTally classes, DeliveryTally enrollments) {
        return new Difference(
                kinds(newOrgs, DeliveryTally::created, users, classes, enrollments),
                kinds(0, DeliveryTally::changed, users, classes, enrollments),
                kinds(0, DeliveryTally::leaving, users, classes, enrollments));
    }

    private static Kinds kinds(
            int orgs,
            ToIntFunction<DeliveryTally> which,
            DeliveryTally users,
            DeliveryTally classes,
            DeliveryTally enrollments) {
        return new Kinds(
                orgs,
                which.applyAsInt(users),
                which.applyAsInt(classes),
                which.applyAsInt(enrollments));
    }

    private static Problem problem(DeliveryProblem problem) {
        return new Problem(
                problem.file(), problem.line(), problem.code(), Sentences.say(problem.message()));
    }
}
