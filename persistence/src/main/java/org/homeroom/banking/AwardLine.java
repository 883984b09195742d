package org.homeroom.banking;

import java.util.UUID;

/**
 * What a reward, fine or payment would do to one student now. Amounts are minor units.
 *
 * @param amount negative when it would be taken
 * @param holds what the account holds, with what is set aside
 * @param held what is set aside of it
 * @param spare what is in savings
 * @param outcome {@code posted}, {@code covered} by savings, {@code overdrawn} or {@code short}
 */
public record AwardLine(
        UUID studentId,
        long amount,
        long holds,
        long held,
        long spare,
        long overdraftFee,
        String outcome) {

    /** Tells whether the student has too little, so that nobody's money would move. */
    public boolean isShort() {
        return outcome.equals("short");
    }

    /** Returns what would come out of savings first. */
    public long fromSavings() {
        return outcome.equals("covered") ? held - holds - amount : 0;
    }

    /** Returns what going below zero would cost. */
    public long fee() {
        return outcome.equals("overdrawn") ? overdraftFee : 0;
    }

    /** Returns what the account would hold; what it holds when nothing can be taken. */
    public long after() {
        return isShort() ? holds : holds + amount + fromSavings() - fee();
    }
}
