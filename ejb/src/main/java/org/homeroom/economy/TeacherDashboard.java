package org.homeroom.economy;

import java.time.LocalDate;
import java.util.List;
import org.homeroom.attendance.ClassNow;
import org.homeroom.attendance.SeatNow;
import org.homeroom.ledger.LatestEntry;
import org.homeroom.ledger.StudentFunds;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RecoverySetup;

/**
 * All classes of a teacher, one of them opened.
 *
 * @param sums of all classes in which anybody sits
 * @param seats students of the opened class, by name
 * @param unclaimed seats of the opened class that nobody has claimed, which the list lacks
 * @param funds of the opened class's students
 * @param latest newest entries of the opened class
 * @param nextPayDate of the opened class, in its zone; null while none is set
 * @param loansWaiting loans of the opened class that wait for an answer
 * @param recovery how far the teacher is prepared to be helped back in, null for no teacher
 */
public record TeacherDashboard(
        ClassRef classRef,
        List<ClassRef> classes,
        List<ClassNow> sums,
        List<SeatNow> seats,
        int unclaimed,
        List<StudentFunds> funds,
        List<LatestEntry> latest,
        LocalDate nextPayDate,
        int loansWaiting,
        RecoverySetup recovery) {}
