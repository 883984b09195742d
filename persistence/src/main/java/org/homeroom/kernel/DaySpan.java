package org.homeroom.kernel;

import java.time.LocalDate;

/** Days from the first to the last, both inclusive, a year at most. */
public record DaySpan(LocalDate from, LocalDate to) {

    private static final int MOST_DAYS = 366;

    /**
     * Takes both ends.
     *
     * @throws Refusal at {@code to}, when it lies before the first or more than a year after it
     */
    public DaySpan {
        if (to.isBefore(from) || to.isAfter(from.plusDays(MOST_DAYS - 1L))) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "to",
                    "Choose a last day from the first on, a year later at most.");
        }
    }

    /** Returns the span as an address gives it; an end that is missing is today. */
    public static DaySpan of(LocalDate from, LocalDate to, LocalDate today) {
        LocalDate last = to == null ? today : to;
        return new DaySpan(from == null ? last : from, last);
    }
}
