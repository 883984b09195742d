package org.homeroom.ledger;

/**
 * A term of the sum behind a balance.
 *
 * @param op the sign before it; empty for the first
 * @param amount without a sign, but for a negative first or last one
 * @param href the rows behind it
 * @param sum true for the result
 */
public record StatementTerm(String op, String amount, String label, String href, boolean sum) {}
