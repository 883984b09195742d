package org.homeroom.ledger;

import java.time.Instant;
import java.util.UUID;

/**
 * A tap behind an amount of pay.
 *
 * @param action {@code in} or {@code out}
 * @param source where it came from, as attendance calls it; {@code limit} for the daily limit
 * @param byLimit whether a daily limit made it: this one, or that of an earlier system
 */
public record TapMark(UUID id, String action, Instant at, String source, boolean byLimit) {}
