package org.homeroom.demonstration;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Draws thirty days of one class: most are on time, some late, some absent, now and then somebody
 * forgets to tap out and is stopped by the daily limit, one weekday is a holiday.
 */
final class SchoolDays {

    private static final int DAYS_BACK = 30;
    private static final int HOLIDAY_DAYS_BACK = 12;
    private static final int PERIOD_MINUTES = 50;
    private static final int LESSON_SECONDS_SO_FAR = 25 * 60;
    private static final int ARRIVING_SECONDS = 300;

    private final Random random;
    private final ZoneId zone;
    private final LocalDate today;

    SchoolDays(long seed, ZoneId zone, LocalDate today) {
        this.random = new Random(seed);
        this.zone = zone;
        this.today = today;
    }

    /** A tap as the history import reads it. */
    record PastTap(String username, String action, Instant at, String reason) {}

    /** Returns the taps of finished days of the class that meets in the period, 1 to 8. */
    List<PastTap> taps(List<String> usernames, int period) {
        List<PastTap> taps = new ArrayList<>();
        for (int back = DAYS_BACK; back >= 1; back--) {
            LocalDate day = today.minusDays(back);
            if (isSchoolDay(day, back)) {
                for (String username : usernames) {
                    addDay(taps, username, day, LocalTime.of(7, 50).plusMinutes(60L * period));
                }
            }
        }
        return taps;
    }

    /**
     * Returns the taps of a lesson that began a little ago, so that there is somebody to see; never
     * before midnight, because the day would have ended the lesson.
     */
    List<PastTap> tapsJustNow(List<String> usernames, Instant now) {
        List<PastTap> taps = new ArrayList<>();
        Instant midnight = today.atStartOfDay(zone).toInstant();
        Instant usual = now.truncatedTo(ChronoUnit.SECONDS).minusSeconds(LESSON_SECONDS_SO_FAR);
        Instant bell = usual.isBefore(midnight) ? midnight : usual;
        int arriving = (int) Math.min(ARRIVING_SECONDS, bell.until(now, ChronoUnit.SECONDS)) + 1;
        for (String username : usernames) {
            Instant in = bell.plusSeconds(random.nextInt(arriving));
            if (random.nextInt(100) < 85) {
                taps.add(new PastTap(username, "in", in, ""));
            }
        }
        return taps;
    }

    private boolean isSchoolDay(LocalDate day, int back) {
        // A holiday that falls on a weekend is kept on the Friday before.
        LocalDate holiday = today.minusDays(HOLIDAY_DAYS_BACK);
        while (isWeekend(holiday)) {
            holiday = holiday.minusDays(1);
        }
        return !isWeekend(day) && !day.equals(holiday);
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private void addDay(List<PastTap> taps, String username, LocalDate day, LocalTime begin) {
        int draw = random.nextInt(100);
        if (draw < 4) {
            return;
        }
        int lateSeconds = draw < 11 ? 300 + random.nextInt(720) : random.nextInt(150);
        Instant in = begin.plusSeconds(lateSeconds).atDate(day).atZone(zone).toInstant();
        taps.add(new PastTap(username, "in", in, ""));
        boolean forgotten = random.nextInt(100) < 2;
        Instant out =
                forgotten
                        ? in.plusSeconds(DemonstrationMonth.DAILY_LIMIT_MINUTES * 60L)
                        : begin.plusMinutes(PERIOD_MINUTES)
                                .plusSeconds(random.nextInt(120))
                                .atDate(day)
                                .atZone(zone)
                                .toInstant();
        taps.add(new PastTap(username, "out", out, forgotten ? "Daily limit reached" : "done"));
    }
}
