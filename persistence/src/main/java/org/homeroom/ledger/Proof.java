package org.homeroom.ledger;

import jakarta.annotation.Nullable;
import java.time.Instant;

/**
 * What a proof of the school's books found.
 *
 * @param unsealed entries too young to be sealed when it ran
 * @param position how far the chain was recomputed
 * @param breach the first break in words; null when everything held
 */
public record Proof(
        Instant provedAt,
        long entries,
        long unsealed,
        long position,
        String digest,
        @Nullable String breach) {

    /** Tells whether everything held. */
    public boolean sound() {
        return breach == null;
    }
}
