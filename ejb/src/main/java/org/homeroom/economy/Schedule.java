package org.homeroom.economy;

import jakarta.annotation.Nullable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.homeroom.payroll.PayCalendar;

/**
 * Something that runs by itself. It is kept where it belongs: with the pay settings of a class, the
 * pay schedule of a school or district, or the bank's settings of a class.
 *
 * @param job {@link #PAY} or {@link #BANK}
 * @param kind of what it is for: class, school or district
 * @param scopeId the class, the school or the district
 * @param name of that
 * @param calendar without a time of day: switched off; a bank's comes every day
 * @param nextAt null while it is switched off, or a schedule above it holds in its place
 * @param version of where it is kept
 */
public record Schedule(
        String job,
        String kind,
        UUID scopeId,
        String name,
        PayCalendar calendar,
        ZoneId zone,
        @Nullable Instant nextAt,
        long version) {

    /** Pays time. */
    public static final String PAY = "pay-run";

    /** Books what has come due in a bank: interest, instalments, certificates. */
    public static final String BANK = "interest-run";

    /** Returns its id, always the same for what it is for. */
    public UUID id() {
        return UUID.nameUUIDFromBytes(
                (job + ":" + kind + ":" + scopeId).getBytes(StandardCharsets.UTF_8));
    }

    /** Tells whether it is switched on. */
    public boolean isEnabled() {
        return calendar.at() != null;
    }

    /** Tells whether it is a bank's. */
    public boolean isOfBank() {
        return job.equals(BANK);
    }

    /** Tells whether it is one class's, and not a whole school's. */
    public boolean isOfClass() {
        return kind.equals("class");
    }
}
