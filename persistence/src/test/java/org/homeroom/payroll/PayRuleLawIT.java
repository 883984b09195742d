package org.homeroom.payroll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.homeroom.payroll.PayRule.Bonus;
import org.homeroom.payroll.PayRule.Caps;
import org.homeroom.payroll.PayRule.Direction;
import org.homeroom.payroll.PayRule.Overtime;
import org.homeroom.payroll.PayRule.Rounding;
import org.homeroom.payroll.PayRule.Window;
import org.homeroom.payroll.PayrollTables.Mark;
import org.junit.jupiter.api.Test;

/**
 * The laws of pay under rules, over 1,008 histories around the days on which clocks change: to pay
 * by several runs, with taps corrected and runs taken back in between, comes to what is computed by
 * hand from what stands in the end; without a change of rules also to what one run pays.
 */
class PayRuleLawIT {

    private static final int CLASSES = 24;
    private static final int STUDENTS = 42;
    private static final int RUNS = 2;
    private static final Duration BEFORE = Duration.ofDays(10);
    private static final int SPAN = 20 * 86_400;
    private static final List<String> CHANGES =
            List.of(
                    "America/Los_Angeles 2026-03-08T10:00:00Z",
                    "Europe/Berlin 2026-10-25T01:00:00Z",
                    "Australia/Lord_Howe 2026-04-04T15:00:00Z",
                    "America/Los_Angeles 2026-11-01T09:00:00Z",
                    "Europe/Berlin 2026-03-29T01:00:00Z",
                    "Australia/Lord_Howe 2026-10-03T15:30:00Z");

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private long corrections;

    @Test
    void itDoesNotMatterInHowManyRunsNorWhenTapsAreCorrected() throws SQLException {
        System.out.println("PayRuleLawIT seed " + seed);
        for (int i = 0; i < CLASSES; i++) {
            boolean changing = i >= CLASSES / 4;
            String[] change = CHANGES.get(i % CHANGES.size()).split(" ");
            try (PayrollTables parts = new PayrollTables(STUDENTS);
                    PayrollTables once = new PayrollTables(STUDENTS)) {
                History history = new History(parts, change[0], Instant.parse(change[1]), changing);
                history.payAndCorrect();
                if (!changing) {
                    history.payOnce(once);
                }
                for (int s = 0; s < STUDENTS; s++) {
                    String which = "seed " + seed + ", class " + i + ", student " + s;
                    long paid = parts.balance(parts.students.get(s));
                    assertEquals(history.byHand(parts.students.get(s)), paid, which);
                    if (!changing) {
                        assertEquals(once.balance(once.students.get(s)), paid, which);
                    }
                }
                corrections += parts.number("select count(*) from payroll_correction");
            }
        }
        assertTrue(corrections > 200, "corrections: " + corrections);
    }

    private PayRule rule() {
        Overtime overtime =
                random.nextInt(4) == 0
                        ? null
                        : new Overtime(
                                Window.values()[random.nextInt(3)],
                                random.nextInt(100_000),
                                1000 + random.nextInt(2000));
        Rounding rounding =
                random.nextInt(4) == 0
                        ? null
                        : new Rounding(
                                Direction.values()[random.nextInt(2)],
                                List.of(60, 300, 420, 900, 3600).get(random.nextInt(5)));
        Bonus bonus =
                random.nextBoolean()
                        ? null
                        : new Bonus(
                                1 + random.nextInt(100_000),
                                random.nextBoolean() ? null : LocalDate.of(2026, 3, 8),
                                random.nextBoolean() ? null : LocalDate.of(2026, 10, 26));
        PayRule rule = new PayRule(overtime, rounding, bonus, new Caps(cap(1), cap(3), cap(6)));
        return rule.isPlain() ? rule() : rule;
    }

    private Long cap(int days) {
        return random.nextBoolean() ? null : 1L + random.nextInt(days * 40_000);
    }

    /** A class whose history is paid and corrected by turns. */
    private final class History {

        private final PayrollTables tables;
        private final ZoneId zone;
        private final Instant start;
        private final List<Instant> through = new ArrayList<>();
        private final List<PayRule> rules = new ArrayList<>();
        private final List<Long> rates = new ArrayList<>();
        private final Map<UUID, Mark> counting = new LinkedHashMap<>();
        private final Map<UUID, Mark> removed = new LinkedHashMap<>();
        private final Set<String> taken = new HashSet<>();

