package org.homeroom.roster;

import java.util.Locale;

/** What a delivery does to a person, class or enrollment of a school. */
public enum RosterChange {
    CREATED,
    CHANGED,
    LEAVING;

    /** Returns the word as tables and clients know it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads the word. */
    public static RosterChange of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
