package org.homeroom.payroll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.homeroom.attendance.Session;
import org.homeroom.kernel.JobProgress.Choice;
import org.homeroom.kernel.TestDatabase;
import org.homeroom.ledger.Obstacle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pay runs as the application's role runs them on PostgreSQL. */
class PayrollRepositoryIT {

    private static final Instant MONDAY = Instant.parse("2026-10-12T16:00:00Z");
    private static final Instant THROUGH = Instant.parse("2026-10-16T22:00:00Z");
    private static final long HALF_HOUR = 1800;

    private PayrollTables tables;

    @BeforeEach
    void open() throws SQLException {
        tables = new PayrollTables(12);
    }

    @AfterEach
    void rollBack() throws SQLException {
        tables.close();
    }

    @Test
    void paysHalfAnHourWithSevenFifty() throws SQLException {
        tables.session(student(0), MONDAY, HALF_HOUR);

        PayRun run = tables.rehearse(THROUGH);
        assertEquals(750, run.total());
        assertEquals(1, run.studentCount());
        assertEquals(12, run.lineCount());
        Choice offered = tables.payroll.waiting().get(0);
        assertEquals(run.id().toString(), offered.value());
        assertTrue(offered.about().endsWith(": 7.50"), offered.about());
        assertEquals(THROUGH, offered.at());
        assertEquals(1, tables.payAll(run, 500, THROUGH));
        assertEquals(List.of(), tables.payroll.waiting());

        assertEquals(750, tables.balance(student(0)));
        assertEquals(0, tables.balance(student(1)));
        assertEquals(PayState.PAID, tables.payroll.run(run.id()).orElseThrow().state());
        assertEquals(0, tables.rehearse(THROUGH.plusSeconds(1)).total());
    }

    @Test
    void aClassIsPaidThroughToTheLastRunThatStands() throws SQLException {
        everyoneWorks();
        assertTrue(tables.payroll.paidThrough(tables.classId).isEmpty());
        PayRun first = tables.rehearse(MONDAY.plusSeconds(900));
        assertTrue(tables.payroll.paidThrough(tables.classId).isEmpty());
        tables.payAll(first, 500, THROUGH);
        PayRun second = tables.rehearse(THROUGH);
        tables.payAll(second, 500, THROUGH);
        assertEquals(THROUGH, tables.payroll.paidThrough(tables.classId).orElseThrow());

        tables.payroll.reverse(second.id(), "A mistake", tables.teacher, THROUGH);

        assertEquals(first.through(), tables.payroll.paidThrough(tables.classId).orElseThrow());

        UUID entry = tables.payroll.lines(first.id(), 1, 0).get(0).entryId();
        assertEquals("unpaid", tables.payroll.unpay(List.of(entry)));
        assertTrue(tables.payroll.paidThrough(tables.classId).isEmpty());
    }

    @Test
    void paysEveryoneOnceInChunksWhateverIsRetried() throws SQLException {
        everyoneWorks();
        PayRun run = tables.rehearse(THROUGH);
        assertEquals("running", tables.payroll.claim(run.id(), tables.teacher, THROUGH));
        List<UUID> firstChunk = tables.payroll.unpaid(run.id(), null, 5);

        assertEquals(5, tables.payroll.pay(run.id(), firstChunk).size());
        assertEquals(0, tables.payroll.pay(run.id(), firstChunk).size());
        tables.payroll.fail(run.id(), null, "The server was killed.");
        assertFalse(tables.payroll.finish(run.id(), THROUGH));
        assertEquals("running", tables.payroll.claim(run.id(), tables.teacher, THROUGH));
        assertEquals(7, tables.payRest(run, 5, THROUGH));

        PayRun paid = tables.payroll.run(run.id()).orElseThrow();
        assertEquals(12, paid.paidCount());
        assertEquals(paid.total(), paid.paidTotal());
        assertEquals(12, tables.number("select count(*) from ledger_entry"));
        assertEquals(
                paid.total(),
                tables.number("select sum(balance) from ledger_account where kind = 'checking'"));
    }

    @Test
    void namesTheLineAsTheCauseOfItsEntry() throws SQLException {
        tables.session(student(0), MONDAY, HALF_HOUR);
        PayRun run = tables.rehearse(THROUGH);
        tables.payAll(run, 500, THROUGH);

        assertEquals(
                1,
                tables.number(
                        """
                        select count(*) from ledger_entry e
                          join payroll_line l on l.school_id = e.school_id and l.id = e.cause_id
                          where e.cause_type = 'pay_line' and l.entry_id = e.id and l.amount = 750
                            and e.idempotency_key = 'pay-run:' || l.run_id || ':' || l.student_id
                        """));
    }

