package org.homeroom.ledger;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * Why a balance is what it is: opening plus all terms is the closing balance (ui.md principle 2).
 *
 * @param zone in which the class counts days
 * @param from where the period begins; null for the account's whole life
 * @param to where the period ends; null for now
 * @param opening the balance when it began, in minor units
 * @param closing the balance when it ended, in minor units
 * @param entries behind the terms, newest first
 */
public record Why(
        AccountRow account,
        ZoneId zone,
        Instant from,
        Instant to,
        long opening,
        long closing,
        List<WhyTerm> terms,
        List<WhyEntry> entries) {}
