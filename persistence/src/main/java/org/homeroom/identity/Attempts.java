package org.homeroom.identity;

import java.time.Instant;

/**
 * Wrong tries with one name in a row.
 *
 * @param restingUntil before then the name is not tried at all; null or past when it may be
 */
public record Attempts(int failed, Instant restingUntil) {

    /** A name that was never wrong. */
    public static final Attempts NONE = new Attempts(0, null);

    /** Tells whether the name rests. */
    public boolean rests(Instant now) {
        return restingUntil != null && restingUntil.isAfter(now);
    }
}
