package org.homeroom.banking;

import org.homeroom.kernel.MoneyJson;

/**
 * What a class's bank lends by, on the wire.
 *
 * @param loans students may ask for loans
 * @param approvesUpTo loans up to this are paid out at once
 * @param expectedWeeklyHours such as {@code 5} or {@code 2.5}; never used for pay
 * @param weeklyIncome of a student of perfect attendance
 * @param inflationPercent of a year
 */
public record LendingJson(
        boolean loans,
        MoneyJson approvesUpTo,
        String expectedWeeklyHours,
        MoneyJson weeklyIncome,
        String inflationPercent) {

    static LendingJson of(Lending found, long weeklyIncome, String currency) {
        return new LendingJson(
                found.loans(),
                MoneyJson.of(found.approvesUpTo(), currency),
                HoursText.of(found.expectedWeeklyMinutes()),
                MoneyJson.of(weeklyIncome, currency),
                PercentText.of(found.inflationMicros()));
    }

    /** What a client wants the rules to be. */
    public record Request(
            boolean loans,
            MoneyJson approvesUpTo,
            String expectedWeeklyHours,
            String inflationPercent) {

        Lending over(Lending before, String currency) {
            return new Lending(
                    loans,
                    MoneyText.minor("approves_up_to", approvesUpTo, currency),
                    HoursText.minutes("expected_weekly_hours", expectedWeeklyHours),
                    PercentText.micros("inflation_percent", inflationPercent),
                    before.version());
        }
    }
}
