package org.homeroom.ledger;

import java.util.UUID;

/**
 * A posting as it stands in the journal.
 *
 * @param amount in minor units
 * @param balanceAfter the account's balance after it; null for an account without a running balance
 */
public record PostedLine(UUID accountId, long amount, Long balanceAfter) {}
