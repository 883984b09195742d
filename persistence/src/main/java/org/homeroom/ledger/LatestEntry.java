package org.homeroom.ledger;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

/**
 * An entry of a class as its teacher sees it on a dashboard; those of one run stand together.
 *
 * @param studentId the first person it touches; null when it touches none
 * @param studentName such as {@code Wanjiru M.}; null likewise
 * @param amount the person's, in minor units; of a run, that of all its students
 * @param runId the run that it is of; null for none
 * @param ofPay whether that is a pay run, not one of the bank
 * @param students how many students of the run it stands for
 * @param entries how many entries of the run; a student may have one for time and one for marks
 */
public record LatestEntry(
        UUID entryId,
        Instant recordedAt,
        String kind,
        String description,
        UUID studentId,
        String studentName,
        long amount,
        @Nullable UUID runId,
        boolean ofPay,
        int students,
        int entries) {}
