package org.homeroom.ledger;

import java.time.LocalDate;

/**
 * What a class's students held together when a day ended.
 *
 * @param made what came to them that day, in minor units
 * @param taken what went from them that day, in minor units, not negative
 * @param held all they had then, in minor units
 */
public record SupplyDay(LocalDate day, long made, long taken, long held) {}
