package org.homeroom.banking;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.homeroom.kernel.Money;

/**
 * When a loan is refused (domain/economy.md 11.2): its instalments, beside those that are paid
 * already, come to more than 40 percent of a week's income, or the student has owed more than they
 * have for more than two pay cycles.
 */
final class LoanRules {

    private static final long SHARE = 40;
    private static final long WHOLE = 100;
    private static final int CYCLES = 2;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private LoanRules() {}

    /** Returns the instalments of a week that an income bears, in minor units. */
    static long mostAWeek(LoanQuote quote) {
        return quote.income() * SHARE / WHOLE;
    }

    /** Says with the numbers why not; empty when nothing speaks against it. */
    static Optional<String> against(LoanQuote quote, String currency, Instant now, ZoneId zone) {
        long weekly = quote.instalment() + quote.others();
        if (weekly * WHOLE > quote.income() * SHARE) {
            return Optional.of(
                    "The instalments would come to "
                            + text(weekly, currency)
                            + " a week. The most is "
                            + text(mostAWeek(quote), currency)
                            + ", which is 40 percent of a week's income of "
                            + text(quote.income(), currency)
                            + ". Choose a smaller amount or more weeks.");
        }
        int patience = CYCLES * quote.cycleDays();
        Instant since = quote.negativeSince();
        if (since != null && since.isBefore(now.minus(patience, ChronoUnit.DAYS))) {
            return Optional.of(
                    "More is owed than there is since "
                            + DAY.format(since.atZone(zone))
                            + ". Loans wait once that lasts longer than two pay cycles, "
                            + patience
                            + " days.");
        }
        return Optional.empty();
    }

    private static String text(long minor, String currency) {
        return new Money(minor, currency).toDecimal();
    }
}
