package org.homeroom.ledger;

/**
 * What an account held when a period ended.
 *
 * @param account as it is now
 * @param balance as it was then, in minor units
 */
public record ClosingBalance(AccountRow account, long balance) {}
