package org.homeroom.payroll;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.homeroom.payroll.PayRule.Direction;
import org.homeroom.payroll.PayrollTables.Mark;

/** Computes pay under a rule as one would by hand: second by second, day by day, from the start. */
final class PayByHand {

    private final PayRule rule;
    private final long rate;
    private final ZoneId zone;

    PayByHand(PayRule rule, long rate, ZoneId zone) {
        this.rule = rule;
        this.rate = rate;
        this.zone = zone;
    }

    /** Returns what all time up to the instant is worth, in hundredths. */
    long worth(List<Mark> inOrder, Instant through) {
        long total = 0;
        LocalDate week = LocalDate.MIN;
        LocalDate month = LocalDate.MIN;
        long weekPaid = 0;
        long monthPaid = 0;
        for (var entry : days(inOrder, through).entrySet()) {
            LocalDate day = entry.getKey();
            LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            weekPaid = monday.equals(week) ? weekPaid : 0;
            monthPaid = day.withDayOfMonth(1).equals(month) ? monthPaid : 0;
            week = monday;
            month = day.withDayOfMonth(1);
            long paid = rounded(entry.getValue());
            paid = capped(paid, rule.caps().day(), 0);
            paid = capped(paid, rule.caps().week(), weekPaid);
            paid = capped(paid, rule.caps().month(), monthPaid);
            total += ofDay(day, paid, weekPaid, monthPaid);
            weekPaid += paid;
            monthPaid += paid;
        }
        return total;
    }

    private long ofDay(LocalDate day, long paid, long weekPaid, long monthPaid) {
        long over = 0;
        long total = 0;
        if (rule.overtime() != null) {
            long before =
                    switch (rule.overtime().per()) {
                        case DAY -> 0;
                        case WEEK -> weekPaid;
                        case MONTH -> monthPaid;
                    };
            long after = rule.overtime().afterSeconds();
            over = Math.max(0, before + paid - after) - Math.max(0, before - after);
            total += cents(over, rate * rule.overtime().thousandths());
        }
        total += cents(paid - over, rate * 1000);
        PayRule.Bonus bonus = rule.bonus();
        if (bonus != null
                && (bonus.from() == null || !day.isBefore(bonus.from()))
                && (bonus.to() == null || !day.isAfter(bonus.to()))) {
            total += cents(paid, bonus.microsPerMinute() * 1000);
        }
        return total;
    }

    private static long cents(long seconds, long thousandthMicros) {
        return (seconds * thousandthMicros + 300_000_000) / 600_000_000;
    }

    private static long capped(long seconds, Long cap, long before) {
        return cap == null ? seconds : Math.min(seconds, cap - before);
    }

    private long rounded(long seconds) {
        if (rule.rounding() == null) {
            return seconds;
        }
        long unit = rule.rounding().unitSeconds();
        long down = seconds - seconds % unit;
        return rule.rounding().direction() == Direction.UP && down < seconds ? down + unit : down;
    }

    private NavigableMap<LocalDate, Long> days(List<Mark> inOrder, Instant through) {
        NavigableMap<LocalDate, Long> days = new TreeMap<>();
        Instant in = null;
        for (Mark mark : inOrder) {
            if (mark.at().isAfter(through)) {
                break;
            }
            if (mark.action().equals("in")) {
                in = in == null ? mark.at() : in;
            } else if (in != null) {
                add(days, in, mark.at());
                in = null;
            }
        }
        if (in != null) {
            add(days, in, through);
        }
        return days;
    }

    private void add(NavigableMap<LocalDate, Long> days, Instant from, Instant to) {
        Instant begins = from;
        while (begins.isBefore(to)) {
            LocalDate day = LocalDate.ofInstant(begins, zone);
            Instant midnight = day.plusDays(1).atStartOfDay(zone).toInstant();
            Instant ends = midnight.isBefore(to) ? midnight : to;
            days.merge(day, ends.getEpochSecond() - begins.getEpochSecond(), Long::sum);
            begins = ends;
        }
    }
}
