package org.homeroom.ledger;

import java.time.Instant;
import java.util.List;

/**
 * Why a balance is what it is: opening plus all terms is the balance (ui.md principle 2).
 *
 * @param from where the period begins; null for the account's whole life
 * @param opening the balance when it began, in minor units
 */
public record Why(AccountRow account, Instant from, long opening, List<WhyTerm> terms) {}
