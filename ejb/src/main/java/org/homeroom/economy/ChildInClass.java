package org.homeroom.economy;

import java.time.LocalDate;
import java.util.List;
import org.homeroom.attendance.SeatNow;
import org.homeroom.banking.Loan;
import org.homeroom.ledger.AccountRow;
import org.homeroom.ledger.EntryRow;
import org.homeroom.roster.ClassRef;

/**
 * A child in one class, as the family sees it.
 *
 * @param checking null for a guardian who sees no money
 * @param savings null when there is none, likewise
 * @param loan what is owed, below zero; null when there is none, likewise
 * @param certificate what is locked; null when there is none, likewise
 * @param due the loan whose instalment is due next; null when there is none, likewise
 * @param latest newest entries of the checking account; none for a guardian who sees none
 * @param monday when the week begins that is looked at
 * @param week its days with time in class, Monday first
 */
public record ChildInClass(
        ClassRef classRef,
        SeatNow seat,
        AccountRow checking,
        AccountRow savings,
        AccountRow loan,
        AccountRow certificate,
        Loan due,
        List<EntryRow> latest,
        LocalDate monday,
        List<WorkedDay> week) {

    /** Returns what is owed of loans, in minor units. */
    public long owed() {
        return loan == null ? 0 : -loan.balance();
    }

    /** Returns what is locked in certificates, in minor units. */
    public long locked() {
        return certificate == null ? 0 : certificate.balance();
    }

    /** Returns the week's time in class in seconds. */
    public long weekSeconds() {
        return week.stream().mapToLong(WorkedDay::seconds).sum();
    }
}
