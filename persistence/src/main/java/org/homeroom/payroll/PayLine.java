package org.homeroom.payroll;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One student's pay in a run.
 *
 * @param amount minor units
 * @param taps how many taps are behind the seconds
 * @param from up to when the student had been paid before, null for never
 * @param openSince start of a session that is open at the run's end, else null
 * @param limitAt when the daily limit tapped the student out last, else null
 * @param longestSeconds the longest session, null without any
 * @param notes codes of {@link PayNote}; none for a line in order
 * @param entryId the ledger entry, null until paid
 * @param lastAmount what the run before paid the student, null without one
 * @param staleAmount what the replaced rehearsal had, null without one
 * @param corrected what the run gives more, or less, for time that was paid before and has changed
 *     since; 0 for most
 * @param marked what the run gives for marks of days, or takes back for them; 0 for most
 * @param parts how the amount is put together; null under the plain rule
 */
public record PayLine(
        UUID id,
        UUID runId,
        UUID studentId,
        String firstName,
        String lastInitial,
        long seconds,
        long rateMicrosPerMinute,
        long amount,
        int taps,
        Instant from,
        Instant openSince,
        Instant limitAt,
        Long longestSeconds,
        List<String> notes,
        UUID entryId,
        Long lastAmount,
        Long staleAmount,
        long corrected,
        long marked,
        PayParts parts) {

    /** Returns the student's name in short. */
    public String displayName() {
        return firstName + " " + lastInitial + ".";
    }

    /**
     * Returns what the student gets from the run, marks and corrections of earlier pay included.
     */
    public long net() {
        return amount + corrected + marked;
    }

    /** Tells whether a teacher should look at the line. */
    public boolean outlier() {
        return !notes.isEmpty();
    }

    /** Tells whether the amount differs from the rehearsal that this one replaces. */
    public boolean changed() {
        return staleAmount != null && staleAmount != net();
    }
}
