package org.homeroom.attendance;

import java.time.Instant;
import java.util.Locale;

/** A line of a tap history: a tap of somebody, or the reason why it is none. */
sealed interface TapLine {

    /** Its number in the file, the header being line 1. */
    int line();

    /**
     * A tap as written.
     *
     * @param username as it stands in the file
     * @param reason null when there is none
     */
    record Event(int line, String username, TapAction action, Instant at, String reason)
            implements TapLine {

        /** Returns the username in small letters, since capitals do not matter. */
        String account() {
            return username.toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A line that cannot be used.
     *
     * @param field the column to blame, null when it is the whole line
     * @param value the refused cell, shortened; null when there is none
     */
    record Refused(int line, String code, String field, String value, String message)
            implements TapLine {}
}
