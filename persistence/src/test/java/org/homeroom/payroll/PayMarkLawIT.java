package org.homeroom.payroll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.homeroom.payroll.PayRule.Caps;
import org.homeroom.payroll.PayRule.MarkPay;
import org.homeroom.payroll.PayrollTables.DayMark;
import org.junit.jupiter.api.Test;

/**
 * The laws of marks that pay, over 1,000 histories: to take and correct marks between runs, late
 * and again, with rules and rates that change and runs that are taken back, comes to what the marks
 * that stand in the end are paid when they were so from the beginning, and to what is computed by
 * hand.
 */
class PayMarkLawIT {

    private static final int CLASSES = 20;
    private static final int STUDENTS = 50;
    private static final int RUNS = 2;
    private static final int DAYS = 12;
    private static final LocalDate FIRST = LocalDate.of(2026, 10, 19);
    private static final Instant DONE = Instant.parse("2026-12-01T00:00:00Z");
    private static final List<String> MARKS = List.of("present", "late", "excused", "absent");
    private static final List<String> ZONES =
            List.of("America/Los_Angeles", "Europe/Berlin", "Pacific/Auckland");
    private static final long HALF_HOUR = 1800;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private long less;
    private long more;

    @Test
    void correctThenRecomputeEqualsComputeFromCorrected() throws SQLException {
        System.out.println("PayMarkLawIT seed " + seed);
        for (int i = 0; i < CLASSES; i++) {
            try (PayrollTables corrected = new PayrollTables(STUDENTS);
                    PayrollTables asIs = new PayrollTables(STUDENTS)) {
                History history = new History(ZoneId.of(ZONES.get(i % ZONES.size())));
                history.payAndCorrect(corrected);
                history.payOnce(asIs);
                for (int s = 0; s < STUDENTS; s++) {
                    String which = "seed " + seed + ", class " + i + ", student " + s;
                    long paid = corrected.balance(corrected.students.get(s));
                    assertEquals(asIs.balance(asIs.students.get(s)), paid, which);
                    assertEquals(history.byHand(s), paid, which);
                }
                corrected.run("set constraints all immediate");
                less += corrected.number(count("<"));
                more += corrected.number(count(">"));
            }
        }
        assertTrue(less > 200 && more > 200, "corrections: " + less + " down, " + more + " up");
    }

    private static String count(String sign) {
        return "select count(*) from payroll_correction where mark_before is not null"
                + " and amount_after "
                + sign
                + " amount_before";
    }

    /** What stands in the end, and the terms of each run. */
    private final class History {

        private final ZoneId zone;
        private final List<Instant> through = new ArrayList<>();
        private final List<PayRule> rules = new ArrayList<>();
        private final List<Long> rates = new ArrayList<>();
        private final Map<Integer, Map<LocalDate, String>> standing = new HashMap<>();

        History(ZoneId zone) {
            this.zone = zone;
            int part = DAYS * 86_400 / RUNS;
            Instant start = FIRST.atStartOfDay(zone).toInstant();
            for (int run = 0; run < RUNS; run++) {
                int within = 7200 + random.nextInt(part - 7200);
                through.add(start.plusSeconds((long) run * part + within));
                rules.add(rule());
                rates.add(100_000L + random.nextInt(900_000));
            }
            // The last one pays the rest.
            through.add(start.plus(Duration.ofDays(DAYS + 1)));
            rules.add(rule());
            rates.add(100_000L + random.nextInt(900_000));
        }

        private PayRule rule() {
            MarkPay marks =
                    new MarkPay(
                            minutes(),
                            minutes(),
                            minutes(),
                            random.nextInt(3) == 0 ? minutes() : 0,
                            FIRST.plusDays(random.nextInt(3)));
            boolean off = random.nextInt(6) == 0 || !marks.isOn();
            return new PayRule(null, null, null, Caps.NONE, off ? null : marks);
        }

        private int minutes() {
            return random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(90);
        }

        void payAndCorrect(PayrollTables tables) throws SQLException {
            begin(tables);
            for (int run = 0; run <= RUNS; run++) {
                // Whatever day it is: taken early, late or again.
                change(tables, run);
                if (run == RUNS) {
                    tables.mark(missing(tables), at(run));
                }
                pay(tables, run);
            }
        }

        private void change(PayrollTables tables, int run) throws SQLException {
            List<DayMark> changed = new ArrayList<>();
            for (int s = 0; s < STUDENTS; s++) {
                for (int i = random.nextInt(8); i > 0; i--) {
                    LocalDate day = FIRST.plusDays(random.nextInt(DAYS));
                    String mark = MARKS.get(random.nextInt(MARKS.size()));
                    UUID student = tables.students.get(s);
                    changed.removeIf(one -> one.student().equals(student) && one.day().equals(day));
                    changed.add(new DayMark(student, day, mark));
                    standing.computeIfAbsent(s, any -> new HashMap<>()).put(day, mark);
                }
            }
            tables.mark(changed, at(run));
        }

