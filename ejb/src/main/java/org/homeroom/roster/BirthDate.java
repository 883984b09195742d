package org.homeroom.roster;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Birth dates as lists and people write them; only the sum of their parts is ever kept. */
final class BirthDate {

    private static final Pattern MONTH_FIRST =
            Pattern.compile("([0-9]{1,2})/([0-9]{1,2})/([0-9]{2}|[0-9]{4})");
    private static final Pattern ISO = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    private static final int OLDEST_YEAR = 1900;

    private BirthDate() {}

    /**
     * Reads {@code month/day/year} or {@code year-month-day}; a year of two digits means 2000 and
     * later (economy.md 3.2). Empty when it is no day of the calendar, before 1900 or after today.
     */
    static Optional<LocalDate> read(String text, LocalDate today) {
        Matcher month = MONTH_FIRST.matcher(text);
        Matcher iso = ISO.matcher(text);
        Optional<LocalDate> date = Optional.empty();
        if (month.matches()) {
            int year = Integer.parseInt(month.group(3));
            date = day(year < 100 ? year + 2000 : year, month.group(1), month.group(2));
        } else if (iso.matches()) {
            date = day(Integer.parseInt(iso.group(1)), iso.group(2), iso.group(3));
        }
        return date.filter(day -> day.getYear() >= OLDEST_YEAR && !day.isAfter(today));
    }

    /** Returns month + day + year, such as 2017 for 2 March 2012. */
    static int sum(LocalDate date) {
        return date.getMonthValue() + date.getDayOfMonth() + date.getYear();
    }

    private static Optional<LocalDate> day(int year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(year, Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
