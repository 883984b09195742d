package org.homeroom.payroll;

/**
 * A class's rate as its teacher wrote it.
 *
 * @param amount tokens with at least two decimals
 * @param unit for how long
 */
public record RateShown(String amount, RateUnit unit) {

    /** Returns the rate in the unit that was chosen, or by the minute when it has no such name. */
    static RateShown of(PaySettings settings) {
        String written = RateText.write(settings.rateMicrosPerMinute(), settings.rateUnit());
        return written == null
                ? new RateShown(settings.ratePerMinute(), RateUnit.MINUTE)
                : new RateShown(written, settings.rateUnit());
    }
}
