package org.homeroom.ledger;

import java.util.List;
import org.homeroom.roster.ClassRef;

/**
 * All books of the school.
 *
 * @param books of its classes, by period
 * @param proof how far the school's chain reaches and what the newest proof found
 */
public record SchoolBooks(List<OfClass> books, ProofState proof) {

    /** One class with what its book comes to. */
    public record OfClass(ClassRef classRef, BookTotal total) {}

    /** Returns what all accounts below zero come to, in minor units. */
    public long debit() {
        return books.stream().mapToLong(one -> one.total().debit()).sum();
    }

    /** Returns what all others come to, in minor units. */
    public long credit() {
        return books.stream().mapToLong(one -> one.total().credit()).sum();
    }
}