        /** Some days that nobody marked so far. */
        private List<DayMark> missing(PayrollTables tables) {
            List<DayMark> given = new ArrayList<>();
            for (int s = 0; s < STUDENTS; s++) {
                Map<LocalDate, String> marks = standing.computeIfAbsent(s, any -> new HashMap<>());
                LocalDate day = FIRST.plusDays(random.nextInt(DAYS));
                if (marks.putIfAbsent(day, "present") == null) {
                    given.add(new DayMark(tables.students.get(s), day, "present"));
                }
            }
            return given;
        }

        private void pay(PayrollTables tables, int run) throws SQLException {
            settle(tables, run);
            PayRun paid = tables.rehearse(through.get(run));
            List<Long> before = balances(tables);
            tables.payroll.claim(paid.id(), tables.teacher, at(run));
            // A chunk that is tried again pays nobody again.
            List<UUID> some = tables.payroll.unpaid(paid.id(), null, 40);
            tables.payroll.pay(paid.id(), some);
            tables.payroll.payCorrections(paid.id(), some);
            assertEquals(List.of(), tables.payroll.pay(paid.id(), some));
            assertEquals(List.of(), tables.payroll.payCorrections(paid.id(), some));
            tables.payRest(paid, 60, at(run));
            assertEquals(paid.total(), tables.payroll.run(paid.id()).orElseThrow().paidTotal());
            if (random.nextInt(3) == 0) {
                assertEquals(
                        "reversed",
                        tables.payroll.reverse(paid.id(), "Again", tables.teacher, at(run)));
                assertEquals(before, balances(tables), "seed " + seed);
                PayRun again = tables.rehearse(through.get(run));
                assertEquals(paid.total(), again.total(), "seed " + seed);
                tables.payAll(again, 500, at(run));
            }
            if (run == RUNS) {
                assertEquals(0, tables.rehearse(through.get(run)).total(), "seed " + seed);
            }
        }

        void payOnce(PayrollTables tables) throws SQLException {
            begin(tables);
            List<DayMark> marks = new ArrayList<>();
            standing.forEach(
                    (s, days) ->
                            days.forEach(
                                    (day, mark) ->
                                            marks.add(
                                                    new DayMark(
                                                            tables.students.get(s), day, mark))));
            tables.mark(marks, at(0));
            for (int run = 0; run <= RUNS; run++) {
                settle(tables, run);
                tables.payAll(tables.rehearse(through.get(run)), 500, at(run));
            }
        }

        // A run that pays nobody is none; one student always has time.
        private void begin(PayrollTables tables) throws SQLException {
            tables.run(
                    "update roster_class set zone = ? where id = ?", zone.getId(), tables.classId);
            for (Instant end : through) {
                tables.session(tables.students.get(0), end.minusSeconds(HALF_HOUR), HALF_HOUR);
            }
        }

        private void settle(PayrollTables tables, int run) {
            tables.settle(rules.get(run), rates.get(run));
        }

        long byHand(int s) {
            long total = 0;
            for (int run = 0; s == 0 && run <= RUNS; run++) {
                total += time(run);
            }
            for (Map.Entry<LocalDate, String> one : standing.getOrDefault(s, Map.of()).entrySet()) {
                int run = 0;
                while (LocalDate.ofInstant(through.get(run), zone).isBefore(one.getKey())) {
                    run++;
                }
                total +=
                        PaySettings.amount(
                                60L * worth(rules.get(run).marks(), one.getKey(), one.getValue()),
                                rates.get(run));
            }
            return total;
        }

        // Under a rule each day of the class's zone is rounded; a session may have two.
        private long time(int run) {
            Instant end = through.get(run);
            long late =
                    Duration.between(
                                    LocalDate.ofInstant(end, zone).atStartOfDay(zone).toInstant(),
                                    end)
                            .toSeconds();
            long today = Math.min(late, HALF_HOUR);
            return rules.get(run).isPlain()
                    ? PaySettings.amount(HALF_HOUR, rates.get(run))
                    : PaySettings.amount(today, rates.get(run))
                            + PaySettings.amount(HALF_HOUR - today, rates.get(run));
        }

        private int worth(MarkPay marks, LocalDate day, String mark) {
            if (marks == null || day.isBefore(marks.from())) {
                return 0;
            }
            return switch (mark) {
                case "present" -> marks.present();
                case "late" -> marks.late();
                case "excused" -> marks.excused();
                default -> marks.absent();
            };
        }

        private List<Long> balances(PayrollTables tables) {
            return PayrollSql.list(
                    tables.payroll.database,
                    "select balance from ledger_account where book_id = ? and owner_id is not null"
                            + " order by owner_id",
                    row -> row.getLong(1),
                    tables.classId);
        }

        private Instant at(int run) {
            return DONE.plusSeconds(run);
        }
    }
}
