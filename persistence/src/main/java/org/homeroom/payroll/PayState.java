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

    static PayState of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
