package org.homeroom.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How pages write money, times and names (docs/ui.md, component rules 6.8 and 6.9). Days and months
 * are named in the reader's language; figures look the same in all.
 */
@Named("show")
@ApplicationScoped
public class Show {

    private static final char MINUS = '\u2212';
    private static final Locale NUMBERS = Locale.ENGLISH;

    // Reading a pattern takes longer than writing a figure by it, and a page writes a hundred.
    private static final DecimalFormat MONEY = figures("#,##0.00");
    private static final DecimalFormat COUNT = figures("#,##0");
    private static final Map<Pattern, DateTimeFormatter> FORMATS = new ConcurrentHashMap<>();

    private record Pattern(String text, Locale locale) {}

    private final SchoolClock clock;

    @Inject
    public Show(SchoolClock clock) {
        this.clock = clock;
    }

    /** For the container's proxy only. */
    protected Show() {
        this(null);
    }

    /** Writes an amount of minor units: {@code 1,234.50}, negative with a true minus. */
    public String money(long minor) {
        return figures(MONEY).format(BigDecimal.valueOf(minor, 2));
    }

    /** Writes a change of a balance: as money, with a plus when it grows; nothing for zero. */
    public String signed(long minor) {
        return minor > 0 ? "+" + money(minor) : money(minor);
    }

    /** Writes a whole number with grouping. */
    public String count(long number) {
        return figures(COUNT).format(number);
    }

    /**
     * Writes an instant as briefly as its distance allows: {@code 09:42} today, {@code Mon 14:10}
     * this week, {@code Fri 9 Oct} this year, else {@code 9 Oct 2025}. Null becomes the empty text.
     */
    public String time(Instant instant, ZoneId zone) {
        if (instant == null) {
            return "";
        }
        ZonedDateTime at = instant.atZone(zone);
        LocalDate today = clock.today(zone);
        if (at.toLocalDate().equals(today)) {
            return at.format(format("HH:mm"));
        }
        return sameWeek(at.toLocalDate(), today)
                ? at.format(format("EEE HH:mm"))
                : date(at.toLocalDate(), zone);
    }

    /**
     * Writes an instant as day and time, however near: {@code Fri 9 Oct 16:00} this year. Null
     * becomes the empty text.
     */
    public String moment(Instant instant, ZoneId zone) {
        return instant == null ? "" : day(instant, zone) + " " + clock(instant, zone);
    }

    /** Writes the hour and minute alone: {@code 09:42}. Null becomes the empty text. */
    public String clock(Instant instant, ZoneId zone) {
        return instant == null ? "" : instant.atZone(zone).format(format("HH:mm"));
    }

    /**
     * Writes a day: {@code Fri 9 Oct} this year, else {@code 9 Oct 2025}. Null becomes the empty
     * text.
     */
    public String date(LocalDate day, ZoneId zone) {
        if (day == null) {
            return "";
        }
        return day.format(
                format(day.getYear() == clock.today(zone).getYear() ? "EEE d MMM" : "d MMM yyyy"));
    }

    /** Writes the day of the week alone: {@code Fri}. */
    public String weekday(LocalDate day) {
        return day.format(format("EEE"));
    }

    /** Writes day and month alone, where there is little room: {@code 9 Oct}. */
    public String dayInShort(LocalDate day) {
        return day.format(format("d MMM"));
    }

    /** Writes the month alone, where there is little room: {@code Oct}. */
    public String monthInShort(LocalDate day) {
        return day.format(format("LLL"));
    }

    /** Writes the month of a day, as a heading: {@code October 2026}. */
    public String month(LocalDate day) {
        return day.format(format("LLLL uuuu"));
    }

    /** Writes a day in full, as a heading: {@code Friday 9 October}. */
    public String heading(LocalDate day) {
        return day.format(format("EEEE d MMMM"));
    }

    /** Writes the day of an instant in the zone. Null becomes the empty text. */
    public String day(Instant instant, ZoneId zone) {
        return instant == null ? "" : date(LocalDate.ofInstant(instant, zone), zone);
    }

    /** Writes whole minutes of a length in seconds, as {@link Length#of}. */
    public String duration(long seconds) {
        return Length.of(seconds);
    }

    /** Writes a length to the second, as {@link Length#exact}. */
    public String exact(long seconds) {
        return Length.exact(seconds);
    }

    /**
     * Names a time zone by its city and by what people call it: {@code Nairobi (East Africa Time)}.
     */
    public String zone(ZoneId zone) {
        String id = zone.getId();
        if (!id.contains("/")) {
            return id.equals("Z") ? "UTC" : id;
        }
        String city = id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
        return city + " (" + zone.getDisplayName(TextStyle.FULL, Language.current().locale()) + ")";
    }

    /** Says in the reader's language what a service said in English ({@link Sentences}). */
    public String sentence(String english) {
        return Sentences.say(english);
    }

    /**
     * Returns the first letters of the first and last word of a name, titles left out; at most two.
     */
    public String initials(String name) {
        if (name == null || name.isBlank()) {
            return "";
        }
        String[] words = name.replaceFirst("^(Mr|Ms|Mrs|Dr)\\.? ", "").strip().split("\\s+");
        String first = words[0].substring(0, 1);
        String last = words.length > 1 ? words[words.length - 1].substring(0, 1) : "";
        return (first + last).toUpperCase(Locale.ROOT);
    }

    private static DecimalFormat figures(String pattern) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(NUMBERS);
        symbols.setMinusSign(MINUS);
        return new DecimalFormat(pattern, symbols);
    }

    // One is not for several threads.
    private static DecimalFormat figures(DecimalFormat pattern) {
        return (DecimalFormat) pattern.clone();
    }

    private static boolean sameWeek(LocalDate one, LocalDate other) {
        return one.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)
                        == other.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)
                && one.get(IsoFields.WEEK_BASED_YEAR) == other.get(IsoFields.WEEK_BASED_YEAR);
    }

    private static DateTimeFormatter format(String pattern) {
        return FORMATS.computeIfAbsent(
                new Pattern(pattern, Language.current().locale()),
                wanted -> DateTimeFormatter.ofPattern(wanted.text(), wanted.locale()));
    }
}
