package org.homeroom.ledger;

/** Where to read on about an entry. */
public record StatementLink(String href, String label) {}
