package org.homeroom.tenancy;

import java.time.Duration;
import java.time.Instant;

/**
 * The certificate with which a school's own domain answers, as it was seen last.
 *
 * @param host the domain
 * @param checkedAt null when nobody has looked yet
 */
public record DomainCertificate(String host, Instant checkedAt, SeenCertificate seen) {

    /** How long before its end people are warned (tenancy.md section 5). */
    public static final Duration WARNED = Duration.ofDays(30);

    /**
     * Returns how it stands, in one word: {@code unchecked}, {@code unreachable}, {@code
     * inner_address}, {@code wrong_name}, {@code expired}, {@code ending} within thirty days, or
     * {@code good}.
     */
    public String stateAt(Instant now) {
        if (checkedAt == null) {
            return "unchecked";
        }
        if (seen.problem() != null) {
            return seen.problem();
        }
        if (!seen.expiresAt().isAfter(now)) {
            return "expired";
        }
        return seen.expiresAt().isAfter(now.plus(WARNED)) ? "good" : "ending";
    }

    /** Tells whether somebody must do something. */
    public boolean warnsAt(Instant now) {
        String state = stateAt(now);
        return !state.equals("good") && !state.equals("unchecked");
    }
}
