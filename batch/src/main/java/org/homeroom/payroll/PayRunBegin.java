package org.homeroom.payroll;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.JobExecution;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.tenancy.JobSchool;

/**
 * First step: sets the run going, or ends the job when it may not be paid. Why not is the job's
 * exit status then, a sentence for whoever started it, on whichever way.
 */
@Named
@Dependent
public class PayRunBegin extends AbstractBatchlet {

    private static final int LARGEST_CHUNK = 5000;

    @Inject JobSchool schools;
    @Inject PayRunStepService steps;
    @Inject JobContext job;

    @Inject @BatchProperty String school;

    @Inject @BatchProperty String run;

    @Inject @BatchProperty String chunk;

    @Override
    public String process() throws Exception {
        try {
            PaidRun paid = PaidRun.of(schools, school, run);
            refuseOddChunk();
            return paid.call(() -> begin(paid));
        } catch (Refusal refusal) {
            job.setExitStatus(
                    refusal.code() == ErrorCode.NOT_FOUND
                            ? "This school has no pay run with this id."
                            : refusal.getMessage());
            throw refusal;
        }
    }

    private String begin(PaidRun paid) {
        PayRun found = steps.run(paid.id());
        refuseBesideAnother(found);
        String outcome = steps.begin(found.id(), job.getExecutionId());
        if (!outcome.equals(PayRunStepService.RUNNING)) {
            throw new Refusal(ErrorCode.CONFLICT, steps.whyNot(found.id(), outcome));
        }
        return outcome;
    }

    private void refuseOddChunk() {
        if (!chunk.matches("[1-9][0-9]{0,3}") || Integer.parseInt(chunk) > LARGEST_CHUNK) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "chunk",
                    "A chunk has 1 to " + LARGEST_CHUNK + " students.");
        }
    }

    // Two at once would pay nobody twice, but each would take the other's progress for its own.
    private void refuseBesideAnother(PayRun found) {
        if (found.state() != PayState.RUNNING || found.jobExecutionId() == null) {
            return;
        }
        long other = found.jobExecutionId();
        JobExecution execution = BatchRuntime.getJobOperator().getJobExecution(other);
        boolean restarted =
                BatchRuntime.getJobOperator().getJobInstance(other).getInstanceId()
                        == job.getInstanceId();
        if (!restarted && execution.getEndTime() == null) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "This run is being paid already, by execution " + other + ".");
        }
    }
}
