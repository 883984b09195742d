package org.homeroom.payroll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.homeroom.payroll.PayRule.Bonus;
import org.homeroom.payroll.PayRule.Caps;
import org.homeroom.payroll.PayRule.Direction;
import org.homeroom.payroll.PayRule.Overtime;
import org.homeroom.payroll.PayRule.Rounding;
import org.homeroom.payroll.PayRule.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What classes pay under a rule, in figures that can be checked by hand. The school is in LA. */
class PayRuleIT {

    private static final Instant MONDAY = Instant.parse("2026-10-12T16:00:00Z");
    private static final long DAY = 86_400;
    private static final Instant FRIDAY = MONDAY.plusSeconds(4 * DAY + 6 * 3600);
    private static final int MINUTE = 60;

    private PayrollTables tables;
    private UUID student;

    @BeforeEach
    void open() throws SQLException {
        tables = new PayrollTables(2);
        student = tables.students.get(0);
    }

    @AfterEach
    void rollBack() throws SQLException {
        tables.close();
    }

    /** 90 min at 0.25 are 22.50; the half hour beyond an hour counts one and a half times. */
    @Test
    void paysOvertimeOfADay() throws SQLException {
        store(new PayRule(new Overtime(Window.DAY, 3600, 1500), null, null, Caps.NONE));
        tables.session(student, MONDAY, 5400);

        PayLine line = pay(FRIDAY);
        assertEquals(2625, line.amount());
        assertEquals(new PayParts(5400, 0, 0, 1800, 0, 1500, 1125, 0), line.parts());
        assertEquals(
                List.of(new PayLineDay(LocalDate.of(2026, 10, 12), line.parts())),
                tables.payroll.days(line.id()));
        assertEquals(2625, tables.balance(student));
    }

    /** Two hours on Monday and two on Tuesday, over three hours a week, paid on two days. */
    @Test
    void countsTimePaidBeforeTowardsTheWeek() throws SQLException {
        store(new PayRule(new Overtime(Window.WEEK, 10_800, 2000), null, null, Caps.NONE));
        tables.session(student, MONDAY, 7200);
        tables.session(student, MONDAY.plusSeconds(DAY), 7200);

        assertEquals(3000, pay(MONDAY.plusSeconds(DAY - 1)).amount());
        PayLine second = pay(FRIDAY);
        assertEquals(new PayParts(7200, 0, 0, 3600, 0, 1500, 3000, 0), second.parts());
        assertEquals(7500, tables.balance(student));
    }

    @Test
    void aCapTakesPrecedenceOverOvertime() throws SQLException {
        Overtime overtime = new Overtime(Window.DAY, 3600, 2000);
        store(new PayRule(overtime, null, null, new Caps(5400L, 6000L, null)));
        tables.session(student, MONDAY, 7200);
        tables.session(student, MONDAY.plusSeconds(DAY), 7200);

        PayLine line = pay(FRIDAY);
        assertEquals(new PayParts(14_400, 0, 8400, 1800, 0, 1750, 1500, 0), line.parts());
        assertEquals(6000, line.parts().paid());
    }

    @Test
    void roundsEachDaysTimeAndNotEachRun() throws SQLException {
        store(new PayRule(null, new Rounding(Direction.DOWN, 15 * MINUTE), null, Caps.NONE));
        tables.session(student, MONDAY, 20 * MINUTE);
        tables.session(student, MONDAY.plusSeconds(3600), 12 * MINUTE);
        tables.session(student, MONDAY.plusSeconds(DAY), 14 * MINUTE + 59);

        // 20 min are 15; with 12 more they are 32, of which 30 count.
        assertEquals(375, pay(MONDAY.plusSeconds(1800)).amount());
        PayLine rest = pay(FRIDAY);
        assertEquals(375, rest.amount());
        assertEquals(3 * MINUTE - (14 * MINUTE + 59), rest.parts().rounding());
        assertEquals(750, tables.balance(student));

        store(new PayRule(null, new Rounding(Direction.UP, 3600), null, Caps.NONE));
        tables.session(student, FRIDAY, 1);
        assertEquals(1500, pay(FRIDAY.plusSeconds(60)).amount());
    }

    @Test
    void paysTheBonusOnItsDays() throws SQLException {
        Bonus bonus = new Bonus(50_000, LocalDate.of(2026, 10, 13), LocalDate.of(2026, 10, 13));
        store(new PayRule(new Overtime(Window.DAY, 0, 2000), null, bonus, Caps.NONE));
        for (int day = 0; day < 3; day++) {
            tables.session(student, MONDAY.plusSeconds(day * DAY), 1800);
        }

        PayLine line = pay(FRIDAY);
        assertEquals(new PayParts(5400, 0, 0, 5400, 1800, 0, 4500, 150), line.parts());
    }

