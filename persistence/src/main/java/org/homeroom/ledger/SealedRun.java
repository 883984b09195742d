package org.homeroom.ledger;

/** How many entries a sealing took, and the head it left: position and SHA-256 in hexadecimal. */
public record SealedRun(int sealed, long position, String digest) {}
