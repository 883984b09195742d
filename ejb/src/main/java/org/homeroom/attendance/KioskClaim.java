package org.homeroom.attendance;

import java.time.Instant;
import java.util.UUID;

/**
 * A device's tap after it was looked at.
 *
 * @param at by the server's clock, whole seconds
 * @param studentId who tapped, or whose name was typed; null when that is not known
 * @param refused why it does not count, null while it may
 */
record KioskClaim(KioskTap tap, Instant at, UUID studentId, KioskCode refused) {

    static KioskClaim refused(KioskTap tap, Instant at, KioskCode why) {
        return new KioskClaim(tap, at, null, why);
    }
}
