package org.homeroom.ledger;

/**
 * A line of the trial balance.
 *
 * @param accountKind such as {@code checking}
 * @param accounts how many there are
 * @param balance their sum in minor units; all lines of a currency sum to zero
 */
public record BalanceTotal(String currency, String accountKind, long accounts, long balance) {}