    @Test
    void refusesWhenAnyInputChanged() throws SQLException {
        everyoneWorks();
        UUID tap = tables.tap(student(0), "in", THROUGH.minusSeconds(60));
        PayRun run = tables.rehearse(THROUGH);
        tables.run(
                "insert into attendance_tap_removal values (current_school(), ?, 'wrong', ?,"
                        + " now())",
                tap,
                tables.teacher);

        assertEquals("changed", tables.payroll.claim(run.id(), tables.teacher, THROUGH));
        assertEquals(PayState.STALE, tables.payroll.run(run.id()).orElseThrow().state());
        assertEquals("already stale", tables.payroll.claim(run.id(), tables.teacher, THROUGH));

        PayRun second = tables.rehearse(THROUGH);
        tables.tap(student(3), "in", THROUGH);
        assertEquals("changed", tables.payroll.claim(second.id(), tables.teacher, THROUGH));

        PayRun third = tables.rehearse(THROUGH);
        assertTrue(
                tables.settings.store(
                        tables.school,
                        tables.classId,
                        new PaySettings(300_000, null, 14, null, null, 0),
                        MONDAY));
        assertEquals("changed", tables.payroll.claim(third.id(), tables.teacher, THROUGH));

        PayRun fourth = tables.rehearse(THROUGH);
        tables.addStudent("Late");
        assertEquals("changed", tables.payroll.claim(fourth.id(), tables.teacher, THROUGH));
        assertEquals(0, tables.number("select count(*) from ledger_entry"));
    }

    @Test
    void refusesWhenTheDailyLimitChanged() throws SQLException {
        everyoneWorks();
        PayRun run = tables.rehearse(THROUGH);
        tables.settings.store(
                tables.school,
                tables.classId,
                new PaySettings(250_000, 75, 14, null, null, 0),
                MONDAY);

        assertEquals("changed", tables.payroll.claim(run.id(), tables.teacher, THROUGH));
        assertEquals(PayState.STALE, tables.payroll.run(run.id()).orElseThrow().state());
        assertEquals(0, tables.number("select count(*) from ledger_entry"));
    }

    @Test
    void refusesWhenAStudentLeftAndPaysWhatIsDueAfterThat() throws SQLException {
        everyoneWorks();
        PayRun run = tables.rehearse(THROUGH);
        tables.run("update roster_seat set left_at = now() where student_id = ?", student(3));

        assertEquals("changed", tables.payroll.claim(run.id(), tables.teacher, THROUGH));

        PayRun second = tables.rehearse(THROUGH);
        assertEquals(12, second.lineCount());
        assertEquals(run.total(), second.total());
        assertEquals(12, tables.payAll(second, 500, THROUGH));
        // Nothing is due any more, and nobody is told that there was no time.
        assertEquals(11, tables.rehearse(THROUGH.plusSeconds(1)).lineCount());
    }

    @Test
    void writesTheTimePaidForIntoTheEntryToTheSecond() throws SQLException {
        tables.session(student(0), MONDAY, 23_279);
        tables.payAll(tables.rehearse(THROUGH), 500, THROUGH);

        assertEquals(
                1,
                tables.number(
                        "select count(*) from ledger_entry where description like 'Pay for 6:27:59"
                                + " in class to %'"));
    }

    /** What the sessions of any history add up to is what a run pays for. */
    @Test
    void paysTheTimeOfTheSessions() throws SQLException {
        Random random = new Random(11);
        for (UUID student : tables.students) {
            Instant at = MONDAY;
            for (int i = 0; i < 20; i++) {
                at = at.plusSeconds(1 + random.nextInt(4000));
                tables.tap(student, random.nextBoolean() ? "in" : "out", at);
            }
        }
        PayRun first = tables.rehearse(MONDAY.plusSeconds(20_000));
        tables.payAll(first, 500, THROUGH);
        PayRun second = tables.rehearse(MONDAY.plusSeconds(60_000));

        for (PayRun run : List.of(first, second)) {
            for (PayLine line : tables.payroll.lines(run.id(), 100, 0)) {
                long seconds =
                        Session.of(tables.taps(line.studentId(), run), line.from(), run.through())
                                .stream()
                                .mapToLong(Session::seconds)
                                .sum();
                assertEquals(line.seconds(), seconds);
            }
        }
    }

