package org.homeroom.privacy;

import java.util.Map;
import java.util.UUID;
import javax.crypto.SecretKey;

/**
 * The keys of one school.
 *
 * @param seals by number
 * @param newest the number of the one that seals
 * @param marking the key of blind indexes, which stays the same
 */
record KeyRing(UUID school, Map<Integer, SecretKey> seals, int newest, SecretKey marking) {

    KeyRing {
        seals = Map.copyOf(seals);
    }

    /** Keeps the keys out of logs. */
    @Override
    public String toString() {
        return "KeyRing[" + school + ", " + seals.keySet() + "]";
    }
}
