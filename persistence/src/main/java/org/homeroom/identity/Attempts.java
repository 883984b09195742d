package org.homeroom.identity;

import java.time.Instant;

/**
 * Wrong tries with one name in a row.
 *
 * @param rests how many rests in a row they have led to
 * @param restingUntil before then the name is not tried at all; null or past when it may be
 * @param lastAt the last wrong try
 */
public record Attempts(int failed, int rests, Instant restingUntil, Instant lastAt) {

    /** A name that was never wrong. */
    public static final Attempts NONE = new Attempts(0, 0, null, Instant.EPOCH);

    /** Tells whether the name rests. */
    public boolean rests(Instant now) {
        return restingUntil != null && restingUntil.isAfter(now);
    }
}
