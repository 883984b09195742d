package org.homeroom.ledger;

import jakarta.annotation.Nullable;
import java.util.UUID;

/**
 * A posting to a student's account on one day, that can be taken back.
 *
 * @param accountId null, as are the two after it, for an entry that touches no student
 * @param amount in minor units
 */
public record DayEntry(
        UUID entryId,
        String kind,
        @Nullable UUID accountId,
        @Nullable UUID studentId,
        @Nullable String accountKind,
        long amount) {}
