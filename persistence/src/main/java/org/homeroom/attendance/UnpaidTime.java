package org.homeroom.attendance;

import java.time.Instant;
import java.util.UUID;

/**
 * Time of one student that no pay run has paid yet, computed from the taps themselves.
 *
 * @param seconds whole seconds
 * @param from where counting began, null when nothing counts
 * @param openSince begin of the session still open, null when out
 * @param taps how many taps were looked at
 * @param lastTapId the newest of them
 */
public record UnpaidTime(
        UUID studentId, long seconds, Instant from, Instant openSince, int taps, UUID lastTapId) {}
