package org.homeroom.banking;

import jakarta.annotation.Nullable;
import java.util.UUID;

/**
 * A loan or a certificate of deposit that a class's bank offers.
 *
 * @param kind {@code loan} or {@code certificate}
 * @param rateMicros millionths of a year: of a loan its rate, of a certificate what it pays above
 *     inflation
 * @param weeks as many instalments, or how long it is locked
 * @param most that one may borrow or lock at once, in minor units
 * @param penaltyMicros what of a certificate is lost when it ends early, in millionths; null for a
 *     loan and where it cannot end early
 * @param active false when it is no longer offered
 */
public record BankProduct(
        UUID id,
        UUID classId,
        String kind,
        String title,
        long rateMicros,
        int weeks,
        long most,
        @Nullable Long penaltyMicros,
        boolean active,
        long version) {

    /** What loans are called. */
    public static final String LOAN = "loan";

    /** What certificates of deposit are called. */
    public static final String CERTIFICATE = "certificate";

    private static final long LOW = 150_000;
    private static final long MEDIUM = 350_000;

    /** Tells whether it is a loan. */
    public boolean isLoan() {
        return kind.equals(LOAN);
    }

    /**
     * Returns the band of a loan's rate: {@code low} up to 15 %, {@code medium} up to 35 %, {@code
     * high}.
     */
    public String band() {
        return rateMicros <= LOW ? "low" : rateMicros <= MEDIUM ? "medium" : "high";
    }
}
