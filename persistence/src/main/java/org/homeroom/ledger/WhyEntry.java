package org.homeroom.ledger;

/**
 * An entry behind a balance.
 *
 * @param origin who and what is behind it
 * @param pay null unless the entry is pay for time
 * @param correction null unless the entry corrects earlier pay for time
 * @param marks null unless the entry is pay for marks of days, or corrects it
 */
public record WhyEntry(
        EntryRow entry,
        EntryOrigin origin,
        PayStory pay,
        CorrectionStory correction,
        MarkStory marks) {}
