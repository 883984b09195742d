package org.homeroom.roster;

import java.time.Instant;
import java.util.UUID;

/** A code just made, readable this once: three groups of four signs. */
public record NewGuardianCode(UUID id, String code, Instant expiresAt) {

    /** Keeps the code out of logs. */
    @Override
    public String toString() {
        return "NewGuardianCode[" + id + "]";
    }
}
