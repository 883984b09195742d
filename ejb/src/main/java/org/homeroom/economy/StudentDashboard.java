package org.homeroom.economy;

import java.time.LocalDate;
import org.homeroom.attendance.SeatNow;
import org.homeroom.ledger.AccountRow;
import org.homeroom.ledger.Statement;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RecoveryAsked;

/**
 * A student in one class.
 *
 * @param checking the account that pay goes to
 * @param savings null when there is none
 * @param recent the last weeks of the checking account
 * @param nextPayDate in the class's zone
 * @param asked which teacher asks the student for help, null for none
 */
public record StudentDashboard(
        ClassRef classRef,
        SeatNow seat,
        AccountRow checking,
        AccountRow savings,
        Statement recent,
        LocalDate nextPayDate,
        RecoveryAsked asked) {}
