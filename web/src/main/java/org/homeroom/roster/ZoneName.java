package org.homeroom.roster;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/** Time zones as people and clients name them. */
final class ZoneName {

    private ZoneName() {}

    /** Returns the zone, null for an absent or empty name; refuses one that is not known. */
    static ZoneId read(String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        try {
            return ZoneId.of(name.strip());
        } catch (DateTimeException e) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "zone",
                    "Name the time zone by region and city, such as Africa/Nairobi.");
        }
    }
}