    /** Sunday the first of November has 25 hours in Los Angeles, and an hour twice. */
    @Test
    void aDayOfTwentyFiveHoursHasThemAll() throws SQLException {
        store(new PayRule(new Overtime(Window.DAY, 24 * 3600, 2000), null, null, Caps.NONE));
        Instant midnight = Instant.parse("2026-11-01T07:00:00Z");
        tables.session(student, midnight.minusSeconds(600), 26 * 3600);

        PayLine line = pay(midnight.plusSeconds(2 * DAY));
        assertEquals(3600, line.parts().overtime());
        assertEquals(
                List.of(600L, 25 * 3600L, 3000L),
                tables.payroll.days(line.id()).stream().map(d -> d.parts().seconds()).toList());
    }

    /** An earlier tap of the week takes overtime from a later line; both are put right. */
    @Test
    void aCorrectionMovesTheOvertimeOfItsWeek() throws SQLException {
        store(new PayRule(new Overtime(Window.WEEK, 3600, 2000), null, null, Caps.NONE));
        tables.session(student, MONDAY, 3600);
        pay(MONDAY.plusSeconds(DAY - 1));
        tables.session(student, MONDAY.plusSeconds(DAY), 3600);
        assertEquals(3000, pay(MONDAY.plusSeconds(2 * DAY)).amount());
        tables.tap(student, "out", MONDAY.plusSeconds(1800));

        PayRun run = tables.rehearse(FRIDAY);
        assertEquals(
                List.of(-750L, -750L),
                tables.differences.corrections(run.id()).stream()
                        .map(PayCorrection::difference)
                        .toList());
        assertEquals(-1500, tables.payroll.estimate(tables.classId, FRIDAY).total());
        tables.payAll(run, 500, FRIDAY);
        assertEquals(1500 - 750 + 3000 - 750, tables.balance(student));
        assertEquals(
                1,
                tables.number(
                        "select count(*) from ledger_entry where description ="
                                + " 'Pay to Wed 14 Oct corrected: earlier time of its week or month"
                                + " changed'"));
    }

    @Test
    void aChangedRuleIsSeenAndKept() throws SQLException {
        PayRule first = new PayRule(null, null, null, new Caps(3600L, null, null));
        store(first);
        tables.session(student, MONDAY, 7200);
        PayRun run = tables.rehearse(FRIDAY);
        assertEquals(
                List.of(first, 1, 1L),
                List.of(run.rule(), run.ruleNumber(), run.settingsVersion()));
        store(new PayRule(null, null, null, new Caps(1800L, null, null)));
        assertEquals("changed", tables.payroll.claim(run.id(), tables.teacher, FRIDAY));
        assertEquals(750, tables.payroll.estimate(tables.classId, FRIDAY).total());

        // The same values are the same rule.
        store(first);
        assertEquals(1, tables.rehearse(FRIDAY).ruleNumber());
        store(PayRule.PLAIN);
        PayRun plain = tables.rehearse(FRIDAY);
        assertTrue(plain.rule().isPlain());
        assertEquals(3000, plain.total());
    }

    /** A newcomer's old taps are paid up to Friday after the others were paid up to Monday. */
    @Test
    void aRunUpToAnEarlierInstantLeavesPaidTimePaid() throws SQLException {
        store(new PayRule(new Overtime(Window.WEEK, 3600, 2000), null, null, Caps.NONE));
        tables.session(student, FRIDAY.minusSeconds(1800), 3600);
        tables.session(student, FRIDAY.plusSeconds(2 * DAY), 3600);
        pay(FRIDAY.plusSeconds(3 * DAY));
        long before = tables.balance(student);
        UUID newcomer = tables.addStudent("Newcomer");
        tables.session(newcomer, MONDAY, 1800);

        PayRun earlier = tables.rehearse(FRIDAY);
        assertEquals(750, earlier.total());
        tables.payAll(earlier, 500, FRIDAY.plusSeconds(4 * DAY));
        assertEquals(0, tables.rehearse(FRIDAY.plusSeconds(5 * DAY)).total());
        store(PayRule.PLAIN);
        assertEquals(0, tables.rehearse(FRIDAY.plusSeconds(5 * DAY)).total());
        assertEquals(before, tables.balance(student));
        assertEquals(750, tables.balance(newcomer));
        assertEquals(
                0,
                tables.number(
                        "select count(*) from payroll_line where run_id = ? and settled",
                        earlier.id()));
    }

    private PayLine pay(Instant through) {
        PayRun run = tables.rehearse(through);
        tables.payAll(run, 500, through);
        PayLine line = tables.payroll.line(run.id(), student).orElseThrow();
        assertEquals(line.amount(), line.parts().amount());
        assertEquals(
                line.amount(),
                tables.payroll.days(line.id()).stream().mapToLong(d -> d.parts().amount()).sum());
        return line;
    }

    private void store(PayRule rule) {
        long seen = tables.settings.of(tables.classId).version();
        PaySettings wanted = new PaySettings(250_000, null, 14, null, null, rule, seen);
        assertTrue(tables.settings.store(tables.school, tables.classId, wanted, MONDAY));
        assertEquals(rule, tables.settings.of(tables.classId).rule());
    }
}
