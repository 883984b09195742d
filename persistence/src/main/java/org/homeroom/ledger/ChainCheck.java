package org.homeroom.ledger;

/**
 * How far the chain was recomputed.
 *
 * @param digest SHA-256 at that position; null before the first
 * @param breach the first break in words, or null
 */
public record ChainCheck(long reached, byte[] digest, String breach) {}