    @Test
    void countsTimeOfAnUnfinishedRunAsPaid() throws SQLException {
        tables.session(student(0), MONDAY, HALF_HOUR);
        PayRun run = tables.rehearse(THROUGH);
        String sealed = "select count(*) from payroll_paid_through(?) where through = ?";
        assertEquals(0, tables.number(sealed, tables.classId, THROUGH));

        assertEquals("running", tables.payroll.claim(run.id(), tables.teacher, THROUGH));

        // Of whoever earned nothing as well: the run stands for everybody's time.
        assertEquals(12, tables.number(sealed, tables.classId, THROUGH));
    }

    /** Time that is found after a run is worth what it was then, though the run gave nothing. */
    @Test
    void paysLateTimeOfWhoGotNothingByTheRateOfItsTime() throws SQLException {
        tables.session(student(0), MONDAY, HALF_HOUR);
        tables.payAll(tables.rehearse(THROUGH), 500, THROUGH);
        tables.rate(1_000_000);
        tables.session(student(1), MONDAY, HALF_HOUR);
        tables.session(student(1), THROUGH.plusSeconds(60), HALF_HOUR);

        Instant next = THROUGH.plusSeconds(86_400);
        PayRun run = tables.rehearse(next);
        PayLine line = tables.payroll.line(run.id(), student(1)).orElseThrow();
        assertEquals(List.of(3000L, 750L), List.of(line.amount(), line.corrected()));
        tables.payAll(run, 500, next);
        assertEquals(3750, tables.balance(student(1)));
    }

    /** Pay may be taken back from somebody who got nothing since, and is due as a whole again. */
    @Test
    void leavesEarlierPayToBeTakenBackAfterARunThatGaveNothing() throws SQLException {
        tables.session(student(0), MONDAY, HALF_HOUR);
        PayRun first = tables.rehearse(THROUGH);
        tables.payAll(first, 500, THROUGH);
        tables.session(student(1), THROUGH.plusSeconds(60), HALF_HOUR);
        Instant next = THROUGH.plusSeconds(86_400);
        tables.payAll(tables.rehearse(next), 500, next);

        UUID entry = tables.payroll.line(first.id(), student(0)).orElseThrow().entryId();
        assertEquals("unpaid", tables.payroll.unpay(List.of(entry)));
        assertEquals(750, tables.payroll.estimate(tables.classId, next).total());
        tables.run(
                "select ledger_reverse(array[?::uuid], 'hand', 'Wrong', ?)", entry, tables.teacher);
        tables.tap(student(0), "out", MONDAY.plusSeconds(600));
        assertEquals(250, tables.rehearse(next.plusSeconds(1)).total());
    }

    @Test
    void takesNoNoticeOfLaterTaps() throws SQLException {
        everyoneWorks();
        PayRun run = tables.rehearse(THROUGH);
        tables.tap(student(0), "in", THROUGH.plusSeconds(1));

        assertEquals("running", tables.payroll.claim(run.id(), tables.teacher, THROUGH));
    }

    @Test
    void paysAClassByOneRunAtATime() throws SQLException {
        everyoneWorks();
        PayRun first = tables.rehearse(THROUGH);
        PayRun second = tables.rehearse(THROUGH);

        assertEquals("running", tables.payroll.claim(first.id(), tables.teacher, THROUGH));
        assertEquals("busy", tables.payroll.claim(second.id(), tables.teacher, THROUGH));
        assertEquals("already running", tables.payroll.claim(first.id(), tables.teacher, THROUGH));
        tables.payRest(first, 500, THROUGH);
        assertEquals("changed", tables.payroll.claim(second.id(), tables.teacher, THROUGH));
    }

    @Test
    void undoesAWholeRunOnce() throws SQLException {
        everyoneWorks();
        PayRun first = tables.rehearse(MONDAY.plusSeconds(900));
        tables.payAll(first, 500, THROUGH.minusSeconds(5));
        long before = tables.balance(student(0));
        PayEstimate due = tables.payroll.estimate(tables.classId, THROUGH);
        PayRun second = tables.rehearse(THROUGH);
        tables.payAll(second, 5, THROUGH);
        assertNotEquals(before, tables.balance(student(0)));

        assertEquals("later", tables.payroll.reverse(first.id(), "Wrong", tables.teacher, THROUGH));
        PayStudent twice = ofPage(student(0));
        assertEquals(2, twice.pays());
        assertEquals(tables.balance(student(0)), twice.earned());
        assertEquals(0, twice.due());
        PayRun run = tables.payroll.run(first.id()).orElseThrow();
        assertEquals(second.id(), tables.payroll.committedAfter(run).orElseThrow().id());
        assertEquals(
                "reversed", tables.payroll.reverse(second.id(), "Wrong", tables.teacher, THROUGH));

        assertEquals(before, tables.balance(student(0)));
        assertEquals(due, tables.payroll.estimate(tables.classId, THROUGH));
        PayStudent once = ofPage(student(0));
        assertEquals(List.of(1, before), List.of(once.pays(), once.average()));
        assertEquals(
                due.seconds(),
                tables.payroll.students(tables.classId, THROUGH).stream()
                        .mapToLong(PayStudent::seconds)
                        .sum());
        assertEquals(
                "already reversed",
                tables.payroll.reverse(second.id(), "Again", tables.teacher, THROUGH));
        assertEquals(
                "reversed", tables.payroll.reverse(first.id(), "Wrong", tables.teacher, THROUGH));
        assertEquals(0, tables.number("select count(*) from attendance_paid_through"));
        assertEquals(
                0,
                tables.number(
                        "select sum(abs(balance)) from ledger_account where kind = 'checking'"));
        assertNull(tables.payroll.unfinished(tables.classId).orElse(null));
    }

