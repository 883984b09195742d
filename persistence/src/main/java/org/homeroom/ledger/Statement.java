package org.homeroom.ledger;

import java.time.ZoneId;
import java.util.List;

/**
 * An account over a period. Without a filter of kind it proves itself: the opening balance plus the
 * amounts is each row's balance, and the last one is the closing balance.
 *
 * @param zone in which the class counts days
 * @param rows newest first
 * @param opening in minor units
 * @param closing in minor units
 */
public record Statement(
        AccountRow account,
        ZoneId zone,
        Period period,
        long opening,
        long closing,
        List<EntryRow> rows) {}
