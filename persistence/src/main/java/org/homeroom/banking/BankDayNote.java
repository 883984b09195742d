package org.homeroom.banking;

import java.util.Locale;

/** Why what a bank books by itself waits. */
public enum BankDayNote {
    /** Waits for another run. */
    UNFINISHED(
            "An earlier run of this class is not finished. Continue it or take it back; then it is booked."),
    /** Balances changed again and again. */
    CHANGING("Something changed while it was counted. It is tried again."),
    /** Broke. */
    FAILED("Something broke; the server's log has the cause. It is tried again.");

    private final String sentence;

    BankDayNote(String sentence) {
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
