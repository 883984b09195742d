package org.homeroom.ledger;

import jakarta.annotation.Nullable;
import java.util.UUID;

/**
 * One posting of an entry with its account.
 *
 * @param ownerName such as {@code Wanjiru M.}; null for an account of the class
 * @param amount in minor units
 */
public record EntryLine(
        UUID accountId, String accountKind, @Nullable String ownerName, long amount) {}
