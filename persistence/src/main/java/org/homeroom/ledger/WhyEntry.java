package org.homeroom.ledger;

/**
 * An entry behind a balance.
 *
 * @param origin who and what is behind it
 * @param pay null unless the entry is pay for time
 * @param correction null unless the entry corrects earlier pay
 */
public record WhyEntry(
        EntryRow entry, EntryOrigin origin, PayStory pay, CorrectionStory correction) {}
