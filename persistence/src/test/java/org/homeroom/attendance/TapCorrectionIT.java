package org.homeroom.attendance;

import static org.homeroom.attendance.AttendanceTables.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Taps of the past are corrected; the daily limit follows, on whatever day. */
class TapCorrectionIT {

    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");
    private static final int LIMIT = 75;
    private static final int HISTORIES = 10;
    private static final UUID BY = UUID.randomUUID();

    /**
     * The limit after any corrections is the limit of what is corrected, in {@value #HISTORIES}.
     */
    @ParameterizedTest
    @CsvSource({
        "America/Los_Angeles, 2026-03-08",
        "America/Los_Angeles, 2026-11-01",
        "Australia/Lord_Howe, 2026-10-04"
    })
    void theLimitFollowsEveryCorrection(ZoneId zone, LocalDate day) throws SQLException {
        long seed = System.nanoTime();
        System.out.println("TapCorrectionIT seed " + seed);
        Random random = new Random(seed);
        try (AttendanceTables tables = new AttendanceTables(zone.getId())) {
            tables.limit(LIMIT);
            TapCorrectionRepository corrections = tables.corrections();
            Instant now = day.plusDays(9).atStartOfDay(zone).toInstant();
            UUID[] students = tables.students(2 * HISTORIES);
            for (int i = 0; i < HISTORIES; i++) {
                UUID corrected = students[i];
                TreeMap<Instant, TapAction> counting = new TreeMap<>();
                for (int step = 0; step < 9; step++) {
                    Instant when = any(day, zone, random, counting);
                    TapAction action = random.nextBoolean() ? TapAction.IN : TapAction.OUT;
                    Instant other = counting.isEmpty() ? null : one(counting, random);
                    if (step < 5 || other == null || random.nextInt(3) == 0) {
                        corrections.add(
                                tables.classId,
                                corrected,
                                action,
                                when,
                                null,
                                "missing",
                                null,
                                BY,
                                now);
                        counting.put(when, action);
                    } else {
                        UUID tap =
                                corrections.at(tables.classId, corrected, other).orElseThrow().id();
                        corrections.remove(tap, "wrong", BY, now);
                        when = other;
                        TapAction was = counting.remove(other);
                        if (random.nextInt(3) == 0) {
                            corrections.limitAnew(tables.classId, corrected, other, BY, now);
                            corrections.restore(tap, "right after all", BY, now);
                            counting.put(other, was);
                        }
                    }
                    corrections.limitAnew(tables.classId, corrected, when, BY, now);
                }
                UUID asIs = students[HISTORIES + i];
                for (Map.Entry<Instant, TapAction> tap : counting.entrySet()) {
                    corrections.add(
                            tables.classId,
                            asIs,
                            tap.getValue(),
                            tap.getKey(),
                            null,
                            "x",
                            null,
                            BY,
                            now);
                    corrections.limitAnew(tables.classId, asIs, tap.getKey(), BY, now);
                }
                assertEquals(
                        counting(tables, asIs, now),
                        counting(tables, corrected, now),
                        "seed " + seed + ", history " + i);
                for (LocalDate d = day; d.isBefore(day.plusDays(4)); d = d.plusDays(1)) {
                    long seconds = seconds(tables, corrected, d, zone);
                    assertTrue(seconds <= LIMIT * 60 + 4, d + ": " + seconds + ", seed " + seed);
                }
            }
        }
    }

    private static Instant any(
            LocalDate day, ZoneId zone, Random random, Map<Instant, TapAction> taken) {
        Instant found;
        do {
            found =
                    day.plusDays(random.nextInt(3))
                            .atStartOfDay(zone)
                            .toInstant()
                            .plusSeconds(3600 + random.nextInt(18 * 3600));
        } while (taken.containsKey(found));
        return found;
    }

    private static Instant one(TreeMap<Instant, TapAction> taps, Random random) {
        return new ArrayList<>(taps.keySet()).get(random.nextInt(taps.size()));
    }

    private static List<String> counting(AttendanceTables tables, UUID student, Instant now) {
        return tables.taps.telling(tables.classId, student, null, now).stream()
                .map(tap -> tap.action() + " " + tap.at() + " " + tap.source())
                .toList();
    }

    private static long seconds(AttendanceTables tables, UUID student, LocalDate day, ZoneId zone) {
        Instant from = day.atStartOfDay(zone).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(zone).toInstant();
        return tables.boards.seconds(tables.classId, from, to).getOrDefault(student, 0L);
    }

