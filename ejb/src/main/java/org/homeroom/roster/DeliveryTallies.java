package org.homeroom.roster;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.homeroom.roster.KnownRoster.Known;

/** Counts what a roster changes in a school. */
final class DeliveryTallies {

    private DeliveryTallies() {}

    static DeliveryPart of(SchoolPart part, StagedRoster staged) {
        KnownRoster known = part.known();
        return new DeliveryPart(
                part.school().id(),
                part.school().name(),
                part.key(),
                part.school().sourcedId() == null,
                tally(staged.people(), SourcePerson::change, known.people()),
                tally(staged.classes(), SourceClass::change, known.classes()),
                tally(staged.enrollments(), SourceEnrollment::change, known.enrollments()),
                null);
    }

    private static <T> DeliveryTally tally(
            List<T> rows, Function<T, RosterChange> change, Map<String, ? extends Known<?>> known) {
        return new DeliveryTally(
                count(rows, change, RosterChange.CREATED),
                count(rows, change, RosterChange.CHANGED),
                count(rows, change, RosterChange.LEAVING),
                KnownRoster.active(known));
    }

    private static <T> int count(
            List<T> rows, Function<T, RosterChange> change, RosterChange which) {
        return (int) rows.stream().filter(row -> change.apply(row) == which).count();
    }
}
