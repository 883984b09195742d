package org.homeroom.roster;

/**
 * Find my seat. All values are as the pupil typed them.
 *
 * @param birthDate year-month-day or month/day/year
 * @param firstName null unless two seats look alike, as those of twins do
 */
public record ClaimSeat(
        String joinCode,
        String firstInitial,
        String lastName,
        String birthDate,
        String firstName) {}
