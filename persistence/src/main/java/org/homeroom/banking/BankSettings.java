package org.homeroom.banking;

import jakarta.annotation.Nullable;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * The rules of a class's bank (domain/economy.md 6.3, 6.4). Amounts are minor units.
 *
 * @param rateMicros millionths: 45000 is 4.5 percent
 * @param ratePer {@code year} or {@code month}
 * @param method {@code simple} or {@code compound}
 * @param compounding {@code daily}, {@code weekly} or {@code monthly}
 * @param payout {@code weekly}, periods of 7 days, or {@code monthly}, of 30
 * @param firstDay where the first period begins; null for the day the class was opened
 * @param overdraftProtection savings cover what checking is short of
 * @param overdraftFees without protection, checking may go below zero for a fee
 * @param overdraftLimit how far below, fee included
 * @param feeKind {@code flat} or {@code progressive}
 * @param feeFirst the flat fee, or that of a month's first overdraft
 * @param feeMonthCap the most fees of a calendar month in UTC; null for no limit
 * @param transfersAllowed students may send money to each other
 * @param transferDayLimit the most that one may send in a day
 * @param booksAt when each day the bank books what has come due, in the class's zone; null for by
 *     hand
 * @param version 0 for a class that never set anything
 */
public record BankSettings(
        long rateMicros,
        String ratePer,
        String method,
        String compounding,
        String payout,
        @Nullable LocalDate firstDay,
        boolean overdraftProtection,
        boolean overdraftFees,
        long overdraftLimit,
        String feeKind,
        long feeFirst,
        long feeSecond,
        long feeLater,
        @Nullable Long feeMonthCap,
        boolean transfersAllowed,
        long transferDayLimit,
        @Nullable LocalTime booksAt,
        long version) {

    private static final int MONTHS = 12;
    private static final int DAYS_OF_WEEK = 7;
    private static final int DAYS_OF_CYCLE = 30;

    /** Returns the rate of a year in millionths. */
    public long yearMicros() {
        return ratePer.equals("month") ? rateMicros * MONTHS : rateMicros;
    }

    /** Returns the same settings as a change of what has that version. */
    public BankSettings over(long seen) {
        return with(booksAt, seen);
    }

    /** Returns the same settings with another time of day at which the bank books. */
    public BankSettings booking(@Nullable LocalTime at) {
        return with(at, version);
    }

    private BankSettings with(LocalTime at, long seen) {
        return new BankSettings(
                rateMicros,
                ratePer,
                method,
                compounding,
                payout,
                firstDay,
                overdraftProtection,
                overdraftFees,
                overdraftLimit,
                feeKind,
                feeFirst,
                feeSecond,
                feeLater,
                feeMonthCap,
                transfersAllowed,
                transferDayLimit,
                at,
                seen);
    }

    /** Returns how many days a period has. */
    public int periodDays() {
        return payout.equals("weekly") ? DAYS_OF_WEEK : DAYS_OF_CYCLE;
    }
}
