package org.homeroom.banking;

import jakarta.annotation.Nullable;
import java.time.LocalDate;
import java.time.LocalTime;
import org.homeroom.kernel.MoneyJson;

/**
 * The rules of a class's bank on the wire.
 *
 * @param ratePercent such as {@code 4.5}, of a year or a month as {@code ratePer} says
 * @param ratePer {@code year} or {@code month}
 * @param method {@code simple} or {@code compound}
 * @param compounding {@code daily}, {@code weekly} or {@code monthly}
 * @param payout {@code weekly} or {@code monthly}
 * @param firstDay where the first period begins; null for the day the class was opened
 * @param feeKind {@code flat} or {@code progressive}
 * @param feeMonthCap null for no limit
 * @param booksAt when each day the bank books what has come due, in the class's zone, such as
 *     16:30; null for by hand
 */
public record BankSettingsJson(
        String ratePercent,
        String ratePer,
        String method,
        String compounding,
        String payout,
        @Nullable LocalDate firstDay,
        boolean overdraftProtection,
        boolean overdraftFees,
        MoneyJson overdraftLimit,
        String feeKind,
        MoneyJson feeFirst,
        MoneyJson feeSecond,
        MoneyJson feeLater,
        @Nullable MoneyJson feeMonthCap,
        boolean transfersAllowed,
        MoneyJson transferDayLimit,
        @Nullable LocalTime booksAt) {

    static BankSettingsJson of(BankSettings found, String currency) {
        return new BankSettingsJson(
                PercentText.of(found.rateMicros()),
                found.ratePer(),
                found.method(),
                found.compounding(),
                found.payout(),
                found.firstDay(),
                found.overdraftProtection(),
                found.overdraftFees(),
                MoneyJson.of(found.overdraftLimit(), currency),
                found.feeKind(),
                MoneyJson.of(found.feeFirst(), currency),
                MoneyJson.of(found.feeSecond(), currency),
                MoneyJson.of(found.feeLater(), currency),
                found.feeMonthCap() == null ? null : MoneyJson.of(found.feeMonthCap(), currency),
                found.transfersAllowed(),
                MoneyJson.of(found.transferDayLimit(), currency),
                found.booksAt());
    }

    /** Reads what a client wants the rules to be. */
    BankSettings over(BankSettings before, String currency) {
        return new BankSettings(
                PercentText.micros("rate_percent", ratePercent),
                ratePer,
                method,
                compounding,
                payout,
                firstDay,
                overdraftProtection,
                overdraftFees,
                MoneyText.minor("overdraft_limit", overdraftLimit, currency),
                feeKind,
                MoneyText.minor("fee_first", feeFirst, currency),
                MoneyText.minor("fee_second", feeSecond, currency),
                MoneyText.minor("fee_later", feeLater, currency),
                feeMonthCap == null
                        ? null
                        : MoneyText.minor("fee_month_cap", feeMonthCap, currency),
                transfersAllowed,
                MoneyText.minor("transfer_day_limit", transferDayLimit, currency),
                booksAt,
                before.version());
    }
}
