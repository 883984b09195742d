package org.homeroom.economy;

/**
 * A term of the sum that leads to the balance.
 *
 * @param op the sign before it; empty for the first
 * @param amount as money, without the sign when {@code op} carries it
 * @param href the rows behind it
 * @param total true for the result
 */
public record SumTerm(String op, String amount, String label, String href, boolean total) {}
