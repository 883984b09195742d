package org.homeroom.payroll;

import java.util.UUID;

/** A student paid by a chunk; amounts in minor units. */
public record PaidLine(UUID studentId, UUID entryId, long amount, long balanceAfter) {}
