package org.homeroom.payroll;

import java.util.ArrayList;
import java.util.List;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/** What pay settings may be; everything else is refused with what to do. */
public final class PaySettingsCheck {

    private static final long LARGEST_RATE = 1_000_000_000L;
    private static final int MINUTES_OF_A_DAY = 1440;
    private static final int LONGEST_PERIOD = 366;
    private static final int SHORTEST_WEEK = 15;
    private static final int LONGEST_WEEK = 4800;

    private final List<Refusal> found = new ArrayList<>();

    private PaySettingsCheck() {}

    /** Returns what is wrong with settings, field after field; of their rule the first thing. */
    public static List<Refusal> problems(PaySettings settings) {
        PaySettingsCheck check = new PaySettingsCheck();
        check.time(settings);
        check.days(settings);
        check.keep(() -> PayRuleCheck.check(settings.rule()));
        return check.found;
    }

    private void time(PaySettings settings) {
        if (settings.rateMicrosPerMinute() < 0) {
            wrong(
                    "rate_per_minute",
                    "The pay rate is below zero. Write 0 to pay nothing for time, or a number such"
                            + " as 0.25.");
        } else if (settings.rateMicrosPerMinute() > LARGEST_RATE) {
            wrong("rate_per_minute", "The rate goes from 0 to 1000 tokens a minute.");
        }
        if (settings.dailyLimitMinutes() != null
                && isBeyond(settings.dailyLimitMinutes(), 1, MINUTES_OF_A_DAY)) {
            wrong(
                    "daily_limit_minutes",
                    "The daily limit goes from 1 to 1440 minutes; leave it empty for none.");
        }
    }

    private void days(PaySettings settings) {
        if (isBeyond(settings.frequencyDays(), 1, LONGEST_PERIOD)) {
            wrong("frequency_days", "Pay comes every 1 to 366 days.");
        }
        if (isBeyond(settings.expectedWeeklyMinutes(), SHORTEST_WEEK, LONGEST_WEEK)) {
            wrong("expected_weekly_hours", "The hours of a week go from 0.25 to 80.");
        }
        if (settings.paysAt() != null && settings.firstPayDate() == null) {
            wrong("first_pay_date", "Set the first pay day; the others follow from it.");
        }
        keep(() -> PayRuleCheck.day("first_pay_date", settings.firstPayDate()));
    }

    private static boolean isBeyond(long value, long least, long largest) {
        return value < least || value > largest;
    }

    private void wrong(String field, String sentence) {
        found.add(new Refusal(ErrorCode.VALIDATION_ERROR, field, sentence));
    }

    private void keep(Runnable check) {
        try {
            check.run();
        } catch (Refusal refusal) {
            found.add(refusal);
        }
    }
}
