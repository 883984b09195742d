package org.homeroom.payroll;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.homeroom.attendance.BoardRepository;
import org.homeroom.attendance.Mark;
import org.homeroom.attendance.SeatNow;
import org.homeroom.attendance.TestBoards;
import org.homeroom.payroll.PayRule.Caps;
import org.homeroom.payroll.PayRule.MarkPay;
import org.homeroom.payroll.PayrollTables.DayMark;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Marks that pay, and marks that change after they were paid. */
class PayMarkIT {

    private static final long RATE = 250_000;
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final Instant FRIDAY = Instant.parse("2026-11-21T00:00:00Z");
    private static final Instant NEXT = FRIDAY.plus(Duration.ofDays(7));
    private static final MarkPay USUAL = new MarkPay(60, 30, 45, 0, MONDAY);

    private PayrollTables tables;
    private UUID student;

    @BeforeEach
    void open() throws SQLException {
        tables = new PayrollTables(3);
        student = tables.students.get(0);
        tables.run(
                "update roster_class set zone = 'America/Los_Angeles' where id = ?",
                tables.classId);
    }

    @AfterEach
    void rollBack() throws SQLException {
        tables.close();
    }

    @Test
    void payNothingUnlessTheRuleSaysSo() throws SQLException {
        mark("present", MONDAY, FRIDAY);
        assertEquals(0, tables.rehearse(FRIDAY).total());
        tables.settle(new PayRule(null, null, null, new Caps(3600L, null, null)), RATE);
        assertEquals(0, tables.rehearse(FRIDAY).total());
    }

    /** The days of a run are one entry, which says how many; the line is none to check. */
    @Test
    void areLinesOfTheirOwnAtTheRate() throws SQLException {
        pays(USUAL);
        tables.session(student, Instant.parse("2026-11-16T17:00:00Z"), 1800);
        mark("present", MONDAY, FRIDAY);
        mark("late", MONDAY.plusDays(1), FRIDAY);
        mark("absent", MONDAY.plusDays(2), FRIDAY);
        mark("present", MONDAY.minusDays(1), FRIDAY);
        UUID other = tables.students.get(1);
        tables.mark(List.of(new DayMark(other, MONDAY, "excused")), FRIDAY);

        PayRun run = tables.rehearse(FRIDAY);
        assertEquals(750 + 1500 + 750 + 1125, run.total());
        assertEquals(run.total(), tables.payroll.estimate(tables.classId, FRIDAY).total());
        assertEquals(2, run.studentCount());
        PayLine line = tables.payroll.line(run.id(), student).orElseThrow();
        assertEquals(
                List.of(750L, 0L, 2250L, 3000L),
                List.of(line.amount(), line.corrected(), line.marked(), line.net()));
        assertEquals(List.of(), line.notes());
        assertEquals(
                List.of(60L, 30L),
                tables.differences.marks(run.id(), student).stream()
                        .map(PayMark::minutes)
                        .toList());

        tables.payAll(run, 1, FRIDAY);
        assertEquals(3000, tables.balance(student));
        said("pay", "Pay for the marks of 2 days to Tue 17 Nov: 90 min", 1);
        said("pay", "Pay for Mon 16 Nov: excused, 45 min", 1);
    }

    /** What students and teachers see before pay day is what the next run pays. */
    @Test
    void areInWhatIsSeenBeforePayDay() throws SQLException {
        seenIsPaid(0, FRIDAY);
        pays(USUAL);
        UUID other = tables.students.get(1);
        tables.session(student, Instant.parse("2026-11-16T17:00:00Z"), 1800);
        tables.session(other, Instant.parse("2026-11-16T17:00:00Z"), 600);
        mark("present", MONDAY, FRIDAY);
        tables.mark(List.of(new DayMark(other, MONDAY, "excused")), FRIDAY);
        seenIsPaid(750 + 1500 + 250 + 1125, FRIDAY);

        pay(FRIDAY);
        seenIsPaid(0, FRIDAY);
        mark("late", MONDAY, FRIDAY.plusSeconds(1));
        UUID late = tables.tap(other, "in", Instant.parse("2026-11-16T18:00:00Z"));
        tables.tap(other, "out", Instant.parse("2026-11-16T18:10:00Z"));
        seenIsPaid(-750 + 250, NEXT);
        tables.remove(List.of(late));
        seenIsPaid(-750, NEXT);
    }

    private void seenIsPaid(long total, Instant at) throws SQLException {
        BoardRepository boards = TestBoards.over(tables.payroll.database);
        PayRun run = tables.rehearse(at);
        assertEquals(total, run.total());
        List<SeatNow> seats = boards.ofClass(tables.classId, at);
        for (SeatNow seat : seats) {
            UUID who = seat.studentId();
            long paid = tables.payroll.line(run.id(), who).map(PayLine::net).orElse(0L);
            assertEquals(paid, seat.unpaidMinor());
            assertEquals(seat, boards.seat(tables.classId, who, at).orElseThrow());
            assertEquals(List.of(seat), boards.ofStudent(who, at));
        }
        assertEquals(total, boards.sums(List.of(tables.classId), at).get(0).unpaidMinor());
        assertEquals(3, seats.size());
    }

