package org.homeroom.ledger;

/**
 * An entry behind a balance.
 *
 * @param pay null unless the entry is pay for time
 * @param correction null unless the entry corrects earlier pay
 */
public record WhyEntry(EntryRow entry, PayStory pay, CorrectionStory correction) {}
