package org.homeroom.ledger;

import java.util.UUID;
import org.homeroom.kernel.Money;

/**
 * A student's money was moved by somebody else. Fired inside the transaction; observe it after
 * success.
 *
 * @param kind of the entry
 * @param amount negative when it was taken
 * @param text what the statement says
 */
public record MoneyMoved(
        UUID schoolId,
        UUID classId,
        UUID studentId,
        UUID entryId,
        String kind,
        Money amount,
        String text) {}
