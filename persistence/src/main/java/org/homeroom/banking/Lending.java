package org.homeroom.banking;

/**
 * What a class's bank lends by (domain/economy.md 11.1, 11.2).
 *
 * @param loans students may ask for loans
 * @param approvesUpTo loans up to this, in minor units, are paid out at once; 0 for none
 * @param expectedWeeklyMinutes of the class's settings of pay: what a week's income is reckoned
 *     with
 * @param inflationMicros of a year, in millionths; certificates pay their rate on top
 * @param version 0 for a class that never set anything
 */
public record Lending(
        boolean loans,
        long approvesUpTo,
        int expectedWeeklyMinutes,
        long inflationMicros,
        long version) {}
