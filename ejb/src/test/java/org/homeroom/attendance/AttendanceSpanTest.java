package org.homeroom.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.StudentRef;
import org.junit.jupiter.api.Test;

/** Presence by day and hour, on the class's clock. */
class AttendanceSpanTest {

    private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");
    private static final ClassRef MATHS =
            new ClassRef(UUID.randomUUID(), "Maths", "1", NAIROBI, "TOK", null, "MATHS7");
    private static final StudentRef AMINA = new StudentRef(UUID.randomUUID(), "Amina", "P");
    private static final StudentRef BARAKA = new StudentRef(UUID.randomUUID(), "Baraka", "P");
    private static final LocalDate MONDAY = LocalDate.parse("2026-10-12");
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);

    /** Noon of Wednesday. */
    private static final Instant NOW = Instant.parse("2026-10-14T09:00:00Z");

    @Test
    void addsUpVisitsAndSharesThemByDay() {
        AttendanceSpan span =
                span(
                        tap(AMINA, "in", "2026-10-12T06:00:00Z"),
                        tap(AMINA, "out", "2026-10-12T06:30:00Z"),
                        tap(AMINA, "in", "2026-10-12T07:15:00Z"),
                        tap(AMINA, "out", "2026-10-12T07:45:00Z"),
                        tap(BARAKA, "in", "2026-10-12T06:00:00Z"),
                        tap(BARAKA, "out", "2026-10-12T06:15:00Z"),
                        tap(BARAKA, "in", "2026-10-13T06:00:00Z"),
                        tap(BARAKA, "out", "2026-10-13T07:00:00Z"));

        PresentDay monday = span.of(AMINA.studentId(), MONDAY);
        assertEquals(3600, monday.seconds());
        assertEquals(2, monday.visits());
        assertEquals(Instant.parse("2026-10-12T06:00:00Z"), monday.first());
        assertEquals(Instant.parse("2026-10-12T07:45:00Z"), monday.last());
        assertEquals(new TreeSet<>(List.of(MONDAY, TUESDAY)), span.days());
        assertEquals(3600, span.longest(MONDAY));
        assertEquals(50, span.presence(AMINA.studentId()));
        assertEquals(100, span.presence(BARAKA.studentId()));
        assertEquals(100, span.presence(MONDAY));
        assertEquals(50, span.presence(TUESDAY));
        // From nine to ten on the class's clock: half an hour and a quarter of two hours.
        assertEquals(38, span.presence(DayOfWeek.MONDAY, 9));
        assertEquals(25, span.presence(DayOfWeek.MONDAY, 10));
        assertEquals(0, span.presence(DayOfWeek.SUNDAY, 9));
    }

    @Test
    void aForgottenTapOutEndsWithItsDay() {
        AttendanceSpan span =
                span(
                        tap(AMINA, "in", "2026-10-12T20:00:00Z"),
                        tap(BARAKA, "in", "2026-10-14T08:00:00Z"));

        assertEquals(3600, span.of(AMINA.studentId(), MONDAY).seconds());
        assertNull(span.of(AMINA.studentId(), TUESDAY));
        PresentDay today = span.of(BARAKA.studentId(), MONDAY.plusDays(2));
        assertEquals(3600, today.seconds());
        assertNull(today.last());
    }

    /** At two the clock goes back to half past one. */
    @Test
    void anHourThatHappensOneAndAHalfTimesIsCountedSo() {
        ClassRef island =
                new ClassRef(
                        UUID.randomUUID(),
                        "Maths",
                        "1",
                        ZoneId.of("Australia/Lord_Howe"),
                        "TOK",
                        null,
                        "MATHS8");
        LocalDate sunday = LocalDate.parse("2026-04-05");
        AttendanceSpan span =
                AttendanceSpan.of(
                        island,
                        sunday,
                        sunday,
                        List.of(AMINA),
                        new ArrayList<>(
                                List.of(
                                        tap(AMINA, "in", "2026-04-04T14:00:00Z"),
                                        tap(AMINA, "out", "2026-04-04T16:00:00Z"))),
                        NOW);

        assertEquals(7200, span.of(AMINA.studentId(), sunday).seconds());
        assertEquals(5400, span.hours().get(DayOfWeek.SUNDAY)[1]);
        assertEquals(1800, span.hours().get(DayOfWeek.SUNDAY)[2]);
    }

    @Test
    void aSmallShareIsMoreThanNone() {
        assertEquals(1, AttendanceSpan.share(1, 100_000));
        assertEquals(0, AttendanceSpan.share(0, 100));
        assertEquals(0, AttendanceSpan.share(0, 0));
        assertEquals(100, AttendanceSpan.share(7, 7));
    }

    private static AttendanceSpan span(TapEvent... taps) {
        return AttendanceSpan.of(
                MATHS,
                MONDAY,
                MONDAY.plusDays(6),
                List.of(AMINA, BARAKA),
                new ArrayList<>(List.of(taps)),
                NOW);
    }

    private static TapEvent tap(StudentRef student, String action, String at) {
        return new TapEvent(
                UUID.randomUUID(),
                student.studentId(),
                TapAction.of(action).orElseThrow(),
                Instant.parse(at),
                null,
                "student");
    }
}
