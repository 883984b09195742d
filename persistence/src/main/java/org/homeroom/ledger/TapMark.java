package org.homeroom.ledger;

import java.time.Instant;
import java.util.UUID;

/** A tap behind an amount of pay; the action is {@code in} or {@code out}. */
public record TapMark(UUID id, String action, Instant at) {}
