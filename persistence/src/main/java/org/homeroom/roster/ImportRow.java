package org.homeroom.roster;

import java.util.UUID;

/**
 * What became of one line of an uploaded list.
 *
 * @param line its number in the file, the header being line 1
 * @param classId the class it belongs to, null when it was refused
 * @param outcome {@link #ACCEPTED}, {@link #SKIPPED} or {@link #REJECTED}
 * @param code the case, such as {@code BAD_DATE}
 * @param field the column to blame, null when it is the whole line
 * @param value the beginning of the refused cell, null when there is none
 * @param message the sentence that says what to do
 */
public record ImportRow(
        int line,
        UUID classId,
        String outcome,
        String code,
        String field,
        String value,
        String message) {

    public static final String ACCEPTED = "accepted";
    public static final String SKIPPED = "skipped";
    public static final String REJECTED = "rejected";

    /** The case of a line that was taken over and opened the class of its period. */
    public static final String CLASS_OPENED = "CLASS_OPENED";

    /** Tells whether the line made a seat and nothing else. */
    public boolean isPlain() {
        return ACCEPTED.equals(outcome) && !isOpening();
    }

    /** Tells whether the line opened the class that it belongs to. */
    public boolean isOpening() {
        return CLASS_OPENED.equals(code);
    }
}
