package org.homeroom.payroll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.homeroom.kernel.TestDatabase;
import org.homeroom.payroll.PayrollTables.Mark;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Time that was paid and changes after that: the next run pays the difference. */
class PayCorrectionIT {

    private static final Instant MONDAY = Instant.parse("2026-10-12T16:00:00Z");
    private static final Instant THROUGH = MONDAY.plus(Duration.ofHours(6));
    private static final Instant NEXT = THROUGH.plus(Duration.ofDays(1));
    private static final long HALF_HOUR = 1800;
    private static final int CLASSES = 4;
    private static final int STUDENTS = 250;
    private static final int PERIODS = 2;

    /** Counts who has other time by name than with the whole class, at any hour. */
    private static final String ONE_BY_ONE =
            """
            with asked as (
              select ?::uuid as class_id, ?::timestamptz as at, array_agg(student_id) as students
                from roster_seat),
            hour as (
              select asked.*, at - make_interval(hours => n) as until, unpaid
                from asked, generate_series(0, 60, 4) n, (values (true), (false)) u (unpaid)),
            both_ways as (
              select until, unpaid, 1 as way, t.* from hour cross join lateral attendance_time(
                class_id, until - interval '9 hours', until, unpaid) t
              union all
              select until, unpaid, 2, t.* from hour cross join lateral attendance_time(
                class_id, until - interval '9 hours', until, unpaid, students) t)
            select count(*) from (
              select from both_ways b
                group by until, unpaid, student_id, seconds, from_at, open_since, taps, last_tap_id,
                  limit_at, longest_seconds
                having count(*) <> 2) odd
            """;

    private PayrollTables tables;
    private UUID student;

    @BeforeEach
    void open() throws SQLException {
        tables = new PayrollTables(3);
        student = tables.students.get(0);
    }

    @AfterEach
    void rollBack() throws SQLException {
        tables.close();
    }

    /**
     * The law, over 1,000 histories in four classes: to correct and to pay the differences equals
     * to pay what is corrected, at a rate that changes with every run. In half of the classes
     * everyone has time in each period; in the others there are students without any.
     */
    @Test
    void correctThenRecomputeEqualsComputeFromCorrected() throws SQLException {
        long seed = System.nanoTime();
        System.out.println("PayCorrectionIT seed " + seed);
        Random random = new Random(seed);
        long less = 0;
        long more = 0;
        for (int i = 0; i < CLASSES; i++) {
            boolean busy = i % 2 == 0;
            try (PayrollTables corrected = new PayrollTables(STUDENTS);
                    PayrollTables asIs = new PayrollTables(STUDENTS)) {
                Law law = new Law(random, corrected, busy);
                law.payAndCorrect();
                asIs.tapAll(law.standing(asIs.students));
                for (int run = 0; run <= PERIODS; run++) {
                    asIs.rate(law.rates[run]);
                    asIs.payAll(asIs.rehearse(law.through[run]), 500, NEXT);
                }
                for (int s = 0; s < STUDENTS; s++) {
                    assertEquals(
                            asIs.balance(asIs.students.get(s)),
                            corrected.balance(corrected.students.get(s)),
                            "seed " + seed + ", class " + i + ", student " + s);
                }
                assertEquals(
                        0,
                        corrected.number("select count(*) from payroll_late_change"),
                        "counted on, seed " + seed + ", class " + i);
                corrected.run("set constraints all immediate");
                assertEquals(
                        0,
                        corrected.number(ONE_BY_ONE, corrected.classId, law.through[PERIODS]),
                        "seed " + seed + ", class " + i);
                less += corrected.number(count("<"));
                more += corrected.number(count(">"));
            }
        }
        assertTrue(less > 200 && more > 200, "corrections: " + less + " down, " + more + " up");
    }

    private static String count(String sign) {
        return "select count(*) from payroll_correction where amount_after "
                + sign
                + " amount_before";
    }

    /** A class whose history is paid and corrected by turns. */
    private static final class Law {

        final long[] rates = new long[PERIODS + 1];
        final Instant[] through = new Instant[PERIODS + 1];
        private final Random random;
        private final PayrollTables tables;
        private final boolean busy;
        private final Map<UUID, Mark> counting = new LinkedHashMap<>();
        private final Map<UUID, Mark> removed = new LinkedHashMap<>();
        private final Set<UUID> firm = new HashSet<>();
        private final Set<String> taken = new HashSet<>();

        Law(Random random, PayrollTables tables, boolean busy) {
            this.random = random;
            this.tables = tables;
            this.busy = busy;
            for (int run = 0; run <= PERIODS; run++) {
                rates[run] = 100_000 + random.nextInt(900_000);
                through[run] = day(run).plusSeconds(42_000 + random.nextInt(40_000));
            }
        }

