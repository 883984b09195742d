package org.homeroom.roster;

import java.util.List;
import java.util.UUID;

/**
 * A person of one school as the source describes them: known from an earlier delivery, or about to
 * be.
 *
 * @param sourcedId the source's key
 * @param line where the delivery has it, null when it is known or leaves by being left out
 * @param change null for what is known
 * @param roles names of identity's roles; students have no other
 * @param familyName null for students, of whom only the initial is kept
 * @param marks by which a seat recognises its pupil, null for adults
 * @param enters whether the source lets the person in
 */
public record SourcePerson(
        String sourcedId,
        Integer line,
        RosterChange change,
        UUID accountId,
        String username,
        List<String> roles,
        String givenName,
        String familyName,
        String lastInitial,
        PupilMarks marks,
        boolean enters) {

    public SourcePerson {
        roles = List.copyOf(roles);
    }

    /** Returns the name as pages show it: of a student only the initial of the last name. */
    public String displayName() {
        return marks == null ? givenName + " " + familyName : givenName + " " + lastInitial + ".";
    }

    /** Tells whether it is a pupil. */
    public boolean isStudent() {
        return marks != null;
    }

    /** Returns the same person with what is to be done. */
    public SourcePerson as(RosterChange what) {
        return new SourcePerson(
                sourcedId,
                line,
                what,
                accountId,
                username,
                roles,
                givenName,
                familyName,
                lastInitial,
                marks,
                enters && what != RosterChange.LEAVING);
    }

    /** Keeps names out of logs. */
    @Override
    public String toString() {
        return "SourcePerson[" + sourcedId + "]";
    }
}
