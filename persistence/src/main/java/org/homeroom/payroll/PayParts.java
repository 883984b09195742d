package org.homeroom.payroll;

/**
 * How pay under a {@link PayRule} is put together: {@code seconds + rounding - capped} are paid, as
 * regular time or overtime, and some of it with a bonus.
 *
 * @param seconds in class
 * @param rounding what rounding added, less than nothing for what it took
 * @param capped time that a cap left unpaid
 * @param overtime paid time beyond the threshold
 * @param bonus paid time with the bonus
 * @param regularAmount minor units for regular time
 * @param overtimeAmount minor units for overtime
 * @param bonusAmount minor units of bonus
 */
public record PayParts(
        long seconds,
        long rounding,
        long capped,
        long overtime,
        long bonus,
        long regularAmount,
        long overtimeAmount,
        long bonusAmount) {

    /** Returns the time that is paid. */
    public long paid() {
        return seconds + rounding - capped;
    }

    /** Returns the paid time that is no overtime. */
    public long regular() {
        return paid() - overtime;
    }

    /** Returns what it comes to in minor units. */
    public long amount() {
        return regularAmount + overtimeAmount + bonusAmount;
    }
}
