package org.homeroom.banking;

import jakarta.annotation.Nullable;
import java.util.UUID;

/**
 * What became of a transfer. Amounts are minor units.
 *
 * @param outcome {@code posted}, {@code short} of money or over the {@code limit}
 * @param entryId null unless posted
 * @param balanceAfter of the sending account; null unless posted
 * @param holds what the sending account held
 * @param sent what counted for the limit before
 */
public record TransferOutcome(
        String outcome,
        @Nullable UUID entryId,
        @Nullable Long balanceAfter,
        long holds,
        long sent,
        boolean replayed) {}
