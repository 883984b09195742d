package org.homeroom.roster;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * A roster as a school information system delivered it, and what became of it.
 *
 * @param version {@code 1.1} or {@code 1.2}, null when the manifest does not say
 * @param mode {@code bulk} or {@code delta}, null when the manifest does not say
 * @param counts rows of the files, whatever they change
 * @param problemCount problems in all, of which the first are kept
 * @param deliveredBy null for the watched folder
 * @param acceptLeaving whether it was applied although more than the allowed share leave
 * @param failure why the job stopped, null unless it did
 * @param parts the schools that it changes, by name
 * @param problems notes included, in the order found
 */
public record RosterDelivery(
        UUID id,
        DeliveryState state,
        String version,
        String mode,
        String fileName,
        Counts counts,
        int problemCount,
        UUID deliveredBy,
        Instant createdAt,
        UUID appliedBy,
        boolean acceptLeaving,
        Long jobExecutionId,
        Instant finishedAt,
        String failure,
        List<DeliveryPart> parts,
        List<DeliveryProblem> problems) {

    /** How many rows each file has. */
    public record Counts(int orgs, int users, int classes, int enrollments, int sessions) {}

    public RosterDelivery {
        parts = List.copyOf(parts);
        problems = List.copyOf(problems);
    }

    /** Sums one kind over the schools. */
    public DeliveryTally sum(Function<DeliveryPart, DeliveryTally> kind) {
        return parts.stream().map(kind).reduce(DeliveryTally.NONE, DeliveryTally::plus);
    }

    /** Returns the sum of people. */
    public DeliveryTally getUsers() {
        return sum(DeliveryPart::users);
    }

    /** Returns the sum of classes. */
    public DeliveryTally getClasses() {
        return sum(DeliveryPart::classes);
    }

    /** Returns the sum of enrollments. */
    public DeliveryTally getEnrollments() {
        return sum(DeliveryPart::enrollments);
    }

    /** Returns how many schools get their key now. */
    public int newOrgs() {
        return (int) parts.stream().filter(DeliveryPart::orgNew).count();
    }

    /** Tells whether nothing would change. */
    public boolean isEmpty() {
        return parts.stream().allMatch(DeliveryPart::isEmpty);
    }

    /** Lists what stands in the way. */
    public List<DeliveryProblem> faults() {
        return problems.stream().filter(problem -> !problem.note()).toList();
    }

    /** Lists what is said for information. */
    public List<DeliveryProblem> notes() {
        return problems.stream().filter(DeliveryProblem::note).toList();
    }

    /** Returns how many rows change in all schools. */
    public int rows() {
        return parts.stream().mapToInt(DeliveryPart::rows).sum();
    }

    /** Returns how many of them are applied. */
    public int rowsApplied() {
        return parts.stream()
                .filter(part -> part.appliedAt() != null)
                .mapToInt(DeliveryPart::rows)
                .sum();
    }
}
