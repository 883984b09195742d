package org.homeroom.ledger;

import java.util.Objects;
import java.util.UUID;

/**
 * One line of a journal entry.
 *
 * @param amount in minor units, never zero; positive increases a person's account
 */
public record Posting(UUID accountId, long amount) {

    public Posting {
        Objects.requireNonNull(accountId, "accountId");
        if (amount == 0) {
            throw new IllegalArgumentException("a posting moves something");
        }
    }
}
