package org.homeroom.payroll;

import java.util.Locale;

/** For how long people write a rate (domain/economy.md 5.1); it is kept by the minute. */
public enum RateUnit {
    SECOND,
    MINUTE,
    HOUR,
    DAY;

    /** Returns the unit that a code names. */
    public static RateUnit of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Returns the code that is stored and that texts are named by. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
