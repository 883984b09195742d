package org.homeroom.payroll;

import jakarta.annotation.Nullable;
import java.time.LocalDate;
import java.time.LocalTime;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.HoursText;
import org.homeroom.kernel.MoneyJson;
import org.homeroom.kernel.Refusal;

/**
 * What a class pays, on the wire.
 *
 * @param ratePerMinute up to six decimals, since a fair hourly wage may need them
 * @param dailyLimitMinutes null for none
 * @param paysAt when on a pay day the class is paid by itself, such as 16:30; null for by hand
 * @param nextPayDate only in answers; reckoned from today while there is no first one
 * @param expectedWeeklyHours such as {@code 5} or {@code 2.5}; never used for pay
 * @param mode simple, or advanced when there is more than time at the rate
 */
public record PaySettingsJson(
        String mode,
        MoneyJson ratePerMinute,
        @Nullable Integer dailyLimitMinutes,
        int frequencyDays,
        @Nullable LocalDate firstPayDate,
        @Nullable LocalTime paysAt,
        @Nullable LocalDate nextPayDate,
        String expectedWeeklyHours,
        @Nullable PayRuleJson advanced) {

    private static final String SIMPLE = "simple";
    private static final String ADVANCED = "advanced";

    static PaySettingsJson of(PaySettings settings, String currency, LocalDate nextPayDate) {
        boolean simple = settings.rule().isPlain();
        return new PaySettingsJson(
                simple ? SIMPLE : ADVANCED,
                new MoneyJson(settings.ratePerMinute(), currency),
                settings.dailyLimitMinutes(),
                settings.frequencyDays(),
                settings.firstPayDate(),
                settings.paysAt(),
                nextPayDate,
                HoursText.of(settings.expectedWeeklyMinutes()),
                simple ? null : PayRuleJson.of(settings.rule(), currency));
    }

    /**
     * What a client may set; frequency and expected hours stay as they are when left out, and
     * without advanced settings the class has none any more.
     */
    public record Request(
            @Nullable String mode,
            MoneyJson ratePerMinute,
            @Nullable Integer dailyLimitMinutes,
            @Nullable Integer frequencyDays,
            @Nullable LocalDate firstPayDate,
            @Nullable LocalTime paysAt,
            @Nullable String expectedWeeklyHours,
            @Nullable PayRuleJson advanced) {

        PaySettings over(PaySettings before, String currency) {
            return new PaySettings(
                    micros(currency),
                    before.rateUnit(),
                    dailyLimitMinutes,
                    frequencyDays == null ? before.frequencyDays() : frequencyDays,
                    firstPayDate,
                    paysAt,
                    rule(currency),
                    expectedWeeklyHours == null
                            ? before.expectedWeeklyMinutes()
                            : HoursText.minutes("expected_weekly_hours", expectedWeeklyHours),
                    before.version());
        }

        private PayRule rule(String currency) {
            if (mode != null && !SIMPLE.equals(mode) && !ADVANCED.equals(mode)) {
                throw wrong("mode", "Send the mode as simple or advanced.");
            }
            if (advanced == null) {
                return PayRule.PLAIN;
            }
            if (SIMPLE.equals(mode)) {
                throw wrong(
                        "advanced",
                        "Simple settings have no advanced ones. Leave those away, or send mode"
                                + " advanced.");
            }
            MoneyJson bonus = advanced.bonusRate();
            if (bonus != null && !currency.equals(bonus.currency())) {
                throw wrong("bonus_rate", "This class pays in " + currency + ".");
            }
            return advanced.rule();
        }

        private long micros(String currency) {
            if (ratePerMinute == null || ratePerMinute.amount() == null) {
                throw wrong(
                        "rate_per_minute",
                        "Send rate_per_minute with its currency, such as 0.25 and TOK.");
            }
            if (!currency.equals(ratePerMinute.currency())) {
                throw wrong("rate_per_minute", "This class pays in " + currency + ".");
            }
            return RateText.micros("rate_per_minute", ratePerMinute.amount());
        }

        private static Refusal wrong(String field, String message) {
            return new Refusal(ErrorCode.VALIDATION_ERROR, field, message);
        }
    }
}
