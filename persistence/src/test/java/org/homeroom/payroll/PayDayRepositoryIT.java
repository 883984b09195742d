package org.homeroom.payroll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pay days of classes that are paid by themselves. */
class PayDayRepositoryIT {

    private static final Instant DUE = Instant.parse("2026-10-16T16:00:00Z");
    private static final Instant LATER = DUE.plusSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final PayDayRepository days = new PayDayRepository();
    private PayrollTables tables;

    @BeforeEach
    void open() throws SQLException {
        tables = new PayrollTables(1);
        days.database = tables.payroll.database;
        PayrollSql.change(
                tables.payroll.database,
                "update roster_class set zone = 'UTC' where id = ?",
                tables.classId);
    }

    @AfterEach
    void close() throws SQLException {
        tables.close();
    }

    @Test
    void aPayDayIsInOneHand() {
        assertTrue(take(LATER));
        assertFalse(take(LATER.plusSeconds(60)));
    }

    @Test
    void aPayDayThatSomebodyLeftIsTakenUp() {
        assertTrue(take(LATER));
        assertTrue(take(LATER.plus(PATIENCE)));
    }

    @Test
    void aPayDayThatEndedIsNeverTakenAgain() {
        take(LATER);
        days.end(tables.classId, DUE, "started", tables.rehearse(DUE).id());

        assertFalse(take(LATER.plus(PATIENCE.multipliedBy(1000))));
    }

    @Test
    void payDaysCountFromWhenTheyWereSet() {
        store(250_000, LocalTime.of(16, 0), DUE.minusSeconds(1));
        assertEquals(Optional.of(DUE), own().due(LATER));

        store(250_000, LocalTime.of(16, 0).minusMinutes(1), LATER);
        assertEquals(Optional.empty(), own().due(LATER));
    }

    /** Who changes the rate a moment after the hour does not take the pay day away. */
    @Test
    void anotherRateLeavesAPayDayDue() {
        store(250_000, LocalTime.of(16, 0), DUE.minusSeconds(1));
        store(300_000, LocalTime.of(16, 0), DUE.plusSeconds(20));

        assertEquals(Optional.of(DUE), own().due(LATER));
    }

    @Test
    void aClassThatIsPaidByHandIsNotListed() {
        store(250_000, null, DUE);

        assertFalse(own().hasOwn());
    }

    @Test
    void tellsWhatBecameOfEachPayDay() {
        days.skip(tables.classId, DUE.minusSeconds(60), "district", LATER);
        days.skip(tables.classId, DUE.minusSeconds(60), "district", LATER);
        take(LATER);
        days.waits(tables.classId, DUE, PayDayNote.UNFINISHED.code());

        assertEquals(
                List.of("class null unfinished", "district skipped own_days"),
                days.newest(10).stream()
                        .map(row -> row.source() + " " + row.outcome() + " " + row.note())
                        .toList());
        assertEquals(Map.of(), days.ended(false));
        assertEquals(Map.of(tables.classId, DUE.minusSeconds(60)), days.ended(true));

        PayRun run = tables.rehearse(DUE);
        days.end(tables.classId, DUE, "empty", run.id());
        PayDayRow ended = days.newest(tables.classId, 1).get(0);
        assertEquals(List.of(), days.newest(UUID.randomUUID(), 1));
        assertEquals(List.of("empty", run.id()), List.of(ended.outcome(), ended.run()));
        assertNull(ended.note());
        assertEquals(Map.of(tables.classId, DUE), days.ended(false));
    }

    @Test
    void aScheduleIsChangedByWhoSawItLast() {
        PayScheduleRepository schedules = new PayScheduleRepository();
        schedules.database = tables.payroll.database;
        assertEquals(PaySchedule.NONE, schedules.find());
        assertEquals(
                new PayDates(PaySettings.DEFAULTS.calendar(), PaySchedule.NONE),
                schedules.ofClass(tables.classId));
        PayCalendar weekly = new PayCalendar(7, LocalDate.of(2026, 10, 16), LocalTime.of(16, 0));
        PaySchedule wanted = new PaySchedule(weekly, true, null, 0);
        assertTrue(schedules.store(wanted, DUE.minusSeconds(1)));
        assertFalse(schedules.store(new PaySchedule(weekly, true, null, 7), DUE));

        store(250_000, LocalTime.of(9, 0), DUE);
        PaySchedule found = schedules.find();
        PayDates dates = schedules.ofClass(tables.classId);
        assertEquals(found, dates.schedule());
        assertEquals(tables.settings.of(tables.classId).calendar(), dates.own());
        assertEquals(Optional.of(DUE), found.due(LATER, ZoneId.of("UTC")));
        // Only other days begin anew.
        assertTrue(schedules.store(new PaySchedule(weekly, false, null, 1), LATER));
        assertEquals(Optional.of(DUE), schedules.find().due(LATER, ZoneId.of("UTC")));
        PayCalendar later = new PayCalendar(7, weekly.first(), LocalTime.of(15, 59));
        assertTrue(schedules.store(new PaySchedule(later, false, null, 2), LATER));
        assertEquals(Optional.empty(), schedules.find().due(LATER, ZoneId.of("UTC")));
    }

    private boolean take(Instant now) {
        return days.take(tables.classId, DUE, "class", now, PATIENCE);
    }

    private void store(long rate, LocalTime at, Instant now) {
        long version = tables.settings.of(tables.classId).version();
        LocalDate first = LocalDate.of(2026, 10, 2);
        assertTrue(
                tables.settings.store(
                        tables.school,
                        tables.classId,
                        new PaySettings(rate, null, 14, first, at, version),
                        now));
    }

    private PaidByItself own() {
        return tables.settings.open().get(0);
    }
}
