package org.homeroom.payroll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.homeroom.ledger.PayStory;
import org.homeroom.ledger.TapMark;
import org.homeroom.ledger.TestWhy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a statement tells of how pay came about. */
class PayStoryIT {

    private static final Instant MONDAY = Instant.parse("2026-10-12T16:00:00Z");
    private static final Instant THROUGH = MONDAY.plusSeconds(86_400);
    private static final long RATE = 500_000;

    private PayrollTables tables;

    @BeforeEach
    void open() throws SQLException {
        tables = new PayrollTables(1);
    }

    @AfterEach
    void close() throws SQLException {
        tables.close();
    }

    /** Not since a run first used them, nor since only the pay days changed. */
    @Test
    void termsHoldSinceTheyWereSaved() throws SQLException {
        tables.session(tables.students.get(0), MONDAY, 600);
        assertNull(story().settingsSince());
        Instant first = settle(RATE, null);
        assertEquals(first, story().settingsSince());

        Instant days = settle(RATE, LocalDate.parse("2026-10-16"));
        PayStory unchanged = story();
        assertEquals(2, unchanged.settingsVersion());
        assertEquals(first, unchanged.settingsSince());
        assertEquals(THROUGH, unchanged.settingsUsed());

        Instant second = settle(RATE + 1, LocalDate.parse("2026-10-16"));
        assertTrue(first.isBefore(days) && days.isBefore(second));
        assertEquals(second, story().settingsSince());
    }

    /** A class that pays by the defaults goes on doing so when it gets pay days. */
    @Test
    void theDefaultsHoldSinceTheClassDid() throws SQLException {
        tables.session(tables.students.get(0), MONDAY, 600);
        assertEquals(0, story().settingsVersion());

        Instant later = THROUGH.plusSeconds(3600);
        settle(PaySettings.DEFAULTS.rateMicrosPerMinute(), LocalDate.parse("2026-10-16"));
        PayStory unchanged = story(later);
        assertEquals(1, unchanged.settingsVersion());
        assertNull(unchanged.settingsSince());
        assertEquals(THROUGH, unchanged.settingsUsed());

        Instant other = settle(RATE, null);
        PayStory changed = story(later);
        assertEquals(other, changed.settingsSince());
        assertEquals(later, changed.settingsUsed());
        assertEquals(
                settle(PaySettings.DEFAULTS.rateMicrosPerMinute(), null), story().settingsSince());
    }

    @ParameterizedTest
    @CsvSource({"daily_limit_minutes, 60", "rate_micros_per_minute, 0"})
    void firstTermsThatAreNotTheDefaultsBegin(String term, int value) throws SQLException {
        tables.session(tables.students.get(0), MONDAY, 600);
        assertNull(story().settingsSince());

        tables.run(
                "insert into payroll_settings (school_id, class_id, %s) values (current_school(), ?, ?)"
                        .formatted(term),
                tables.classId,
                value);

        assertNotNull(story().settingsSince());
    }

    /** In a transaction of its own; returns when that began. */
    private Instant settle(long rate, LocalDate firstPayDate) throws SQLException {
        tables.commit();
        long seen = tables.settings.of(tables.classId).version();
        PaySettings wanted = new PaySettings(rate, null, 14, firstPayDate, null, seen);
        tables.settings.store(tables.school, tables.classId, wanted, MONDAY);
        return PayrollSql.list(
                        tables.payroll.database,
                        "select now() as began",
                        row -> PayrollSql.instant(row, "began"))
                .get(0);
    }

    /** An earlier system's limit is told of as the own one is; another reason is none. */
    @Test
    void aLimitMadeATapWhoeverBroughtIt() throws SQLException {
        session(0, "import", "Daily limit (1.5 h) reached");
        session(1, "import", "Daily limit of my patience");
        session(2, "demonstration", "Daily limit reached");
        session(3, "student", "Daily limit reached");
        session(4, "limit", "Daily limit (1.5 h) reached");

        assertEquals(
                List.of(true, false, true, false, true),
                story().taps().stream()
                        .filter(tap -> tap.action().equals("out"))
                        .map(TapMark::byLimit)
                        .toList());
    }

    private void session(int hour, String source, String reason) throws SQLException {
        Instant from = MONDAY.plusSeconds(3600L * hour);
        UUID student = tables.students.get(0);
        tables.tap(student, "in", from);
        tables.run(
                """
                insert into attendance_tap
                    (school_id, id, class_id, student_id, action, at, reason, source, recorded_at)
                  values (current_school(), ?, ?, ?, 'out', ?, ?, ?, now())
                """,
                UUID.randomUUID(),
                tables.classId,
                student,
                from.plusSeconds(600),
                reason,
                source);
    }

    private PayStory story() {
        return story(THROUGH);
    }

    private PayStory story(Instant through) {
        PayRun run = tables.rehearse(through);
        UUID line =
                PayrollSql.list(
                                tables.payroll.database,
                                "select id from payroll_line where run_id = ?",
                                row -> PayrollSql.uuid(row, "id"),
                                run.id())
                        .get(0);
        return TestWhy.pay(tables.payroll.database, line);
    }
}
