package org.homeroom.kernel;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** Instants and days as clients write them (api.md, conventions): years have four digits. */
public final class TimeText {

    private static final int LAST_YEAR = 9999;

    private TimeText() {}

    /**
     * Reads the value of a parameter.
     *
     * @param text null or blank for none, which is null
     * @throws Refusal with {@link ErrorCode#VALIDATION_ERROR} when it is no instant
     */
    public static Instant instant(String name, String text) {
        try {
            return isMissing(text) ? null : usual(Instant.parse(text));
        } catch (DateTimeException e) {
            throw wrong(name, "2026-10-12T16:10:00Z");
        }
    }

    /**
     * Reads the value of a parameter.
     *
     * @param text null or blank for none, which is null
     * @throws Refusal with {@link ErrorCode#VALIDATION_ERROR} when it is no day
     */
    public static LocalDate day(String name, String text) {
        try {
            return isMissing(text) ? null : usual(LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw wrong(name, "2026-10-16");
        }
    }

    /**
     * Reads a day from an address that people may have broken.
     *
     * @param text may be null
     * @return null when it is no day, too
     */
    public static LocalDate dayOrNull(String text) {
        try {
            return isMissing(text) ? null : usual(LocalDate.parse(text.strip()));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /**
     * Reads a time of the day that a person wrote into a form.
     *
     * @param text null or blank for none, which is null
     * @throws Refusal with {@link ErrorCode#VALIDATION_ERROR} when it is none
     */
    public static LocalTime time(String name, String text) {
        try {
            return isMissing(text) ? null : LocalTime.parse(text.strip());
        } catch (DateTimeException e) {
            throw new Refusal(ErrorCode.VALIDATION_ERROR, name, "Write the time as 16:30.");
        }
    }

    static Instant usual(Instant instant) {
        usual(LocalDate.ofInstant(instant, ZoneOffset.UTC));
        return instant;
    }

    /**
     * Returns the day.
     *
     * @throws DateTimeException when its year has more than four digits
     */
    public static LocalDate usual(LocalDate day) {
        if (day.getYear() < 1 || day.getYear() > LAST_YEAR) {
            throw new DateTimeException("year " + day.getYear());
        }
        return day;
    }

    private static boolean isMissing(String text) {
        return text == null || text.isBlank();
    }

    private static Refusal wrong(String name, String example) {
        return new Refusal(
                ErrorCode.VALIDATION_ERROR, name, "Write " + name + " as " + example + ".");
    }
}