    @Test
    void namesWhatAPaidDayWasMarkedBefore() throws SQLException {
        pays(USUAL);
        mark("absent", MONDAY, FRIDAY);
        mark("present", MONDAY.plusDays(1), FRIDAY);
        pay(FRIDAY);
        assertEquals(1500, tables.balance(student));
        tables.settle(new PayRule(null, null, null, Caps.NONE, null), 4 * RATE);
        mark("excused", MONDAY, FRIDAY.plusSeconds(1));
        mark("late", MONDAY.plusDays(1), FRIDAY.plusSeconds(1));

        // By the minutes and the rate of the run to which the days belong.
        PayRun run = tables.rehearse(NEXT);
        assertEquals(1125 - 750, run.total());
        PayLine line = tables.payroll.line(run.id(), student).orElseThrow();
        assertEquals(List.of("mark_corrected"), line.notes());
        List<PayMark> marks = tables.differences.marks(run.id());
        assertEquals(
                List.of(Mark.ABSENT, Mark.PRESENT), marks.stream().map(PayMark::before).toList());
        assertEquals(List.of(45L, -30L), marks.stream().map(PayMark::minutes).toList());
        assertEquals(List.of(1125L, -750L), marks.stream().map(PayMark::difference).toList());

        tables.payAll(run, 500, NEXT);
        assertEquals(1875, tables.balance(student));
        said("pay_correction", "Pay for Mon 16 Nov corrected: absent → excused, 45 min more", 1);
        said("pay_correction", "Pay for Tue 17 Nov corrected: present → late, 30 min less", 1);
        assertEquals(0, tables.rehearse(NEXT).total());
    }

    /** Whoever spent what a mark paid owes it when the mark was wrong. */
    @Test
    void takeMoreThanTheStudentHoldsAndSaySo() throws SQLException {
        pays(USUAL);
        mark("present", MONDAY, FRIDAY);
        pay(FRIDAY);
        tables.run(
                "update ledger_account set balance = 100 where owner_id = ? and kind = 'checking'",
                student);
        mark("absent", MONDAY, FRIDAY.plusSeconds(1));
        PayRun run = tables.rehearse(NEXT);
        assertEquals(
                List.of("mark_corrected", "below_zero"),
                tables.payroll.line(run.id(), student).orElseThrow().notes());
        tables.payAll(run, 500, NEXT);
        assertEquals(100 - 1500, tables.balance(student));
    }

    /** A day that ended is paid by what its run paid, however late somebody marks it. */
    @Test
    void aDayThatIsMarkedLateIsPaidAsTheOthersOfItsRun() throws SQLException {
        pays(USUAL);
        mark("present", MONDAY, FRIDAY);
        pay(FRIDAY);
        tables.settle(new PayRule(null, null, null, Caps.NONE, new MarkPay(1, 1, 1, 1, MONDAY)), 1);
        mark("present", MONDAY.plusDays(2), FRIDAY.plusSeconds(1));
        PayRun run = tables.rehearse(NEXT);
        assertEquals(1500, run.total());
        assertEquals(List.of(), tables.payroll.line(run.id(), student).orElseThrow().notes());
    }

    @Test
    void aMarkBetweenRehearsalAndCommitIsSeen() throws SQLException {
        pays(USUAL);
        mark("present", MONDAY, FRIDAY);
        PayRun run = tables.rehearse(FRIDAY);
        mark("late", MONDAY, FRIDAY);
        assertEquals("changed", tables.payroll.claim(run.id(), tables.teacher, FRIDAY));
        PayRun second = tables.rehearse(FRIDAY);
        // Of a day after the run's end; it is no input.
        mark("late", MONDAY.plusDays(5), FRIDAY);
        assertEquals("running", tables.payroll.claim(second.id(), tables.teacher, FRIDAY));
    }

    /** Also by a run up to where people are paid already, which leaves their anchors alone. */
    @Test
    void ofTwoRehearsalsOfTheSameOneIsPaid() throws SQLException {
        pays(USUAL);
        mark("absent", MONDAY, FRIDAY);
        mark("present", MONDAY.plusDays(1), FRIDAY);
        tables.session(student, Instant.parse("2026-11-16T17:00:00Z"), 1800);
        pay(FRIDAY);
        mark("excused", MONDAY, FRIDAY.plusSeconds(1));
        tables.tap(student, "out", Instant.parse("2026-11-16T17:10:00Z"));
        PayRun one = tables.rehearse(FRIDAY);
        PayRun two = tables.rehearse(FRIDAY);
        assertEquals(1125 - 500, one.total());
        tables.payAll(one, 500, FRIDAY.plusSeconds(2));
        assertEquals("changed", tables.payroll.claim(two.id(), tables.teacher, NEXT));
    }

    @Test
    void anEntryTakenBackByHandIsPaidAgain() throws SQLException {
        pays(USUAL);
        mark("present", MONDAY, FRIDAY);
        mark("late", MONDAY.plusDays(1), FRIDAY);
        PayRun run = pay(FRIDAY);
        UUID entry = tables.differences.marks(run.id()).get(0).entryId();
        assertEquals(entry, tables.differences.marks(run.id()).get(1).entryId());
        PayRun waiting = tables.rehearse(NEXT);
        tables.run(
                "select ledger_reverse(array[?::uuid], 'hand', 'Once more', ?)",
                entry,
                tables.teacher);
        assertEquals("changed", tables.payroll.claim(waiting.id(), tables.teacher, NEXT));
        pay(NEXT);
        assertEquals(2250, tables.balance(student));
    }

    private void pays(MarkPay marks) {
        tables.settle(new PayRule(null, null, null, Caps.NONE, marks), RATE);
    }

    private void mark(String mark, LocalDate day, Instant at) throws SQLException {
        tables.mark(List.of(new DayMark(student, day, mark)), at);
    }

    private PayRun pay(Instant through) {
        PayRun run = tables.rehearse(through);
        tables.payAll(run, 500, through);
        return run;
    }

    private void said(String kind, String description, int times) throws SQLException {
        assertEquals(
                times,
                tables.number(
                        "select count(*) from ledger_entry where kind = ? and description = ?"
                                + " and cause_type = 'pay_mark' and book_id = ?",
                        kind,
                        description,
                        tables.classId),
                description);
    }
}
