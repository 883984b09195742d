package org.homeroom.ledger;

import java.util.UUID;

/**
 * What one book of the school comes to, in minor units.
 *
 * @param debit of the accounts below zero, not negative
 * @param credit of the others; the same as debit
 */
public record BookTotal(UUID bookId, String currency, long accounts, long debit, long credit) {}
