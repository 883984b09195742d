package org.homeroom.ledger;

/**
 * How far a book is sealed.
 *
 * @param entries how many it has
 * @param sealed how many of them are in the school's sealed chain
 */
public record BookState(long entries, long sealed) {}