    @Test
    void marksOnlyARunThatStandsStill() throws SQLException {
        everyoneWorks();
        PayRun run = tables.rehearse(THROUGH);
        assertEquals(List.of(), tables.payroll.failStill(Duration.ofHours(-1), "Still."));
        assertEquals("running", tables.payroll.claim(run.id(), tables.teacher, THROUGH));

        assertEquals(List.of(), tables.payroll.failStill(Duration.ofMinutes(2), "Still."));
        assertEquals(List.of(run.id()), tables.payroll.failStill(Duration.ofSeconds(-1), "Still."));
        PayRun failed = tables.payroll.run(run.id()).orElseThrow();
        assertEquals(PayState.FAILED, failed.state());
        assertEquals("Still.", failed.failure());
        assertEquals("running", tables.payroll.claim(run.id(), tables.teacher, THROUGH));
        assertEquals(12, tables.payRest(run, 5, THROUGH));
    }

    /** The execution that stopped may write its end after somebody continued the run. */
    @Test
    void belongsToNoExecutionWhenItGoesOn() throws SQLException {
        everyoneWorks();
        PayRun run = tables.rehearse(THROUGH);
        tables.payroll.claim(run.id(), tables.teacher, THROUGH);
        tables.payroll.startedBy(run.id(), 5);
        tables.payroll.fail(run.id(), 5L, "Stopped.");
        tables.payroll.claim(run.id(), tables.teacher, THROUGH);

        tables.payroll.fail(run.id(), 5L, "Stopped.");

        PayRun goesOn = tables.payroll.run(run.id()).orElseThrow();
        assertEquals(PayState.RUNNING, goesOn.state());
        assertNull(goesOn.jobExecutionId());
    }

    @Test
    void countsTheTimeOfPayTakenBackAgain() throws SQLException {
        tables.session(student(0), MONDAY, HALF_HOUR);
        tables.session(student(1), MONDAY, HALF_HOUR);
        PayRun first = tables.rehearse(MONDAY.plusSeconds(HALF_HOUR));
        tables.payAll(first, 500, THROUGH);
        tables.session(student(0), MONDAY.plusSeconds(7200), HALF_HOUR);
        PayRun second = tables.rehearse(THROUGH);
        tables.payroll.claim(second.id(), tables.teacher, THROUGH);

        // Paid again, or about to be: that comes first.
        assertEquals("later", tables.payroll.unpay(entry(first, student(0))));
        tables.payRest(second, 500, THROUGH);
        assertEquals("later", tables.payroll.unpay(entry(first, student(0))));

        List<Obstacle> later =
                tables.payroll.inTheWay(
                        tables.classId,
                        List.of(entry(first, student(0)).get(0), entry(first, student(1)).get(0)));
        assertEquals(List.of(new Obstacle("pay_run", second.id(), student(0), THROUGH)), later);

        // Both at once, in any order.
        assertEquals("unpaid", tables.payroll.unpay(entry(first, student(1))));
        List<UUID> both =
                List.of(entry(first, student(0)).get(0), entry(second, student(0)).get(0));
        assertEquals(List.of(), tables.payroll.inTheWay(tables.classId, both));
        assertEquals("unpaid", tables.payroll.unpay(both));
        assertEquals(3 * HALF_HOUR, tables.payroll.estimate(tables.classId, THROUGH).seconds());
    }

    @Test
    void leavesOtherEntriesAlone() {
        assertEquals("unpaid", tables.payroll.unpay(List.of(UUID.randomUUID())));
    }

