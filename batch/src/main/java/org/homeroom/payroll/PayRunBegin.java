package org.homeroom.payroll;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.JobExecution;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.JobParameter;
import org.homeroom.kernel.Origin;
import org.homeroom.kernel.Refusal;
import org.homeroom.tenancy.JobSchool;

/**
 * First step: sets the run going, or ends the job when it may not be paid. Why not is the job's
 * exit status then, a sentence for whoever started it, on whichever way.
 */
@Named
@Dependent
public class PayRunBegin extends AbstractBatchlet {

    @Inject JobSchool schools;
    @Inject PayRunStepService steps;
    @Inject JobContext job;

    @Inject @BatchProperty String school;

    @Inject @BatchProperty String run;

    @Inject @BatchProperty String chunk;

    /** The account that started the job by hand, empty when nobody is known. */
    @Inject @BatchProperty String starter;

    @Override
    public String process() throws Exception {
        try {
            PaidRun paid = PaidRun.of(schools, school, run);
            PayChunk.check(chunk);
            return paid.call(() -> begin(paid));
        } catch (Refusal refusal) {
            job.setExitStatus(refusal.getMessage());
            throw refusal;
        }
    }

    private String begin(PaidRun paid) {
        PayRun found = JobParameter.found("run", "pay run", paid.id(), steps::run);
        refuseBesideAnother(found);
        UUID by = starter == null || starter.isBlank() ? null : UUID.fromString(starter);
        Origin.bind(new Origin(by, null, null));
        String outcome;
        try {
            outcome = steps.begin(found.id(), job.getExecutionId(), by);
        } finally {
            Origin.bind(null);
        }
        if (!outcome.equals(PayRunStepService.RUNNING)) {
            throw new Refusal(ErrorCode.CONFLICT, steps.whyNot(found.id(), outcome));
        }
        return outcome;
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
