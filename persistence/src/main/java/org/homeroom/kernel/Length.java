package org.homeroom.kernel;

/**
 * How a length of time is written, in sentences and on pages alike. Files for programs keep plain
 * numbers.
 */
public final class Length {

    private static final int SECONDS_PER_MINUTE = 60;
    private static final int MINUTES_PER_HOUR = 60;

    private Length() {}

    /**
     * Writes the whole minutes of a length in seconds: {@code 32 min}, {@code 1 h 05 min}, {@code 2
     * h}.
     */
    public static String of(long seconds) {
        long minutes = seconds / SECONDS_PER_MINUTE;
        return minutes < MINUTES_PER_HOUR || minutes % MINUTES_PER_HOUR > 0
                ? upToMinutes(minutes)
                : minutes / MINUTES_PER_HOUR + " h";
    }

    /**
     * Writes a length with the seconds beyond its minutes, where lengths are added up or paid for:
     * {@code 1 h 05 min 09 s}, {@code 32 min}, {@code 9 s}. Whole minutes would not come to the
     * amount beside them.
     */
    public static String exact(long seconds) {
        long beyond = seconds % SECONDS_PER_MINUTE;
        if (beyond == 0) {
            return of(seconds);
        }
        return seconds < SECONDS_PER_MINUTE
                ? seconds + " s"
                : upToMinutes(seconds / SECONDS_PER_MINUTE) + " " + two(beyond) + " s";
    }

    private static String upToMinutes(long minutes) {
        return minutes < MINUTES_PER_HOUR
                ? minutes + " min"
                : minutes / MINUTES_PER_HOUR + " h " + two(minutes % MINUTES_PER_HOUR) + " min";
    }

    private static String two(long number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }
}
