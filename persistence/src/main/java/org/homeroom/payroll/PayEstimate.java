package org.homeroom.payroll;

/**
 * What a run would pay now.
 *
 * @param students students with unpaid time
 * @param total minor units
 */
public record PayEstimate(int students, long seconds, long total) {}
