package org.homeroom.payroll;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Pays one class on its pay day, as a teacher would: rehearses and commits. Who tapped meanwhile
 * does not matter, because time counts up to the instant that was due.
 */
@ApplicationScoped
public class PayDayRun {

    private static final int TRIES = 3;

    @Inject PayDayService days;
    @Inject PayRunStepService steps;
    @Inject PayRunJob job;

    /**
     * Pays the class unless that was done before. While another run of the class is unfinished the
     * pay day waits, and is looked at again.
     *
     * @return the run under way; empty when there is none to start
     */
    public Optional<PayRun> pay(PayDay day) {
        if (!days.take(day)) {
            return Optional.empty();
        }
        if (steps.unfinished(day.classId()).isPresent()) {
            days.waits(day, PayDayNote.UNFINISHED);
            return Optional.empty();
        }
        for (int tried = 0; tried < TRIES; tried++) {
            PayRun run = steps.rehearse(day.classId(), day.due(), null, null);
            String outcome = steps.claim(run.id(), null);
            if (outcome.equals(PayRunStepService.RUNNING)) {
                // First, since a run whose job does not start is there to be continued by hand.
                days.end(day, true, run.id());
                job.start(run);
                return Optional.of(run);
            }
            if (outcome.equals("empty")) {
                days.end(day, false, run.id());
                return Optional.empty();
            }
        }
        days.waits(day, PayDayNote.CHANGING);
        return Optional.empty();
    }
}
