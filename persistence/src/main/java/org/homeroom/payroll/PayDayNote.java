package org.homeroom.payroll;

import java.util.Locale;

/** Why a pay day was left out or waits. */
public enum PayDayNote {
    /** A schedule's pay day of a class that has its own. */
    OWN_DAYS("The class has pay days of its own."),
    /** Waits for another run. */
    UNFINISHED(
            "An earlier run of the class is not finished. Continue it or take it back; then it is paid."),
    /** Taps came in again and again. */
    CHANGING("Something changed while it was counted. It is tried again."),
    /** Broke. */
    FAILED("Something broke; the server's log has the cause. It is tried again.");

    private final String sentence;

    PayDayNote(String sentence) {
        this.sentence = sentence;
    }

    /** Says in English what a stored code means. */
    public static String sentence(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT)).sentence;
    }

    /** Returns the code that is stored. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
