package org.homeroom.ledger;

import java.util.UUID;

/**
 * An account with what it holds now.
 *
 * @param bookId the book, which is the class for class tokens
 * @param classId null for a book that is no class's
 * @param kind {@code checking}, {@code savings}, {@code pay_expense} and so on
 * @param ownerId the person; null for an account of the class
 * @param ownerName such as {@code Wanjiru M.}; null for an account of the class
 * @param balance in minor units, as a person sees it
 * @param held set aside for now, in minor units
 * @param version number of postings so far; 0 for an account without a running balance
 */
public record AccountRow(
        UUID id,
        UUID bookId,
        UUID classId,
        String kind,
        UUID ownerId,
        String ownerName,
        String currency,
        boolean tracked,
        long balance,
        long held,
        long version) {

    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    /** Returns what may be spent, in minor units: the balance without what is set aside. */
    public long available() {
        return balance - held;
    }

    /**
     * Tells whether a cursor may be one of this account's entries: a version where there is a
     * running balance, else a transaction and an entry.
     */
    public boolean gave(String cursor) {
        return cursor.matches(tracked ? "\\d{1,18}" : "\\d{1,18}_" + ID);
    }
}
