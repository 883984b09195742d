package org.homeroom.tenancy;

import java.time.LocalDate;

/**
 * Writes a term or a holiday into the calendar.
 *
 * @param kind {@code term} or {@code holiday}
 * @param last the last day, which belongs to it; null for one day
 */
public record AddSpan(String kind, String name, LocalDate first, LocalDate last) {}
