package org.homeroom.ledger;

/**
 * An entry's place in the school's sealed chain.
 *
 * @param digest SHA-256 over this and all entries before it, in hexadecimal
 */
public record EntrySeal(long position, String digest) {}
