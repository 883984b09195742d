package org.homeroom.economy;

import jakarta.annotation.Nullable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.homeroom.payroll.PayRunJob;

/**
 * Lets something run by itself that did not.
 *
 * @param job pay-run or interest-run; the name of the job that pays, payroll-pay-run, is read as
 *     pay-run
 * @param kind class, school or district
 * @param scopeId null for the school or district in which one is
 * @param frequencyDays null for what is kept already
 * @param first null likewise
 * @param zone null, or that of the class or school: it has no other
 */
public record SetSchedule(
        String job,
        String kind,
        @Nullable UUID scopeId,
        @Nullable Integer frequencyDays,
        @Nullable LocalDate first,
        LocalTime at,
        @Nullable String zone) {

    /** Reads the job by the name that the list of jobs gives it, too. */
    public SetSchedule {
        job = PayRunJob.NAME.equals(job) ? Schedule.PAY : job;
    }
}
