package org.homeroom.identity;

import java.util.UUID;

/**
 * An account is being deleted, in the transaction at hand: each domain takes off what is personal
 * and notes in the receipt what it did.
 */
public record AccountErased(UUID accountId, ErasureReceipt receipt) {}
