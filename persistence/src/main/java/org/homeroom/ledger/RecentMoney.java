package org.homeroom.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a person has in a class, and how the last while led there.
 *
 * @param accountId the checking account, which pay goes to
 * @param balance of the checking account in minor units
 * @param savings in minor units, 0 without savings
 * @param owed of loans, in minor units, 0 without a loan
 * @param locked in certificates, in minor units, 0 without one
 * @param from when the while began
 * @param movements of the checking account since then, newest first
 */
public record RecentMoney(
        UUID accountId,
        long balance,
        long savings,
        long owed,
        long locked,
        Instant from,
        List<Movement> movements) {

    /** Returns the checking account's balance when the while began, in minor units. */
    public long opening() {
        return balance - movements.stream().mapToLong(Movement::amount).sum();
    }
}