        void payAndCorrect() throws SQLException {
            List<Mark> all = new ArrayList<>();
            for (UUID one : tables.students) {
                for (int period = 0; period < PERIODS; period++) {
                    if (busy) {
                        Mark in = mark(one, "in", day(period));
                        Mark out = mark(one, "out", day(period).plusSeconds(HALF_HOUR));
                        firm.add(in.id());
                        firm.add(out.id());
                        all.add(in);
                        all.add(out);
                    }
                    for (int i = random.nextInt(5); i > 0; i--) {
                        all.add(any(one, period));
                    }
                }
            }
            all.forEach(mark -> counting.put(mark.id(), mark));
            tables.tapAll(all);
            for (int run = 0; run <= PERIODS; run++) {
                tables.rate(rates[run]);
                PayRun paid = tables.rehearse(through[run]);
                tables.payAll(paid, 130, NEXT);
                if (random.nextInt(3) == 0) {
                    assertEquals(
                            "reversed",
                            tables.payroll.reverse(paid.id(), "Again", tables.teacher, NEXT));
                    tables.payAll(tables.rehearse(through[run]), 500, NEXT);
                }
                if (run < PERIODS) {
                    correct(Math.min(run, PERIODS - 1));
                }
            }
        }

        private void correct(int newest) throws SQLException {
            List<UUID> back = some(removed);
            List<UUID> away = some(counting);
            away.removeAll(firm);
            List<Mark> added = new ArrayList<>();
            for (UUID one : tables.students) {
                if (random.nextBoolean()) {
                    added.add(any(one, random.nextInt(newest + 1)));
                }
            }
            tables.restore(back);
            tables.remove(away);
            tables.tapAll(added);
            back.forEach(id -> counting.put(id, removed.remove(id)));
            away.forEach(id -> removed.put(id, counting.remove(id)));
            added.forEach(mark -> counting.put(mark.id(), mark));
        }

        private List<UUID> some(Map<UUID, Mark> marks) {
            List<UUID> chosen = new ArrayList<>();
            marks.keySet().stream().filter(id -> random.nextInt(6) == 0).forEach(chosen::add);
            return chosen;
        }

        /** Returns the taps that count in the end, for the same students of another class. */
        List<Mark> standing(List<UUID> others) {
            return counting.values().stream()
                    .map(
                            mark ->
                                    new Mark(
                                            UUID.randomUUID(),
                                            others.get(tables.students.indexOf(mark.student())),
                                            mark.action(),
                                            mark.at()))
                    .toList();
        }

        private Mark any(UUID one, int period) {
            Instant at;
            do {
                at = day(period).plusSeconds(HALF_HOUR + 1 + random.nextInt(40_000));
            } while (!taken.add(one + " " + at));
            return mark(one, random.nextBoolean() ? "in" : "out", at);
        }

        private static Mark mark(UUID one, String action, Instant at) {
            return new Mark(UUID.randomUUID(), one, action, at);
        }

        private static Instant day(int period) {
            return MONDAY.plus(Duration.ofDays(period));
        }
    }

    @Test
    void namesTheDifferenceOnTheRehearsalAndOnTheEntry() throws SQLException {
        tables.session(student, MONDAY, HALF_HOUR);
        PayRun first = pay(THROUGH);
        UUID out = tables.tap(student, "out", MONDAY.plusSeconds(600));

        PayRun second = tables.rehearse(NEXT);
        assertEquals(-500, second.total());
        assertEquals(1, second.studentCount());
        assertEquals(-500, tables.payroll.estimate(tables.classId, NEXT).total());
        PayLine line = tables.payroll.line(second.id(), student).orElseThrow();
        assertEquals(
                List.of(0L, -500L, -500L), List.of(line.amount(), line.corrected(), line.net()));
        assertEquals(List.of("corrected"), line.notes());
        PayCorrection named = tables.differences.corrections(second.id()).get(0);
        assertEquals(
                List.of(HALF_HOUR, 600L, 750L, 250L),
                List.of(
                        named.secondsBefore(),
                        named.secondsAfter(),
                        named.amountBefore(),
                        named.amountAfter()));
        assertEquals(first.through(), named.paidThrough());

        tables.payAll(second, 500, NEXT);
        assertEquals(250, tables.balance(student));
        assertEquals(
                1,
                tables.number(
                        """
                        select count(*) from ledger_entry e
                          join payroll_correction c on c.id = e.cause_id and c.entry_id = e.id
                          where e.kind = 'pay_correction' and e.cause_type = 'pay_correction'
                            and e.description = 'Pay to Mon 12 Oct corrected: 0:20:00 less in class'
                        """));
        assertEquals(
                List.of(-500L),
                tables.differences.correctionsOf(named.lineId()).stream()
                        .map(PayCorrection::difference)
                        .toList());

        // Paid once; put right again, it comes back.
        assertEquals(0, tables.rehearse(NEXT.plusSeconds(1)).total());
        tables.remove(List.of(out));
        assertEquals(500, pay(NEXT.plusSeconds(2)).total());
        assertEquals(750, tables.balance(student));
    }

