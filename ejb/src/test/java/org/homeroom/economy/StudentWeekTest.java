package org.homeroom.economy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.homeroom.attendance.Session;
import org.homeroom.attendance.TapAction;
import org.homeroom.attendance.TapEvent;
import org.junit.jupiter.api.Test;

/** A week is told by the days of the class, also when its clock changes. */
class StudentWeekTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final UUID MATHS = new UUID(0, 1);

    /** The Sunday of 25 hours. */
    private static final LocalDate SUNDAY = LocalDate.parse("2026-10-25");

    @Test
    void cutsASessionAtMidnightAndCountsTheHourThatComesTwice() {
        Session night = session("2026-10-24T21:00:00Z", "2026-10-26T00:00:00Z", true);

        List<Stay> stays = Stay.of(MATHS, night, BERLIN).toList();

        assertEquals(
                List.of(SUNDAY.minusDays(1), SUNDAY, SUNDAY.plusDays(1)),
                stays.stream().map(Stay::day).toList());
        assertEquals(List.of(3600L, 25 * 3600L, 3600L), stays.stream().map(Stay::seconds).toList());
        assertTrue(stays.stream().noneMatch(Stay::open));
    }

    @Test
    void onlyTheLastPartOfAnOpenSessionGrows() {
        Session open = session("2026-10-24T21:00:00Z", "2026-10-25T09:00:00Z", false);

        List<Stay> stays = Stay.of(MATHS, open, BERLIN).toList();

        assertEquals(List.of(false, true), stays.stream().map(Stay::open).toList());
    }

    @Test
    void endsAtMidnightWithoutADayMore() {
        Session late = session("2026-10-23T20:00:00Z", "2026-10-23T22:00:00Z", true);
        Session none = session("2026-10-23T20:00:00Z", "2026-10-23T20:00:00Z", true);

        assertEquals(1, Stay.of(MATHS, late, BERLIN).count());
        assertEquals(0, Stay.of(MATHS, none, BERLIN).count());
    }

    @Test
    void countsDaysAndTimeOfAllClasses() {
        Session one = session("2026-10-19T08:00:00Z", "2026-10-19T09:00:00Z", true);
        Session two = session("2026-10-19T10:00:00Z", "2026-10-19T10:30:00Z", true);
        Session three = session("2026-10-21T08:00:00Z", "2026-10-21T08:10:00Z", true);
        List<Stay> stays =
                List.of(one, two, three).stream()
                        .flatMap(session -> Stay.of(MATHS, session, BERLIN))
                        .toList();
        LocalDate monday = LocalDate.parse("2026-10-19");
        StudentWeek week = week(monday, SUNDAY, stays);

        assertEquals(2, week.days());
        assertEquals(6000, week.seconds());
        assertEquals(5400, week.seconds(monday));
        assertEquals(0, week.seconds(SUNDAY));
        assertTrue(week.isThisWeek());
        assertFalse(week(monday, SUNDAY.plusDays(1), stays).isThisWeek());
    }

    private static StudentWeek week(LocalDate monday, LocalDate today, List<Stay> stays) {
        return new StudentWeek(
                null, List.of(), monday, today, stays, null, List.of(), List.of(), null, null);
    }

    private static Session session(String from, String to, boolean closed) {
        Instant begin = Instant.parse(from);
        Instant end = Instant.parse(to);
        return new Session(
                tap(TapAction.IN, begin),
                closed ? tap(TapAction.OUT, end) : null,
                List.of(),
                begin,
                end);
    }

    private static TapEvent tap(TapAction action, Instant at) {
        return new TapEvent(UUID.randomUUID(), MATHS, action, at, null, "student");
    }
}
