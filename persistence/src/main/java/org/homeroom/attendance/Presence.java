package org.homeroom.attendance;

/** Where a student of a class stands on a local day. */
public enum Presence {
    /** Tapped in. */
    IN,
    /** Was in today and may come back. */
    AWAY,
    /** Was in today, and does not come back before tomorrow. */
    DONE,
    /** Has not been in today. */
    NOT_YET
}
