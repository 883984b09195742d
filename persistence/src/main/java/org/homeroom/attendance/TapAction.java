package org.homeroom.attendance;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a tap says: the student begins or stops to work. */
public enum TapAction {
    IN,
    OUT;

    /** Returns the action as it is stored and sent: {@code in} or {@code out}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Finds the action by its stored name, in any capitals. */
    public static Optional<TapAction> of(String wire) {
        return Arrays.stream(values())
                .filter(action -> action.wire().equalsIgnoreCase(wire))
                .findFirst();
    }
}