    @Test
    void marksWhoCameBackTwoDaysLaterWithoutEverTappingOut() throws SQLException {
        UUID away = tables.addStudent("Away");
        tables.tap(away, "in", MONDAY);
        tables.session(away, MONDAY.plus(Duration.ofHours(35)), 60);

        PayRun run = tables.rehearse(MONDAY.plus(Duration.ofHours(36)));

        List<PayLine> lines = tables.payroll.lines(run.id(), 100, 0);
        assertEquals(List.of("long_session"), notes(lines, away));
    }

    @Test
    void marksWhatATeacherShouldSee() throws SQLException {
        everyoneWorks();
        UUID forgot = tables.addStudent("Forgot");
        UUID absent = tables.addStudent("Absent");
        UUID endless = tables.addStudent("Endless");
        tables.tap(forgot, "in", MONDAY);
        tables.session(endless, MONDAY, 5 * 3600);

        // Two minutes after pay day nobody is missing yet.
        assertEquals(0, tables.rehearse(MONDAY.plusSeconds(120)).outlierCount());
        PayRun run = tables.rehearse(THROUGH);
        List<PayLine> lines = tables.payroll.lines(run.id(), 100, 0);

        assertEquals(3, run.outlierCount());
        assertEquals(List.of("missing_out"), notes(lines, forgot));
        assertEquals(List.of("no_time"), notes(lines, absent));
        assertEquals(List.of("long_session"), notes(lines, endless));
        assertEquals(List.of(), notes(lines, student(0)));
        assertTrue(lines.get(0).outlier() && lines.get(2).outlier() && !lines.get(3).outlier());
    }

    /** Pay of two adjoining runs equals pay of one over both, to the rounding of each line. */
    @Test
    void losesNoSecondBetweenRuns() throws SQLException {
        Random random = new Random(7);
        for (UUID student : tables.students) {
            Instant at = MONDAY;
            for (int i = 0; i < 10; i++) {
                long length = 60L * (1 + random.nextInt(60));
                tables.session(student, at, length);
                at = at.plusSeconds(length + 1 + random.nextInt(4000));
            }
        }
        PayEstimate whole = tables.payroll.estimate(tables.classId, THROUGH);
        PayRun first = tables.rehearse(MONDAY.plusSeconds(7777));
        tables.payAll(first, 500, THROUGH);
        PayRun second = tables.rehearse(THROUGH);

        assertEquals(whole.seconds(), first.seconds() + second.seconds());
    }

    @Test
    void showsNothingToAnotherSchool() throws SQLException {
        everyoneWorks();
        PayRun run = tables.rehearse(THROUGH);
        tables.run(
                "select set_config('app.school_id', ?, true)",
                TestDatabase.get().newSchool().toString());

        assertTrue(tables.payroll.run(run.id()).isEmpty());
        assertEquals(List.of(), tables.payroll.lines(run.id(), 100, 0));
    }

    @Test
    void keepsSettingsThatSomebodyChangedInBetween() {
        PaySettings mine =
                new PaySettings(300_000, RateUnit.HOUR, 75, 7, null, null, PayRule.PLAIN, 0)
                        .expecting(150);

        assertTrue(tables.settings.store(tables.school, tables.classId, mine, MONDAY));
        assertFalse(tables.settings.store(tables.school, tables.classId, mine, MONDAY));
        PaySettings found = tables.settings.of(tables.classId);
        assertEquals(1, found.version());
        assertEquals(75, found.dailyLimitMinutes());
        assertEquals(RateUnit.HOUR, found.rateUnit());
        assertEquals(150, found.expectedWeeklyMinutes());
        assertEquals(45_00, found.weeklyIncome());
    }

    private PayStudent ofPage(UUID student) {
        return tables.payroll.students(tables.classId, THROUGH).stream()
                .filter(one -> one.studentId().equals(student))
                .findFirst()
                .orElseThrow();
    }

    private void everyoneWorks() throws SQLException {
        for (int i = 0; i < tables.students.size(); i++) {
            tables.session(student(i), MONDAY.plusSeconds(i), HALF_HOUR + 60L * i);
        }
    }

    private List<UUID> entry(PayRun run, UUID student) throws SQLException {
        return tables.payroll.lines(run.id(), 100, 0).stream()
                .filter(line -> line.studentId().equals(student))
                .map(PayLine::entryId)
                .toList();
    }

    private UUID student(int i) {
        return tables.students.get(i);
    }

    private static List<String> notes(List<PayLine> lines, UUID student) {
        return lines.stream()
                .filter(line -> line.studentId().equals(student))
                .findFirst()
                .orElseThrow()
                .notes();
    }
}
