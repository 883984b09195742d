package org.homeroom.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The law of standings, over 500 histories around the changes of clocks: whatever happened to a
 * student's taps, in whichever order and in whichever of two classes, the standing that followed it
 * says what one that is counted from the taps says.
 */
class StandingLawIT {

    private static final int SCHOOLS = 5;
    private static final int STUDENTS = 25;
    private static final int ROUNDS = 14;
    private static final int HOURS = 7;
    private static final int HOUR = 3600;
    private static final int LIMIT_MINUTES = 240;
    private static final int AT_ONCE = 40;
    private static final List<String> ZONES =
            List.of("America/Los_Angeles", "Africa/Nairobi", "Australia/Lord_Howe", "UTC");

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Map<UUID, Instant> newest = new HashMap<>();

    private AttendanceTables tables;
    private UUID[] classes;

    @ParameterizedTest
    @CsvSource({
        "America/Los_Angeles, 2026-10-31",
        "Africa/Nairobi,      2026-10-31",
        "Europe/Berlin,       2026-10-24",
        "Australia/Lord_Howe, 2026-10-03"
    })
    void whatFollowedIsWhatIsCounted(ZoneId zone, LocalDate day) throws SQLException {
        System.out.println("StandingLawIT seed " + seed);
        Instant eight = day.atTime(8, 0).atZone(zone).toInstant();
        // In short transactions: rows that one has updated a thousand times make every scan slow.
        for (int school = 0; school < SCHOOLS; school++) {
            try (AttendanceTables opened = new AttendanceTables(zone.getId())) {
                tables = opened;
                rounds(zone, eight);
            }
        }
    }

    private void rounds(ZoneId zone, Instant eight) {
        UUID[] students = tables.students(STUDENTS);
        tables.moveSchool(zone.getId());
        classes = new UUID[] {tables.classId, tables.another(null, students)};
        tables.limit(LIMIT_MINUTES);
        // Whatever this connection has planned for an import, single taps follow.
        tables.tapAll(classes[1], students, TapAction.IN, eight);
        for (int round = 0; round < ROUNDS; round++) {
            for (UUID student : students) {
                newest.putIfAbsent(student, eight);
                happen(student, zone);
            }
            assertCounted("round " + round);
            if (random.nextInt(3) == 0) {
                move(ZONES.get(random.nextInt(ZONES.size())));
                assertCounted("a new zone after round " + round);
            }
        }
    }

    private void happen(UUID student, ZoneId zone) {
        UUID in = classes[random.nextInt(2)];
        Instant last = newest.get(student);
        switch (random.nextInt(24)) {
            case 0 -> earlier(in, student, last);
            case 1 -> tables.takeBackNewest(in, student);
            case 2 -> importTwo(in, student, last);
            case 3, 4 -> pay(in, student, last);
            case 5, 6 -> closeAtLimit(student, last);
            case 7 -> leaveOrComeBack(in, student, last);
            case 8, 9 -> startHereEndThere(in, student, next(last, zone));
            default -> tap(in, student, next(last, zone));
        }
    }

    // Mostly within the day, now and then over midnight or at midnight itself.
    private Instant next(Instant last, ZoneId zone) {
        Instant midnight =
                last.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
        return random.nextInt(8) == 0
                ? midnight
                : last.plusSeconds(1 + random.nextInt(HOURS * HOUR));
    }

    private void tap(UUID in, UUID student, Instant at) {
        newest.put(student, at);
        String reason = random.nextBoolean() ? "Break" : null;
        tables.taps.add(in, student, any(), reason, "student", student, at);
    }

    private void startHereEndThere(UUID in, UUID student, Instant at) {
        newest.put(student, at);
        tables.taps.closeOthers(in, student, at);
        tables.taps.add(in, student, TapAction.IN, null, "student", student, at);
    }

    private void earlier(UUID in, UUID student, Instant last) {
        Instant at = last.minusSeconds(1 + random.nextInt(HOURS * HOUR));
        TapCorrectionRepository corrections = tables.corrections();
        if (corrections.at(in, student, at).isEmpty()) {
            corrections.add(in, student, any(), at, null, "Forgot", null, student, last);
            corrections.limitAnew(in, student, at, student, last);
        }
    }

    private void importTwo(UUID in, UUID student, Instant last) {
        newest.put(student, last.plusSeconds(HOUR));
        tables.sql.update(
                """
                insert into attendance_tap
                    (school_id, id, class_id, student_id, action, at, source, recorded_at)
                select current_school(), gen_random_uuid(), ?, ?, action, at, 'import', now()
                  from (values ('in', ?::timestamptz), ('out', ?::timestamptz)) two (action, at)
                on conflict on constraint ux_attendance_tap_one_a_second do nothing
                """,
                in,
                student,
                last.plusSeconds(HOUR / 2),
                last.plusSeconds(HOUR));
    }

    // Up to an instant before or after the newest tap.
    private void pay(UUID in, UUID student, Instant last) {
        tables.sql.update(
                """
                insert into attendance_paid_through
                    (school_id, class_id, student_id, through, pay_run_id)
                values (current_school(), ?, ?, ?, gen_random_uuid())
                on conflict (school_id, class_id, student_id) do update set through = excluded.through
                """,
                in,
                student,
                last.plusSeconds(random.nextInt(2 * HOUR) - HOUR));
    }

    private void closeAtLimit(UUID student, Instant last) {
        Instant now = last.plusSeconds(random.nextInt(HOURS * HOUR));
        newest.put(student, now);
        tables.taps.closeAtLimit(List.of(classes), List.of(student), now);
    }

