package org.homeroom.economy;

/**
 * A student of a class as a table for spreadsheets has it; amounts in minor units of the class's
 * currency.
 *
 * @param block the class's period
 * @param earnings what pay, rewards, bonuses, interest and payments have brought so far
 * @param complete whether the student has chosen PIN and passphrase
 */
public record StudentLine(
        String firstName,
        String lastInitial,
        String block,
        String currency,
        long checking,
        long savings,
        long earnings,
        boolean complete) {}
