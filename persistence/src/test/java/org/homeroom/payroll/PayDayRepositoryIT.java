package org.homeroom.payroll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
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
        assertEquals(Optional.of(DUE), selfPaying().get(0).due(LATER));

        store(250_000, LocalTime.of(16, 0).minusMinutes(1), LATER);
        assertEquals(Optional.empty(), selfPaying().get(0).due(LATER));
    }

    /** Who changes the rate a moment after the hour does not take the pay day away. */
    @Test
    void anotherRateLeavesAPayDayDue() {
        store(250_000, LocalTime.of(16, 0), DUE.minusSeconds(1));
        store(300_000, LocalTime.of(16, 0), DUE.plusSeconds(20));

        assertEquals(Optional.of(DUE), selfPaying().get(0).due(LATER));
    }

    @Test
    void aClassThatIsPaidByHandIsNotListed() {
        store(250_000, null, DUE);

        assertEquals(List.of(), selfPaying());
    }

    private boolean take(Instant now) {
        return days.take(tables.classId, DUE, now, PATIENCE);
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

    private List<SelfPaying> selfPaying() {
        return tables.settings.selfPaying();
    }
}
