package org.homeroom.banking;

import jakarta.annotation.Nullable;

/**
 * What a loan would cost the student who asks.
 *
 * @param against the sentence why it would be refused; null when nothing speaks against it
 */
public record LoanOffer(
        BankProduct product, long amount, LoanQuote quote, @Nullable String against) {}
