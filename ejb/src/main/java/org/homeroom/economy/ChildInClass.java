package org.homeroom.economy;

import java.time.LocalDate;
import java.util.List;
import org.homeroom.attendance.SeatNow;
import org.homeroom.ledger.AccountRow;
import org.homeroom.ledger.EntryRow;
import org.homeroom.roster.ClassRef;

/**
 * A child in one class, as the family sees it.
 *
 * @param checking null for a guardian who sees no money
 * @param savings null when there is none, likewise
 * @param latest newest entries of the checking account; none for a guardian who sees none
 * @param monday when the week begins that is looked at
 * @param week its days with time in class, Monday first
 */
public record ChildInClass(
        ClassRef classRef,
        SeatNow seat,
        AccountRow checking,
        AccountRow savings,
        List<EntryRow> latest,
        LocalDate monday,
        List<WorkedDay> week) {

    /** Returns the week's time in class in seconds. */
    public long weekSeconds() {
        return week.stream().mapToLong(WorkedDay::seconds).sum();
    }
}
