package org.homeroom.ledger;

/** An entry behind a balance; {@code pay} is null unless the entry is pay for time. */
public record WhyEntry(EntryRow entry, PayStory pay) {}
