package org.homeroom.ledger;

import java.util.List;
import org.homeroom.roster.ClassRef;

/**
 * The books of a class as a trial balance.
 *
 * @param accounts the class's own first, then by student
 * @param state how far they are sealed
 * @param proof what is known of the school's chain
 */
public record ClassBooks(
        ClassRef classRef, List<AccountRow> accounts, BookState state, ProofState proof) {

    /**
     * Returns the sum of the accounts that hold less than nothing, in minor units, not negative.
     */
    public long debit() {
        return -accounts.stream().mapToLong(one -> Math.min(0, one.balance())).sum();
    }

    /** Returns the sum of the accounts that hold something, in minor units. */
    public long credit() {
        return accounts.stream().mapToLong(one -> Math.max(0, one.balance())).sum();
    }

    /** Tells whether both sides come to the same. */
    public boolean isBalanced() {
        return debit() == credit();
    }

    /** Returns what the students have together, in minor units. */
    public long supply() {
        return accounts.stream()
                .filter(one -> one.ownerId() != null)
                .mapToLong(AccountRow::balance)
                .sum();
    }
}
