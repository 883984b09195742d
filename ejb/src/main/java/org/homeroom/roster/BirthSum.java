package org.homeroom.roster;

import java.time.LocalDate;
import java.util.Optional;

/** The sum of a birth date's parts as a grown-up says it: by the date, or as the sum itself. */
final class BirthSum {

    private static final int SMALLEST = 1902;
    private static final int LARGEST = 9999;

    private BirthSum() {}

    /**
     * Reads {@code 1984-03-02}, {@code 3/2/1984} or {@code 1989}. Empty when it is neither a day
     * that somebody can be born on nor a sum of one's parts.
     */
    static Optional<Integer> read(String text, LocalDate today) {
        String typed = text == null ? "" : text.strip();
        if (typed.matches("[0-9]{4}")) {
            int sum = Integer.parseInt(typed);
            return sum < SMALLEST || sum > LARGEST ? Optional.empty() : Optional.of(sum);
        }
        return BirthDate.read(typed, today).map(BirthDate::sum);
    }
}