        History(PayrollTables tables, String zone, Instant change, boolean changing) {
            this.tables = tables;
            this.zone = ZoneId.of(zone);
            start = change.minus(BEFORE);
            for (int run = 0; run < RUNS; run++) {
                int part = SPAN / RUNS;
                through.add(start.plusSeconds((long) run * part + random.nextInt(part)));
                boolean same = run > 0 && !changing;
                rules.add(same ? rules.get(0) : rule());
                rates.add(same ? rates.get(0) : 100_000L + random.nextInt(900_000));
            }
            through.set(RUNS - 1, start.plusSeconds(SPAN));
        }

        void payAndCorrect() throws SQLException {
            List<Mark> all = new ArrayList<>();
            for (UUID one : tables.students) {
                for (int i = 4 + random.nextInt(16); i > 0; i--) {
                    all.add(any(one));
                }
            }
            all.forEach(mark -> counting.put(mark.id(), mark));
            tables.tapAll(all);
            for (int run = 0; run < RUNS; run++) {
                pay(run, random.nextInt(6) == 0);
                correct();
            }
            // What was corrected last is paid by a run of its own, whatever its rule.
            PayRun rest = tables.rehearse(through.get(RUNS - 1).plusSeconds(1));
            if (rest.studentCount() > 0) {
                tables.payAll(rest, 50, end());
            }
        }

        private void pay(int run, boolean again) throws SQLException {
            settle(tables, rules.get(run), rates.get(run));
            PayRun paid = tables.rehearse(through.get(run));
            if (paid.studentCount() == 0) {
                // Nobody was there yet, which happens once in some thousand histories.
                return;
            }
            tables.payAll(paid, 30, end());
            if (again) {
                tables.payroll.reverse(paid.id(), "Again", tables.teacher, end());
                tables.payAll(tables.rehearse(through.get(run)), 500, end());
            }
        }

        void payOnce(PayrollTables once) throws SQLException {
            once.tapAll(standing(once.students));
            settle(once, rules.get(0), rates.get(0));
            once.payAll(once.rehearse(through.get(RUNS - 1).plusSeconds(1)), 500, end());
        }

        private void settle(PayrollTables where, PayRule rule, long rate) throws SQLException {
            where.run("update roster_class set zone = ? where id = ?", zone.getId(), where.classId);
            long seen = where.settings.of(where.classId).version();
            assertTrue(
                    where.settings.store(
                            where.school,
                            where.classId,
                            new PaySettings(rate, null, 14, null, null, rule, seen),
                            start));
        }

        long byHand(UUID student) {
            List<Mark> marks =
                    counting.values().stream()
                            .filter(mark -> mark.student().equals(student))
                            .sorted(Comparator.comparing(Mark::at))
                            .toList();
            long total = 0;
            for (int run = 0; run < RUNS; run++) {
                PayByHand pay = new PayByHand(rules.get(run), rates.get(run), zone);
                total += pay.worth(marks, through.get(run));
                total -= run == 0 ? 0 : pay.worth(marks, through.get(run - 1));
            }
            PayByHand pay = new PayByHand(rules.get(RUNS - 1), rates.get(RUNS - 1), zone);
            Instant last = through.get(RUNS - 1);
            return total + pay.worth(marks, last.plusSeconds(1)) - pay.worth(marks, last);
        }

        private void correct() throws SQLException {
            List<UUID> back = some(removed);
            List<UUID> away = some(counting);
            List<Mark> added = new ArrayList<>();
            for (UUID one : tables.students) {
                if (random.nextBoolean()) {
                    added.add(any(one));
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
            marks.keySet().stream().filter(id -> random.nextInt(8) == 0).forEach(chosen::add);
            return chosen;
        }

        private List<Mark> standing(List<UUID> others) {
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

        private Mark any(UUID one) {
            Instant at;
            do {
                at = start.plusSeconds(random.nextInt(SPAN));
            } while (!taken.add(one + " " + at));
            return new Mark(UUID.randomUUID(), one, random.nextInt(5) < 2 ? "in" : "out", at);
        }

        private Instant end() {
            return through.get(RUNS - 1).plusSeconds(2);
        }
    }
}
