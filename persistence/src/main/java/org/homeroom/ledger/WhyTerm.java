package org.homeroom.ledger;

/**
 * All entries of one kind behind a balance, as one term of its sum.
 *
 * @param amount their sum in minor units
 * @param count how many there are
 */
public record WhyTerm(String kind, long amount, long count) {}
