package org.homeroom.payroll;

import java.util.UUID;

/**
 * A student was paid. Fired inside the chunk's transaction; observe it after success.
 *
 * @param amountMinor hundredths of a class token
 */
public record PaidOut(
        UUID schoolId, UUID classId, UUID studentId, UUID entryId, long amountMinor) {}
