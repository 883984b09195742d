package org.homeroom.attendance;

/** What an allowed tap does. */
enum TapOutcome {
    /** Already in that state: nothing is added. */
    NOTHING,
    /** Already out, but the day ends all the same. */
    END_DAY,
    START,
    BREAK,
    /** Stops and ends the day. */
    DONE
}
