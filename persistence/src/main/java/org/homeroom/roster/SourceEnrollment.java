package org.homeroom.roster;

/**
 * A person's place in a class as the source describes it.
 *
 * @param line null when it is known or leaves by being left out
 * @param change null for what is known
 * @param role {@code student} or {@code teacher}
 * @param primary whether a teacher is the one in charge
 */
public record SourceEnrollment(
        String sourcedId,
        Integer line,
        RosterChange change,
        String classSourcedId,
        String personSourcedId,
        String role,
        boolean primary) {

    /** Returns the same enrollment with what is to be done. */
    public SourceEnrollment as(RosterChange what) {
        return new SourceEnrollment(
                sourcedId, line, what, classSourcedId, personSourcedId, role, primary);
    }

    /** Tells whether both say the same. */
    public boolean saysTheSame(SourceEnrollment other) {
        return classSourcedId.equals(other.classSourcedId)
                && personSourcedId.equals(other.personSourcedId)
                && role.equals(other.role)
                && primary == other.primary;
    }
}