    /**
     * Somebody who spent what was paid for time that never was owes it, and the next pay fills it.
     */
    @Test
    void takesMoreThanTheStudentHoldsAndSaysSo() throws SQLException {
        tables.session(student, MONDAY, HALF_HOUR);
        UUID other = tables.students.get(1);
        tables.session(other, MONDAY, HALF_HOUR);
        pay(THROUGH);
        spend(student, 700);
        spend(other, 700);
        tables.tap(student, "out", MONDAY.plusSeconds(60));
        tables.tap(other, "out", MONDAY.plusSeconds(60));
        tables.session(other, THROUGH.plusSeconds(60), HALF_HOUR);

        PayRun run = tables.rehearse(NEXT);
        assertEquals(
                List.of("no_time", "corrected", "below_zero"),
                tables.payroll.line(run.id(), student).orElseThrow().notes());
        assertEquals(
                List.of("corrected"), tables.payroll.line(run.id(), other).orElseThrow().notes());
        tables.payAll(run, 1, NEXT);
        assertEquals(50 - 725, tables.balance(student));
        assertEquals(50 + 750 - 725, tables.balance(other));

        // In a set as one by one.
        tables.payroll.reverse(run.id(), "Once more", tables.teacher, NEXT);
        pay(NEXT);
        assertEquals(50 - 725, tables.balance(student));
    }

    @Test
    void aChangeBetweenRehearsalAndCommitIsSeen() throws SQLException {
        tables.session(student, MONDAY, HALF_HOUR);
        pay(THROUGH);
        tables.session(tables.students.get(1), THROUGH.plusSeconds(60), HALF_HOUR);
        PayRun run = tables.rehearse(NEXT);
        UUID out = tables.tap(student, "out", MONDAY.plusSeconds(600));
        assertEquals("changed", tables.payroll.claim(run.id(), tables.teacher, NEXT));

        PayRun second = tables.rehearse(NEXT);
        tables.remove(List.of(out));
        assertEquals("changed", tables.payroll.claim(second.id(), tables.teacher, NEXT));
        PayRun third = tables.rehearse(NEXT);
        assertEquals(750, third.total());
        tables.restore(List.of(out));
        assertEquals("changed", tables.payroll.claim(third.id(), tables.teacher, NEXT));
    }

    /**
     * A run that is being paid does not see the change any more; the next one pays the difference.
     */
    @Test
    void aChangeDuringARunIsPaidByTheNext() throws SQLException {
        tables.session(student, MONDAY, HALF_HOUR);
        PayRun run = tables.rehearse(THROUGH);
        assertEquals("running", tables.payroll.claim(run.id(), tables.teacher, THROUGH));
        tables.tap(student, "out", MONDAY.plusSeconds(600));
        tables.payRest(run, 500, THROUGH);
        assertEquals(750, tables.balance(student));

        assertEquals(-500, pay(NEXT).total());
        assertEquals(250, tables.balance(student));
    }

    @Test
    void paysWhoeverHasLeftTheDifferenceToo() throws SQLException {
        tables.session(student, MONDAY, HALF_HOUR);
        pay(THROUGH);
        tables.run("update roster_seat set left_at = now() where student_id = ?", student);
        tables.tap(student, "in", MONDAY.plusSeconds(3600));
        tables.tap(student, "out", MONDAY.plusSeconds(3600 + HALF_HOUR));

        PayRun run = tables.rehearse(NEXT);
        assertEquals(3, run.lineCount());
        assertEquals(750, run.total());
        tables.payAll(run, 500, NEXT);
        assertEquals(1500, tables.balance(student));
    }

    /** What corrects a line comes first; then the line itself may be taken back. */
    @Test
    void aCorrectedEntryIsTakenBackAfterItsCorrection() throws SQLException {
        tables.session(student, MONDAY, HALF_HOUR);
        PayRun first = pay(THROUGH);
        tables.tap(student, "out", MONDAY.plusSeconds(600));
        PayRun second = pay(NEXT);
        UUID entry = tables.payroll.line(first.id(), student).orElseThrow().entryId();
        UUID correction = tables.differences.corrections(second.id()).get(0).entryId();

        assertEquals("later", tables.payroll.unpay(List.of(entry)));
        assertEquals("unpaid", tables.payroll.unpay(List.of(entry, correction)));
        assertEquals(600, tables.payroll.estimate(tables.classId, NEXT).seconds());
    }

