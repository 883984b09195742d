package org.homeroom.payroll;

/**
 * By what a class may be paid.
 *
 * @param own the class's own pay days
 * @param schedule the school's, {@link PaySchedule#NONE} when it has none
 */
public record PayDates(PayCalendar own, PaySchedule schedule) {}
