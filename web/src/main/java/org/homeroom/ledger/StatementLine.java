package org.homeroom.ledger;

import java.util.List;

/**
 * A row of a statement as people read it.
 *
 * @param anchor where a link to it leads
 * @param amount with its sign
 * @param after the balance it left
 * @param story how it came about, sentence by sentence
 * @param taps address of the page that lists the taps behind pay; null for other entries
 * @param links where to read on about what is behind it
 * @param entry address of the page that takes it back; null for who does not run the class
 * @param other anchor of the entry that it takes back or was taken back by; null without one
 */
public record StatementLine(
        String anchor,
        String what,
        String note,
        String amount,
        String after,
        List<String> story,
        String taps,
        List<StatementLink> links,
        String entry,
        String other) {}
