package org.homeroom.banking;

import java.util.Locale;

/**
 * Where a bank run stands; only a rehearsed one can be paid, only a paid or stopped one reversed.
 */
public enum BankRunState {
    /** Computed, nothing booked. */
    REHEARSED,
    /** An input changed since. */
    STALE,
    RUNNING,
    PAID,
    /** Stopped half-way; it can go on or be reversed. */
    FAILED,
    REVERSED;

    /** Returns the word that clients and the database use. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Says to somebody who wanted to pay or reverse a run in this state why that cannot be. */
    public String sentence() {
        return switch (this) {
            case REHEARSED -> "This run was not booked yet.";
            case STALE -> "Something changed since this rehearsal. Rehearse again.";
            case RUNNING -> "This run is going on already.";
            case PAID -> "This run was booked already.";
            case FAILED -> "This run stopped half-way. Continue it or take it back.";
            case REVERSED -> "This run was taken back. Rehearse a new one.";
        };
    }

    static BankRunState of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
