package org.homeroom.payroll;

import jakarta.annotation.Nullable;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** For how long people write a rate (domain/economy.md 5.1); it is kept by the minute. */
public enum RateUnit {
    SECOND,
    MINUTE,
    HOUR,
    DAY;

    /** Finds the unit that a code names; none for null and for any other code. */
    public static Optional<RateUnit> of(@Nullable String code) {
        return Stream.of(values()).filter(unit -> unit.code().equals(code)).findFirst();
    }

    /** Returns the code that is stored and that texts are named by. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