    /** A tap-out taken back leaves the session to the limit of the day it began. */
    @Test
    void theLimitEndsASessionWhoseEndWasTakenBack() throws SQLException {
        try (AttendanceTables tables = new AttendanceTables(LOS_ANGELES.getId())) {
            tables.limit(LIMIT);
            UUID student = tables.students(1)[0];
            Instant in = at("2026-10-12T09:00:00", LOS_ANGELES);
            Instant now = in.plus(Duration.ofDays(1));
            tables.tap(student, TapAction.IN, in);
            tables.tap(student, TapAction.OUT, in.plusSeconds(7200));
            TapCorrectionRepository corrections = tables.corrections();
            TapRow out =
                    corrections.at(tables.classId, student, in.plusSeconds(7200)).orElseThrow();
            corrections.remove(out.id(), "somebody else's badge", BY, now);
            assertTrue(tables.seat(student, now).isIn());

            tables.taps.closeAtLimit(List.of(tables.classId), null, now);

            assertFalse(tables.seat(student, now).isIn());
            assertEquals(LIMIT * 60L, tables.seat(student, now).unpaidSeconds());
        }
    }

    /** Both values stay, with who changed what and why. */
    @Test
    void aChangeKeepsBothValues() throws SQLException {
        try (AttendanceTables tables = new AttendanceTables(LOS_ANGELES.getId())) {
            UUID student = tables.students(1)[0];
            Instant in = at("2026-10-12T09:00:00", LOS_ANGELES);
            Instant now = in.plus(Duration.ofDays(1));
            tables.tap(student, TapAction.IN, in);
            TapCorrectionRepository corrections = tables.corrections();
            TapRow old = corrections.at(tables.classId, student, in).orElseThrow();
            corrections.remove(old.id(), "came late", student, now);
            Instant later = in.plusSeconds(600);
            corrections.add(
                    tables.classId,
                    student,
                    TapAction.IN,
                    later,
                    null,
                    "came late",
                    old.id(),
                    student,
                    now);

            TapFilter counting = new TapFilter(tables.classId, null, null, null, null, false);
            TapFilter all = new TapFilter(tables.classId, student, in, now, null, true);
            assertEquals(1, corrections.count(counting));
            assertEquals(
                    List.of(later, in),
                    corrections.newest(all, 10, 0).stream().map(TapRow::at).toList());
            assertEquals("came late", corrections.newest(all, 10, 1).get(0).removedWhy());
            TapChange moved = corrections.changes(tables.classId, student, null, null, 10).get(0);
            assertEquals(
                    List.of("moved", in, later, "came late", "Somebody"),
                    List.of(moved.kind(), moved.before(), moved.at(), moved.why(), moved.by()));
            assertEquals(1, corrections.changes(tables.classId, student, null, null, 10).size());
            assertEquals(List.of(), corrections.changes(tables.classId, student, later, null, 10));
            assertEquals(
                    1, corrections.inOrder(all, old.id(), 10).size(), "after the first comes one");
            // What was taken back does not pair; a second tap-in has no pair of its own.
            tables.tap(student, TapAction.IN, later.plusSeconds(60));
            tables.tap(student, TapAction.OUT, later.plusSeconds(120));
            tables.tap(student, TapAction.OUT, later.plusSeconds(180));
            assertEquals(
                    List.of(true, true, false, true, false),
                    corrections.inOrder(all, null, 10).stream().map(TapRow::paired).toList());
        }
    }

    /** The limit's own taps of a day follow what is corrected, and are left out. */
    @Test
    void whatLiesBesideATap() throws SQLException {
        try (AttendanceTables tables = new AttendanceTables(LOS_ANGELES.getId())) {
            tables.limit(LIMIT);
            UUID student = tables.students(1)[0];
            Instant in = at("2026-10-12T09:00:00", LOS_ANGELES);
            Instant midnight = at("2026-10-12T00:00:00", LOS_ANGELES);
            tables.tap(student, TapAction.IN, in.minusSeconds(60));
            tables.tap(student, TapAction.OUT, in.minusSeconds(30));
            tables.tap(student, TapAction.IN, in);
            Instant now = in.plus(Duration.ofDays(1));
            tables.taps.closeAtLimit(List.of(tables.classId), null, now);
            TapPairs pairs = new TapPairs();
            pairs.sql = tables.sql;
            UUID of = tables.classId;

            TapPairs.Beside out = new TapPairs.Beside(TapAction.OUT, in.minusSeconds(30), false);
            assertEquals(out, pairs.outBefore(of, student, now, midnight).orElseThrow());
            assertEquals(out, pairs.outBefore(of, student, in, now).orElseThrow());
            TapPairs.Beside last = pairs.outBefore(of, student, now, now).orElseThrow();
            assertTrue(last.limits());
            assertEquals(last, pairs.before(of, student, now, null, now).orElseThrow());
            assertEquals(
                    new TapPairs.Beside(TapAction.IN, in, false),
                    pairs.before(of, student, now, null, midnight).orElseThrow());

            assertFalse(pairs.paid(of, student, in));
            tables.sql.update(
                    "insert into attendance_paid_through values (current_school(), ?, ?, ?, ?)",
                    of,
                    student,
                    in,
                    of);
            assertTrue(pairs.paid(of, student, in));
            assertFalse(pairs.paid(of, student, last.at()));
            assertFalse(pairs.paid(of, UUID.randomUUID(), in));
        }
    }
}
