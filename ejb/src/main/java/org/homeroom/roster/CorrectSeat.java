package org.homeroom.roster;

/**
 * What was wrong with a seat that nobody has claimed; null or blank stays as it is.
 *
 * @param dateOfBirth month/day/year or year-month-day
 */
public record CorrectSeat(String firstName, String lastName, String dateOfBirth) {}
