package org.homeroom.ledger;

import java.time.LocalDate;

/**
 * What came to a person and went in a week or a month.
 *
 * @param begin its first day
 * @param earned in minor units
 * @param spent in minor units, not negative
 */
public record MoneyFlow(LocalDate begin, long earned, long spent) {}
