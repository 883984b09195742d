package org.homeroom.payroll;

import java.time.Instant;
import java.util.UUID;

/**
 * A student of a class on its pay page (domain/economy.md 5.2). What was taken back does not count.
 *
 * @param seconds time that is not paid yet
 * @param due what a run would give for it now, corrections of earlier pay included, in minor units
 * @param lastPaid when the student was paid last, null for never
 * @param pays how often the student was paid
 * @param earned what all pay came to, in minor units
 */
public record PayStudent(
        UUID studentId,
        String firstName,
        String lastInitial,
        long seconds,
        long due,
        Instant lastPaid,
        int pays,
        long earned) {

    /** Returns the student's name in short. */
    public String displayName() {
        return firstName + " " + lastInitial + ".";
    }

    /** Returns what a pay day gave on average, in minor units; 0 for somebody never paid. */
    public long average() {
        return pays == 0 ? 0 : Math.round((double) earned / pays);
    }
}
