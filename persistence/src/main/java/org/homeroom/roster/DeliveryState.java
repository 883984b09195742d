package org.homeroom.roster;

import java.util.Locale;

/** How far a delivered roster is. */
public enum DeliveryState {
    /** Read without a problem; nothing is changed yet. */
    VALIDATED,
    /** Has problems; it can never be applied. */
    INVALID,
    APPLYING,
    APPLIED,
    /** Stopped between two schools; applying it again goes on with those that are left. */
    FAILED;

    /** Returns the word as tables and clients know it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads the word. */
    public static DeliveryState of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
