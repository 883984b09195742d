package org.homeroom.ledger;

import java.util.List;

/**
 * All entries of one kind behind a balance, as one term of its sum.
 *
 * @param amount their sum in minor units
 * @param count how many there are
 * @param entries the newest of them, newest first
 */
public record WhyTerm(String kind, long amount, long count, List<WhyEntry> entries) {}
