package org.homeroom.ledger;

import java.time.Instant;

/** Which rows of a statement: from inclusive, to exclusive, one kind; null sets no bound. */
public record Period(Instant from, Instant to, String kind) {

    /** The account's whole life. */
    public static final Period ALL = new Period(null, null, null);
}
