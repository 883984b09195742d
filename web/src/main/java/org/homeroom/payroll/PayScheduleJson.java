package org.homeroom.payroll;

import jakarta.annotation.Nullable;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * When all classes are paid by themselves, on the wire.
 *
 * @param frequencyDays days between pay days; 14 when left out
 * @param paysAt in each class's zone, such as 16:30; null: switched off
 * @param overrules whether it holds for those too that have pay days of their own
 */
public record PayScheduleJson(
        @Nullable Integer frequencyDays,
        @Nullable LocalDate firstPayDate,
        @Nullable LocalTime paysAt,
        @Nullable Boolean overrules) {

    static PayScheduleJson of(PaySchedule schedule) {
        PayCalendar calendar = schedule.calendar();
        return new PayScheduleJson(
                calendar.frequencyDays(), calendar.first(), calendar.at(), schedule.overrules());
    }

    PaySchedule over(long version) {
        int usual = PaySchedule.NONE.calendar().frequencyDays();
        return new PaySchedule(
                new PayCalendar(
                        frequencyDays == null ? usual : frequencyDays, firstPayDate, paysAt),
                Boolean.TRUE.equals(overrules),
                null,
                version);
    }
}
