package org.homeroom.attendance;

import java.util.UUID;

/**
 * The students of a class at one instant, added up.
 *
 * @param unpaidSeconds time not paid yet, open sessions included
 * @param unpaidMinor what the next pay run gives as things are: for that time, for the marks of
 *     days and for corrections of what was paid, in hundredths of a token; below zero when it takes
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
