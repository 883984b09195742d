package org.homeroom.banking;

import jakarta.annotation.Nullable;
import org.homeroom.kernel.HoursText;
import org.homeroom.kernel.MoneyJson;

/**
 * What a class's bank lends by, on the wire.
 *
 * @param loans students may ask for loans
 * @param approvesUpTo loans up to this are paid out at once
 * @param expectedWeeklyHours such as {@code 5} or {@code 2.5}, of the class's settings of pay
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

    /**
     * What a client wants the rules to be.
     *
     * @param expectedWeeklyHours null leaves the settings of pay alone, where it belongs
     */
    public record Request(
            boolean loans,
            MoneyJson approvesUpTo,
            @Nullable String expectedWeeklyHours,
            String inflationPercent) {

        Lending over(Lending before, String currency) {
            return new Lending(
                    loans,
                    MoneyText.minor("approves_up_to", approvesUpTo, currency),
                    expectedWeeklyHours == null
                            ? before.expectedWeeklyMinutes()
                            : HoursText.minutes("expected_weekly_hours", expectedWeeklyHours),
                    PercentText.micros("inflation_percent", inflationPercent),
                    before.version());
        }
    }
}
