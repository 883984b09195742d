package org.homeroom.ledger;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

/**
 * What came of an entry since and has to be taken back before it.
 *
 * @param kind {@code pay_run}, {@code loan} or {@code certificate}
 * @param id of the run, of the loan, or of the entry that ended the certificate
 * @param studentId whose it is
 * @param at the end of the time that the run paid; null for the others
 */
public record Obstacle(String kind, UUID id, UUID studentId, @Nullable Instant at) {}
