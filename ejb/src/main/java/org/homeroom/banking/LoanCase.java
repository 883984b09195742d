package org.homeroom.banking;

import jakarta.annotation.Nullable;

/**
 * What a teacher decides a loan by. Amounts are minor units.
 *
 * @param mostAWeek the instalments of a week that the student's income bears
 * @param balance what the student has in checking
 * @param against the sentence why it would be refused; null when nothing speaks against it
 */
public record LoanCase(LoanQuote quote, long mostAWeek, long balance, @Nullable String against) {

    /** Returns the instalments of a week with this loan. */
    public long aWeek() {
        return quote.instalment() + quote.others();
    }
}
