package org.homeroom.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The law of standings, over 1,000 histories around the changes of clocks: whatever happened to a
 * student's taps, in whichever order, the standing that followed it says what one that is counted
 * from the taps says.
 */
class StandingLawIT {

    private static final int STUDENTS = 250;
    private static final int ROUNDS = 14;
    private static final int HOURS = 7;
    private static final int HOUR = 3600;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Map<UUID, Instant> newest = new HashMap<>();

    @ParameterizedTest
    @CsvSource({
        "America/Los_Angeles, 2026-10-31",
        "Africa/Nairobi,      2026-10-31",
        "Europe/Berlin,       2026-10-24",
        "Australia/Lord_Howe, 2026-10-03"
    })
    void whatFollowedIsWhatIsCounted(ZoneId zone, LocalDate day) throws SQLException {
        System.out.println("StandingLawIT seed " + seed);
        try (AttendanceTables tables = new AttendanceTables(zone.getId())) {
            UUID[] students = tables.students(STUDENTS);
            for (int round = 0; round < ROUNDS; round++) {
                for (UUID student : students) {
                    newest.putIfAbsent(student, day.atTime(8, 0).atZone(zone).toInstant());
                    happen(tables, student, zone);
                }
                List<String> followed = standings(tables);
                tables.sql.list(
                        """
                        select attendance_restand(?, array_agg(student_id), true)
                          from attendance_standing where class_id = ?
                        """,
                        row -> true,
                        tables.classId,
                        tables.classId);
                assertEquals(followed, standings(tables), "seed " + seed + ", round " + round);
            }
        }
    }

    private void happen(AttendanceTables tables, UUID student, ZoneId zone) {
        Instant last = newest.get(student);
        int what = random.nextInt(20);
        if (what < 15) {
            newest.put(student, next(last, zone));
            tap(tables, student, newest.get(student));
        } else if (what == 15) {
            tap(tables, student, last.minusSeconds(random.nextInt(HOURS * HOUR)));
        } else if (what == 16) {
            takeBack(tables, student);
        } else if (what == 17) {
            twoAtOnce(tables, student, last);
        } else {
            pay(tables, student, last);
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

    private void tap(AttendanceTables tables, UUID student, Instant at) {
        TapAction action = random.nextBoolean() ? TapAction.IN : TapAction.OUT;
        String reason = random.nextBoolean() ? "Break" : null;
        tables.taps.add(tables.classId, student, action, reason, "student", student, at);
    }

    private static void takeBack(AttendanceTables tables, UUID student) {
        tables.sql.update(
                """
                insert into attendance_tap_removal (school_id, tap_id, reason, removed_by, removed_at, turn)
                select school_id, id, 'Mistake', ?, now(), 1 from attendance_tap_effective
                 where class_id = ? and student_id = ? order by at desc limit 1
                """,
                student,
                tables.classId,
                student);
    }

    private void twoAtOnce(AttendanceTables tables, UUID student, Instant last) {
        newest.put(student, last.plusSeconds(HOUR));
        tables.sql.update(
                """
                insert into attendance_tap
                    (school_id, id, class_id, student_id, action, at, source, recorded_at)
                select current_school(), gen_random_uuid(), ?, ?, action, at, 'import', now()
                  from (values ('in', ?::timestamptz), ('out', ?::timestamptz)) two (action, at)
                """,
                tables.classId,
                student,
                last.plusSeconds(HOUR / 2),
                last.plusSeconds(HOUR));
    }

    // Up to an instant before or after the newest tap.
    private void pay(AttendanceTables tables, UUID student, Instant last) {
        tables.sql.update(
                """
                insert into attendance_paid_through
                    (school_id, class_id, student_id, through, pay_run_id)
                values (current_school(), ?, ?, ?, gen_random_uuid())
                on conflict (school_id, class_id, student_id) do update set through = excluded.through
                """,
                tables.classId,
                student,
                last.plusSeconds(random.nextInt(2 * HOUR) - HOUR));
    }

    private static List<String> standings(AttendanceTables tables) {
        return tables.sql.list(
                """
                select concat_ws(' ', student_id, is_in, since, day, reason, closed_day_seconds,
                                 closed_unpaid_seconds, counts_from)
                  from attendance_standing where class_id = ? order by student_id
                """,
                row -> row.getString(1),
                tables.classId);
    }
}
