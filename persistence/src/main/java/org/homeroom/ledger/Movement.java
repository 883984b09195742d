package org.homeroom.ledger;

import java.time.Instant;

/**
 * What came to a person's account or went, without its story; that is told by {@link EntryRow}.
 *
 * @param amount in minor units
 * @param balanceAfter in minor units
 */
public record Movement(
        Instant recordedAt, String kind, String description, long amount, long balanceAfter) {}
