package org.homeroom.payroll;

import jakarta.annotation.Nullable;
import java.time.LocalDate;
import java.time.LocalTime;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.MoneyJson;
import org.homeroom.kernel.Refusal;

/**
 * What a class pays, on the wire.
 *
 * @param ratePerMinute up to six decimals, since a fair hourly wage may need them
 * @param dailyLimitMinutes null for none
 * @param paysAt when on a pay day the class is paid by itself, such as 16:30; null for by hand
 * @param nextPayDate only in answers
 */
public record PaySettingsJson(
        MoneyJson ratePerMinute,
        @Nullable Integer dailyLimitMinutes,
        int frequencyDays,
        @Nullable LocalDate firstPayDate,
        @Nullable LocalTime paysAt,
        @Nullable LocalDate nextPayDate) {

    static PaySettingsJson of(PaySettings settings, String currency, LocalDate nextPayDate) {
        return new PaySettingsJson(
                new MoneyJson(settings.ratePerMinute(), currency),
                settings.dailyLimitMinutes(),
                settings.frequencyDays(),
                settings.firstPayDate(),
                settings.paysAt(),
                nextPayDate);
    }

    /** What a client may set; the frequency stays as it is when left out. */
    public record Request(
            MoneyJson ratePerMinute,
            @Nullable Integer dailyLimitMinutes,
            @Nullable Integer frequencyDays,
            @Nullable LocalDate firstPayDate,
            @Nullable LocalTime paysAt) {

        PaySettings over(PaySettings before, String currency) {
            return new PaySettings(
                    micros(currency),
                    dailyLimitMinutes,
                    frequencyDays == null ? before.frequencyDays() : frequencyDays,
                    firstPayDate,
                    paysAt,
                    before.version());
        }

        private long micros(String currency) {
            if (ratePerMinute == null || ratePerMinute.amount() == null) {
                throw wrong("Send rate_per_minute with its currency, such as 0.25 and TOK.");
            }
            if (!currency.equals(ratePerMinute.currency())) {
                throw wrong("This class pays in " + currency + ".");
            }
            return RateText.micros(ratePerMinute.amount());
        }

        private static Refusal wrong(String message) {
            return new Refusal(ErrorCode.VALIDATION_ERROR, "rate_per_minute", message);
        }
    }
}
