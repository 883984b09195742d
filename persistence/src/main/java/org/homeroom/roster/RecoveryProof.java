package org.homeroom.roster;

import java.util.UUID;

/**
 * A teacher who may be recovered, with what was said beforehand.
 *
 * @param proofHash of the birth date's sum
 */
public record RecoveryProof(UUID teacherId, String proofHash) {

    /** Keeps the hash out of logs. */
    @Override
    public String toString() {
        return "RecoveryProof[" + teacherId + "]";
    }
}