    private void leaveOrComeBack(UUID in, UUID student, Instant last) {
        Instant now = last.plusSeconds(1);
        newest.put(student, now);
        tables.sql.update(
                """
                update roster_seat set left_at = case when left_at is null then ?::timestamptz end
                 where class_id = ? and student_id = ?
                """,
                now,
                in,
                student);
        tables.taps.closeDeparted(List.of(in), now.plusSeconds(1));
    }

    // The class that has a zone of its own, or the school, whose zone the other one follows.
    private void move(String zone) {
        if (random.nextBoolean()) {
            tables.moveClass(zone);
        } else {
            tables.moveSchool(zone);
        }
    }

    /** Whoever waited for the class to move is counted where it is now. */
    @Test
    void tapsThatWaitedForANewZoneAreCountedByIt() throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (AttendanceTables first = new AttendanceTables("UTC");
                AttendanceTables second = first.beside()) {
            tables = first;
            classes = new UUID[] {first.classId};
            UUID student = first.students(1)[0];
            // The next day in Nairobi, neither at UTC nor at the school.
            Instant evening = Instant.parse("2026-10-13T21:30:00Z");
            first.tap(student, TapAction.IN, evening);
            first.tap(student, TapAction.OUT, evening.plusSeconds(HOUR));
            first.commit();

            first.moveClass("Africa/Nairobi");
            Future<Void> waits =
                    thread.submit(
                            () -> {
                                second.takeBackNewest(first.classId, student);
                                second.commit();
                                return null;
                            });
            awaitWaiting(waits);
            first.commit();
            waits.get();

            assertCounted("a tap that waited");
        } finally {
            thread.shutdownNow();
        }
    }

    /** Whoever takes several students takes them in one order, whatever their taps are. */
    @Test
    void anImportWaitsForTheFirstStudentBeforeItHoldsTheNext() throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (AttendanceTables first = new AttendanceTables("UTC");
                AttendanceTables second = first.beside()) {
            tables = first;
            Instant eight = Instant.parse("2026-10-13T08:00:00Z");
            UUID[] students = first.students(2);
            Arrays.sort(students, Comparator.comparing(UUID::toString));
            first.tapAll(students, TapAction.IN, eight);
            first.commit();

            lock(students[0]);
            Future<Void> waits =
                    thread.submit(
                            () -> {
                                // The first has two taps, the next has one.
                                second.tapAll(
                                        new UUID[] {students[0], students[1]},
                                        new UUID[] {students[0]},
                                        eight.plusSeconds(HOUR));
                                second.commit();
                                return null;
                            });
            awaitWaiting(waits);
            lock(students[1]);
            first.commit();
            waits.get();

            assertCounted("an import that waited");
        } finally {
            thread.shutdownNow();
        }
    }

    private void lock(UUID student) {
        tables.sql.list(
                "select student_id from attendance_standing where student_id = ? for update nowait",
                row -> null,
                student);
    }

    /** Two doors at once, each with a connection of its own: the second waits for the first. */
    @Test
    void whatTwoConnectionsWroteIsWhatIsCounted() throws Exception {
        System.out.println("StandingLawIT seed " + seed);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (AttendanceTables first = new AttendanceTables("UTC");
                AttendanceTables second = first.beside()) {
            tables = first;
            UUID[] student = first.students(1);
            first.commit();
            Instant at = Instant.parse("2026-10-13T06:00:00Z");
            for (int i = 0; i < AT_ONCE; i++) {
                at = at.plusSeconds(HOUR);
                Instant early = at.plusSeconds(random.nextInt(HOUR / 2));
                Instant late = early.plusSeconds(1 + random.nextInt(HOUR / 2));
                boolean lateFirst = random.nextBoolean();
                first.tapAll(student, any(), lateFirst ? late : early);
                TapAction action = any();
                Future<Void> waits =
                        thread.submit(
                                () -> {
                                    second.tapAll(student, action, lateFirst ? early : late);
                                    second.commit();
                                    return null;
                                });
                awaitWaiting(waits);
                first.commit();
                waits.get();
                assertCounted("both taps " + i);
                first.commit();
            }
        } finally {
            thread.shutdownNow();
        }
    }

    /** Returns when the other connection waits for a lock of ours. */
    private void awaitWaiting(Future<Void> other) {
        while (!holdsSomeoneUp()) {
            assertFalse(other.isDone(), "it did not wait");
            Thread.onSpinWait();
        }
    }

    private boolean holdsSomeoneUp() {
        return tables.sql
                .list(
                        """
                        select exists (select from pg_stat_activity
                                        where pg_backend_pid() = any(pg_blocking_pids(pid)))
                        """,
                        r -> r.getBoolean(1))
                .get(0);
    }

    private TapAction any() {
        return random.nextBoolean() ? TapAction.IN : TapAction.OUT;
    }

    private void assertCounted(String when) {
        List<String> followed = standings();
        tables.sql.list(
                """
                select attendance_restand(class_id, array_agg(student_id), true)
                  from attendance_standing group by class_id
                """,
                row -> true);
        assertEquals(standings(), followed, "seed " + seed + ", " + when);
    }

    private List<String> standings() {
        return tables.sql.list(
                """
                select concat_ws(' ', class_id, student_id, is_in, since, day, reason,
                                 closed_day_seconds, closed_unpaid_seconds, counts_from)
                  from attendance_standing order by class_id, student_id
                """,
                row -> row.getString(1));
    }
}
