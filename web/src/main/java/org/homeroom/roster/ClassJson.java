package org.homeroom.roster;

import jakarta.annotation.Nullable;
import java.time.ZoneId;
import java.util.UUID;

/** A class on the wire (api.md). */
public record ClassJson(
        UUID id, String name, String period, String joinCode, String zone, String currency) {

    static ClassJson of(ClassRef ref) {
        return new ClassJson(
                ref.id(),
                ref.name(),
                ref.period(),
                ref.joinCode(),
                ref.zone().getId(),
                ref.currency());
    }

    /** What a client sends to open or change a class; an absent field is left as it is. */
    public record Request(@Nullable String name, String period, @Nullable String zone) {

        /** Returns the zone; null when absent or empty, which follows the school's. */
        ZoneId ownZone() {
            return ZoneName.read(zone);
        }
    }

    /** What a client sends to change a class; an absent field is left as it is. */
    public record Change(@Nullable String name, @Nullable String zone) {}
}
