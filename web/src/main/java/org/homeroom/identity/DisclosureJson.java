package org.homeroom.identity;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;
import org.homeroom.audit.AuditRow;

/**
 * A look at a student's record, or an export of it, on the wire.
 *
 * @param actorName null when the account stands in another school
 * @param action {@code disclosure.seen} or {@code disclosure.exported}
 * @param what what of it, as the audit keeps it
 */
public record DisclosureJson(
        Instant at,
        @Nullable UUID actorId,
        @Nullable String actorName,
        String action,
        String what,
        @Nullable String ip) {

    static DisclosureJson of(AuditRow row) {
        return new DisclosureJson(
                row.at(), row.actorId(), row.actorName(), row.action(), row.after(), row.ip());
    }
}
