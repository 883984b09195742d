package org.homeroom.attendance;

import java.util.UUID;

/**
 * The students of a class at one instant, added up.
 *
 * @param unpaidSeconds time not paid yet, open sessions included
 * @param unpaidMinor what that time is worth, in hundredths of a token
 * @param mayBeDue whether an open session may have reached a daily limit
 */
public record ClassNow(
        UUID classId,
        long students,
        long inNow,
        long unpaidSeconds,
        long unpaidMinor,
        boolean mayBeDue) {

    /** A class in which nobody sits. */
    public static ClassNow empty(UUID classId) {
        return new ClassNow(classId, 0, 0, 0, 0, false);
    }
}
