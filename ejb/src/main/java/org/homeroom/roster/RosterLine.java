package org.homeroom.roster;

import java.time.LocalDate;

/** One line of a class list, after reading. Its number counts the header as line 1. */
public sealed interface RosterLine {

    /** Returns the line's number in the file. */
    int line();

    /**
     * A pupil to give a seat to.
     *
     * @param period up to 10 characters, capitals
     */
    record Pupil(int line, String firstName, String lastName, LocalDate birthDate, String period)
            implements RosterLine {}

    /**
     * A line that cannot be used.
     *
     * @param code the case, such as {@code BAD_DATE}
     * @param field the column to blame, null when it is the whole line
     * @param value the beginning of the cell, null when there is none to show
     * @param message what is wrong and how to mend it
     */
    record Refused(int line, String code, String field, String value, String message)
            implements RosterLine {}
}
