package org.homeroom.audit;

import jakarta.annotation.Nullable;

/**
 * What checking the chain came to.
 *
 * @param entries how many entries there are; those of the last seconds wait for their seal
 * @param sealed how many entries were found sealed and unchanged
 * @param breach the first break in words, null when there is none
 */
public record AuditProof(long entries, long sealed, @Nullable String breach) {

    /** Tells how many entries nothing protects yet. */
    public long unsealed() {
        return entries - sealed;
    }
}
