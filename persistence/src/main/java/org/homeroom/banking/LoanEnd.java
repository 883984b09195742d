package org.homeroom.banking;

import jakarta.annotation.Nullable;
import java.util.UUID;

/**
 * What became of paying a loan off or writing it off. Amounts are minor units.
 *
 * @param outcome {@code posted}, {@code short} of money, or {@code ended} before
 * @param amount what it took, or would take
 * @param holds what checking has to spend
 */
public record LoanEnd(String outcome, @Nullable UUID entryId, long amount, long holds) {}
