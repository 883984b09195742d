package org.homeroom.economy;

import java.time.LocalDate;
import java.util.List;
import org.homeroom.attendance.SeatNow;
import org.homeroom.ledger.AccountRow;
import org.homeroom.ledger.LatestEntry;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RecoverySetup;

/**
 * All classes of a teacher, one of them opened.
 *
 * @param seats students of all classes, by name
 * @param accounts of the opened class
 * @param latest newest entries of the opened class
 * @param nextPayDate of the opened class, in its zone
 * @param recovery how far the teacher is prepared to be helped back in, null for no teacher
 */
public record TeacherDashboard(
        ClassRef classRef,
        List<ClassRef> classes,
        List<SeatNow> seats,
        List<AccountRow> accounts,
        List<LatestEntry> latest,
        LocalDate nextPayDate,
        RecoverySetup recovery) {}
