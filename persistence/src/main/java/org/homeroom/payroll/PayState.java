package org.homeroom.payroll;

import java.util.Locale;

/**
 * Where a pay run stands. Only a rehearsed run can be committed, only a paid or failed one
 * reversed.
 */
public enum PayState {
    /** Computed, nothing paid. */
    REHEARSED,
    /** An input changed since; a newer rehearsal takes its place. */
    STALE,
    /** The job pays. */
    RUNNING,
    PAID,
    /** Stopped half-way; it can go on or be reversed. */
    FAILED,
    REVERSED;

    /** Returns the word that clients and the database use. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Tells whether a job may pay a run in this state, or go on paying it. */
    public boolean canGoOn() {
        return this == REHEARSED || this == RUNNING || this == FAILED;
    }

    /** Says to somebody who wanted to pay or reverse a run in this state why that cannot be. */
    public String sentence() {
        return switch (this) {
            case RUNNING -> "This run is being paid already. Open it to see how far it is.";
            case PAID -> "This run was paid already. Rehearse a new one for later time.";
            case REVERSED -> "This run was taken back. Rehearse a new one.";
            case STALE -> "Something changed since this rehearsal. Rehearse again.";
            case REHEARSED -> "This run was not paid yet.";
            case FAILED -> "This run stopped half-way. Continue it or take it back.";
        };
    }

    static PayState of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
