package org.homeroom.banking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Books what has come due in one class, as a teacher would: rehearses and commits. */
@ApplicationScoped
public class BankDayRun {

    private static final int TRIES = 3;

    @Inject BankDayService days;
    @Inject BankRunStepService steps;
    @Inject BankRunJob job;

    /**
     * Books it unless that was done before. While another run of the class is unfinished it waits,
     * and is looked at again.
     *
     * @return the run under way; empty when there is none to start
     */
    public Optional<BankRun> book(BankDay day) {
        if (!days.take(day)) {
            return Optional.empty();
        }
        for (int tried = 0; tried < TRIES; tried++) {
            if (steps.isUnfinished(day.classId(), day.kind())) {
                days.waits(day, BankDayNote.UNFINISHED);
                return Optional.empty();
            }
            Optional<BankRun> run = steps.rehearse(day);
            if (run.isEmpty()) {
                days.end(day, null);
                return run;
            }
            if (steps.claim(run.get().id(), null).equals(BankRunStepService.RUNNING)) {
                // First, since a run whose job does not start is there to be continued by hand.
                days.end(day, run.get().id());
                job.start(run.get());
                return run;
            }
        }
        days.waits(day, BankDayNote.CHANGING);
        return Optional.empty();
    }
}
