package org.homeroom.attendance;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.StudentRef;

/**
 * Who was in class on which days and at which hours. An open session of an earlier day counts to
 * the end of the day it began: somebody forgot the tap-out.
 *
 * @param from the first day, in the class's zone
 * @param to the last day
 * @param students by name
 * @param time what each student has by day, in order; students without any are missing
 * @param hours time of all students, in seconds, by day of the week and hour of the clock
 */
public record AttendanceSpan(
        ClassRef classRef,
        LocalDate from,
        LocalDate to,
        List<StudentRef> students,
        Map<UUID, Map<LocalDate, PresentDay>> time,
        Map<DayOfWeek, long[]> hours) {

    private static final int HOURS = 24;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int HUNDRED = 100;
    private static final long SECONDS_PER_HOUR = 3600;

    /** Reads it from the taps of the days, in the order they happened. */
    static AttendanceSpan of(
            ClassRef classRef,
            LocalDate from,
            LocalDate to,
            List<StudentRef> students,
            List<TapEvent> taps,
            Instant now) {
        Map<UUID, List<TapEvent>> byStudent = new HashMap<>();
        taps.forEach(
                tap ->
                        byStudent
                                .computeIfAbsent(tap.studentId(), id -> new ArrayList<>())
                                .add(tap));
        AttendanceSpan span =
                new AttendanceSpan(
                        classRef,
                        from,
                        to,
                        students,
                        new HashMap<>(),
                        new EnumMap<>(DayOfWeek.class));
        for (StudentRef student : students) {
            List<TapEvent> own = byStudent.getOrDefault(student.studentId(), List.of());
            Session.of(own, null, now).forEach(session -> span.add(student.studentId(), session));
        }
        return span;
    }

    // Whoever has just tapped in is there, for no second yet; an out alone is nobody's time.
    private void add(UUID student, Session session) {
        if (session.begin() == null) {
            return;
        }
        ZoneId zone = classRef.zone();
        LocalDate began = LocalDate.ofInstant(session.from(), zone);
        Instant dayEnd = began.plusDays(1).atStartOfDay(zone).toInstant();
        boolean open = session.end() == null && session.to().isBefore(dayEnd);
        Instant end = session.end() == null && !open ? dayEnd : session.to();
        Instant at = session.from();
        do {
            LocalDate day = LocalDate.ofInstant(at, zone);
            Instant midnight = day.plusDays(1).atStartOfDay(zone).toInstant();
            Instant stop = end.isBefore(midnight) ? end : midnight;
            add(student, day, at, stop, open);
            at = stop;
        } while (at.isBefore(end));
    }

    private void add(UUID student, LocalDate day, Instant begin, Instant end, boolean open) {
        if (day.isBefore(from) || day.isAfter(to)) {
            return;
        }
        PresentDay more =
                new PresentDay(
                        Duration.between(begin, end).toSeconds(), begin, open ? null : end, 1);
        time.computeIfAbsent(student, id -> new TreeMap<>()).merge(day, more, AttendanceSpan::plus);
        long[] slots = hours.computeIfAbsent(day.getDayOfWeek(), one -> new long[HOURS]);
        Instant at = begin;
        while (at.isBefore(end)) {
            LocalTime here = LocalTime.ofInstant(at, classRef.zone());
            // Counted from the instant: where clocks go back by half an hour the local hour
            // repeats.
            Instant next = at.plus(HOUR.minusNanos(here.toNanoOfDay() % HOUR.toNanos()));
            Instant stop = end.isBefore(next) ? end : next;
            slots[here.getHour()] += Duration.between(at, stop).toSeconds();
            at = stop;
        }
    }

    private static PresentDay plus(PresentDay one, PresentDay other) {
        return new PresentDay(
                one.seconds() + other.seconds(),
                one.first(),
                other.last(),
                one.visits() + other.visits());
    }

    /** Returns the student's time of a day, null for none. */
    public PresentDay of(UUID student, LocalDate day) {
        return time.getOrDefault(student, Map.of()).get(day);
    }

    /** Returns the days on which somebody was in. */
    public SortedSet<LocalDate> days() {
        SortedSet<LocalDate> days = new TreeSet<>();
        time.values().forEach(own -> days.addAll(own.keySet()));
        return days;
    }

    /** Returns the longest that anybody was in on a day, in seconds. */
    public long longest(LocalDate day) {
        return time.values().stream()
                .map(own -> own.get(day))
                .mapToLong(one -> one == null ? 0 : one.seconds())
                .max()
                .orElse(0);
    }

    /** Returns on how many days in a hundred of {@link #days} the student was in. */
    public int presence(UUID student) {
        return share(time.getOrDefault(student, Map.of()).size(), days().size());
    }

    /** Returns how many students in a hundred were in on a day. */
    public int presence(LocalDate day) {
        long in = time.values().stream().filter(own -> own.containsKey(day)).count();
        return share(in, students.size());
    }

    /**
     * Returns how much of an hour of a weekday the students were in, in the hundred of what all
     * could have been on the days on which somebody was.
     */
    public int presence(DayOfWeek weekday, int hour) {
        long days = days().stream().filter(day -> day.getDayOfWeek() == weekday).count();
        long[] slots = hours.get(weekday);
        return slots == null ? 0 : share(slots[hour], days * students.size() * SECONDS_PER_HOUR);
    }

    /** Returns a share in the hundred, at least 1 where there is anything. */
    public static int share(long part, long whole) {
        return whole == 0 || part == 0
                ? 0
                : (int) Math.min(HUNDRED, Math.max(1, Math.round((double) HUNDRED * part / whole)));
    }
}
