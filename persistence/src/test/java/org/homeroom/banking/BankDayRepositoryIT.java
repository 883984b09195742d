package org.homeroom.banking;

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
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What banks book by themselves. */
class BankDayRepositoryIT {

    private static final Instant DUE = Instant.parse("2026-10-16T16:00:00Z");
    private static final Instant LATER = DUE.plusSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final ZoneId ZONE = ZoneId.of("UTC");

    private final BankDayRepository days = new BankDayRepository();
    private BankTables tables;

    @BeforeEach
    void open() throws SQLException {
        tables = new BankTables(1);
        days.sql = tables.runs.sql;
    }

    @Test
    void twoNodesTakeItOnce() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 20; i++) {
                Instant due = DUE.plusSeconds(i);
                CyclicBarrier together = new CyclicBarrier(2);
                Callable<Boolean> node =
                        () -> {
                            together.await();
                            return take(due, LATER);
                        };
                Future<Boolean> other = nodes.submit(node);
                assertTrue(nodes.submit(node).get() ^ other.get());
            }
        } finally {
            nodes.shutdownNow();
        }
    }

    @Test
    void whatSomebodyLeftIsTakenUpAndWhatEndedNeverAgain() throws SQLException {
        assertTrue(take(DUE, LATER));
        assertFalse(take(DUE, LATER.plus(PATIENCE).minusSeconds(1)));
        assertTrue(take(DUE, LATER.plus(PATIENCE)));
        end(DUE, null);
        assertFalse(take(DUE, LATER.plus(PATIENCE.multipliedBy(1000))));
    }

    /** However long there is nothing to book, or something is in the way, it is one row. */
    @Test
    void tellsWhatBecameOfItAndForgetsWhatCameToNothing() throws SQLException {
        take(DUE, LATER);
        UUID run = run(LocalDate.of(2026, 10, 1));
        end(DUE, run);
        for (int i = 1; i < 5; i++) {
            take(DUE.plusSeconds(i * 86_400L), LATER);
            end(DUE.plusSeconds(i * 86_400L), null);
        }
        Instant last = DUE.plusSeconds(5 * 86_400L);
        take(last, LATER);
        tables.inTransaction(
                () -> {
                    days.waits(day(last), BankDayNote.UNFINISHED);
                    return null;
                });

        List<BankDayRow> rows = tables.inTransaction(() -> days.newest(tables.classId, 10));
        assertEquals(
                List.of("null unfinished null", "started null rehearsed"),
                rows.stream()
                        .map(
                                row ->
                                        row.outcome()
                                                + " "
                                                + row.note()
                                                + " "
                                                + (row.state() == null ? null : row.state().wire()))
                        .toList());
        assertEquals("Interest", rows.get(1).title());
    }

    @Test
    void interestIsDueOfWhatComesNextAndNobodyTookBack() throws SQLException {
        assertEquals(List.of(), tables.inTransaction(days::open));
        tables.rules(
                "books_at = '16:00', books_since = now() - interval '1 day',"
                        + " first_day = '2026-03-01', payout = 'weekly'");
        assertNull(one().interestFrom());
        tables.rules("rate_micros = 45000");
        assertEquals(LocalDate.of(2026, 3, 8), one().interestFrom());
        assertEquals(LocalTime.of(16, 0), one().hour().at());

        UUID run = run(LocalDate.of(2026, 3, 1));
        assertFalse(tables.inTransaction(() -> unfinished()));
        tables.inTransaction(() -> tables.runs.claim(run, null, LATER));
        assertTrue(tables.inTransaction(() -> unfinished()));
        tables.inTransaction(() -> tables.runs.finish(run, LATER));
        assertEquals(LocalDate.of(2026, 3, 15), one().interestFrom());

        tables.inTransaction(() -> tables.runs.reverse(run, "Wrong", tables.teacher, LATER));
        assertNull(one().interestFrom());
    }

    private boolean unfinished() {
        return tables.runs.isUnfinished(tables.classId, "interest");
    }

    private BankedByItself one() throws SQLException {
        return tables.inTransaction(days::open).get(0);
    }

    private UUID run(LocalDate from) throws SQLException {
        UUID id = UUID.randomUUID();
        return tables.inTransaction(
                () -> {
                    tables.runs.rehearseInterest(
                            id,
                            tables.classId,
                            "Interest",
                            new BankPeriod(from, from.plusDays(7)),
                            ZONE.getId(),
                            null,
                            LATER);
                    return id;
                });
    }

    private boolean take(Instant due, Instant now) throws SQLException {
        return tables.inTransaction(() -> days.take(day(due), now, PATIENCE));
    }

    private void end(Instant due, UUID run) throws SQLException {
        tables.inTransaction(
                () -> {
                    days.end(day(due), run);
                    return null;
                });
    }

    private BankDay day(Instant due) {
        return new BankDay(tables.classId, ZONE, "due", due);
    }
}
