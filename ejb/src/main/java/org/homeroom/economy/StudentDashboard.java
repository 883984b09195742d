package org.homeroom.economy;

import java.time.LocalDate;
import org.homeroom.attendance.SeatNow;
import org.homeroom.banking.Loan;
import org.homeroom.ledger.RecentMoney;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RecoveryAsked;

/**
 * A student in one class.
 *
 * @param money what the student has, and what moved in the last weeks
 * @param nextPayDate in the class's zone; null while none is set
 * @param due the loan whose instalment is due next; null without one
 * @param asked which teacher asks the student for help, null for none
 */
public record StudentDashboard(
        ClassRef classRef,
        SeatNow seat,
        RecentMoney money,
        LocalDate nextPayDate,
        Loan due,
        RecoveryAsked asked) {}
