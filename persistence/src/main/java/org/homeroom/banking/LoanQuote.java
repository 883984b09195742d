package org.homeroom.banking;

import jakarta.annotation.Nullable;
import java.time.Instant;

/**
 * What a loan would cost a student, and what speaks for or against it. Amounts are minor units.
 *
 * @param instalment the largest of its weeks
 * @param interest of all weeks
 * @param income of a week of perfect attendance
 * @param others instalments of a week that the student pays already
 * @param negativeSince since when the student owes more than they have; null when they do not
 * @param cycleDays days from pay to pay
 */
public record LoanQuote(
        long instalment,
        long interest,
        long income,
        long others,
        @Nullable Instant negativeSince,
        int cycleDays) {}
