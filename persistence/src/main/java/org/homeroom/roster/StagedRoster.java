package org.homeroom.roster;

import java.util.List;

/** What a delivery changes in one school, row by row; what stays as it is has no row. */
public record StagedRoster(
        List<SourcePerson> people, List<SourceClass> classes, List<SourceEnrollment> enrollments) {

    public StagedRoster {
        people = List.copyOf(people);
        classes = List.copyOf(classes);
        enrollments = List.copyOf(enrollments);
    }
}
