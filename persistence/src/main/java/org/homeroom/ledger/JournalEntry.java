package org.homeroom.ledger;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * An entry to be posted: postings of one book that sum to zero.
 *
 * @param idempotencyKey unique in the school, built with separators; the same key with the same
 *     content posts once
 * @param kind in lower case with underscores, such as {@code pay}
 * @param description what people read on the statement, at most 255 characters
 * @param actorId who did it; null for the system
 */
public record JournalEntry(
        UUID bookId,
        String idempotencyKey,
        String kind,
        String description,
        Cause cause,
        UUID actorId,
        List<Posting> postings) {

    /**
     * Checks what can be checked without the database.
     *
     * @throws UnbalancedEntry when there are fewer than two postings or they do not sum to zero
     */
    public JournalEntry {
        Objects.requireNonNull(bookId, "bookId");
        Objects.requireNonNull(idempotencyKey, "idempotencyKey");
        Objects.requireNonNull(cause, "cause");
        postings = List.copyOf(postings);
        long sum = 0;
        for (Posting posting : postings) {
            sum = Math.addExact(sum, posting.amount());
        }
        if (postings.size() < 2 || sum != 0) {
            throw new UnbalancedEntry(idempotencyKey, postings.size(), sum);
        }
    }
}
