package org.homeroom.economy;

import java.util.UUID;
import org.homeroom.attendance.ClassNow;
import org.homeroom.roster.ClassRef;

/**
 * A class in the teacher's list.
 *
 * @param students claimed seats
 * @param inNow how many of them are in
 * @param unpaidSeconds of all of them together
 * @param unpaidMinor what that is worth
 */
public record ClassLine(
        UUID id, String name, long students, long inNow, long unpaidSeconds, long unpaidMinor) {

    static ClassLine of(ClassRef classRef, ClassNow sum) {
        return new ClassLine(
                classRef.id(),
                classRef.name(),
                sum.students(),
                sum.inNow(),
                sum.unpaidSeconds(),
                sum.unpaidMinor());
    }
}
