package org.homeroom.economy;

import java.time.LocalDate;
import java.util.List;
import org.homeroom.attendance.SeatNow;
import org.homeroom.ledger.MoneyFlow;
import org.homeroom.payroll.PaySettings;
import org.homeroom.roster.ClassRef;

/**
 * A week of a student, Monday to Sunday of the opened class's zone (domain/economy.md 17).
 *
 * @param classRef the opened class
 * @param classes all of the student's
 * @param stays time in all classes, in order, cut at midnight
 * @param seat where the student stands in the opened class
 * @param weeks money in the opened class, this week the last
 * @param months as the weeks
 */
public record StudentWeek(
        ClassRef classRef,
        List<ClassRef> classes,
        LocalDate monday,
        LocalDate today,
        List<Stay> stays,
        SeatNow seat,
        List<MoneyFlow> weeks,
        List<MoneyFlow> months,
        PaySettings pay,
        LocalDate nextPayDate) {

    /** Returns the time of a day, in seconds. */
    public long seconds(LocalDate day) {
        return stays.stream().filter(stay -> stay.day().equals(day)).mapToLong(Stay::seconds).sum();
    }

    /** Returns the time of the week, the open session included, in seconds. */
    public long seconds() {
        return stays.stream().mapToLong(Stay::seconds).sum();
    }

    /** Returns on how many days the student was in class. */
    public long days() {
        return stays.stream().map(Stay::day).distinct().count();
    }

    /** Tells whether today is in the week. */
    public boolean isThisWeek() {
        return !today.isBefore(monday) && today.isBefore(monday.plusWeeks(1));
    }
}