    @Test
    void aCorrectionTakenBackByHandIsMadeAgain() throws SQLException {
        tables.session(student, MONDAY, HALF_HOUR);
        pay(THROUGH);
        tables.tap(student, "out", MONDAY.plusSeconds(600));
        PayRun second = pay(NEXT);
        PayRun waiting = tables.rehearse(NEXT.plusSeconds(1));
        UUID correction = tables.differences.corrections(second.id()).get(0).entryId();
        assertEquals("unpaid", tables.payroll.unpay(List.of(correction)));
        tables.run(
                "select ledger_reverse(array[?::uuid], 'hand', 'Too strict', ?)",
                correction,
                tables.teacher);
        assertEquals(750, tables.balance(student));

        assertEquals("changed", tables.payroll.claim(waiting.id(), tables.teacher, NEXT));
        assertEquals(-500, pay(NEXT.plusSeconds(2)).total());
        assertEquals(250, tables.balance(student));
    }

    /** What a run has paid of a change is not counted again until something about it changes. */
    @Test
    void aChangeIsForgottenWhenItsDifferenceIsPaid() throws SQLException {
        tables.session(student, MONDAY, HALF_HOUR);
        pay(THROUGH);
        UUID out = tables.tap(student, "out", MONDAY.plusSeconds(600));
        assertEquals(1, noted());
        PayRun second = pay(NEXT);
        assertEquals(0, noted());

        tables.payroll.reverse(second.id(), "Once more", tables.teacher, NEXT);
        assertEquals(1, noted());
        assertEquals(-500, pay(NEXT).total());
        assertEquals(0, noted());

        tables.remove(List.of(out));
        tables.run(
                "update roster_seat set student_id = null, claimed_at = null where student_id = ?",
                student);
        tables.session(tables.students.get(1), THROUGH.plusSeconds(60), HALF_HOUR);
        pay(NEXT.plusSeconds(1));
        assertEquals(1, noted());
    }

    /** Whoever taps into paid time while a run ends is seen by it, or noted for the next. */
    @Test
    void aTapThatARunWaitsForAtItsEndIsPaidByTheNext() throws Exception {
        tables.session(student, MONDAY, HALF_HOUR);
        pay(THROUGH);
        UUID late = tables.tap(student, "out", MONDAY.plusSeconds(600));
        PayRun run = tables.rehearse(NEXT);
        assertEquals("running", tables.payroll.claim(run.id(), tables.teacher, NEXT));
        tables.payroll.payCorrections(run.id(), tables.payroll.unpaid(run.id(), null, 500));
        tables.commit();

        try (Connection other = TestDatabase.get().asSchool(tables.school);
                PreparedStatement removal =
                        other.prepareStatement(
                                "insert into attendance_tap_removal values"
                                        + " (current_school(), ?, 'wrong', ?, now())")) {
            removal.setObject(1, late);
            removal.setObject(2, tables.teacher);
            removal.execute();
            CompletableFuture<Boolean> end =
                    CompletableFuture.supplyAsync(() -> tables.payroll.finish(run.id(), NEXT));
            assertThrows(TimeoutException.class, () -> end.get(1, TimeUnit.SECONDS));
            other.commit();
            assertTrue(end.get(1, TimeUnit.MINUTES));
        }
        assertEquals(250, tables.balance(student));
        assertEquals(1, noted());
        assertEquals(500, pay(NEXT.plusSeconds(1)).total());
        assertEquals(750, tables.balance(student));
    }

    private long noted() throws SQLException {
        return tables.number("select count(*) from payroll_late_change");
    }

    @Test
    void showsNoDifferenceToAnotherSchool() throws SQLException {
        tables.session(student, MONDAY, HALF_HOUR);
        pay(THROUGH);
        tables.tap(student, "out", MONDAY.plusSeconds(600));
        PayRun run = tables.rehearse(NEXT);
        tables.run(
                "select set_config('app.school_id', ?, true)",
                TestDatabase.get().newSchool().toString());

        assertEquals(List.of(), tables.differences.corrections(run.id()));
        assertEquals(0, tables.payroll.estimate(tables.classId, NEXT).total());
    }

    private PayRun pay(Instant through) {
        PayRun run = tables.rehearse(through);
        tables.payAll(run, 500, through);
        return run;
    }

    private void spend(UUID who, long amount) throws SQLException {
        tables.run(
                """
                select ledger_post(array[?::uuid], array[?], array['purchase'], array['Bought'],
                    array['item'], array[null::uuid], array[null::uuid], array[null::uuid], array[1, 1],
                    array[(select id from ledger_account where owner_id = ? and kind = 'checking'),
                          (select id from ledger_account where kind = 'pay_expense')],
                    array[-?::bigint, ?::bigint])
                """,
                tables.classId,
                "buy " + who,
                who,
                amount,
                amount);
    }
}
