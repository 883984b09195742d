package org.homeroom.banking;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.JobParameter;
import org.homeroom.kernel.Refusal;
import org.homeroom.tenancy.JobSchool;
import org.homeroom.tenancy.TenantContext;

/**
 * Pays a rehearsed interest run, or books what is due of loans and certificates, chunk by chunk,
 * each in a transaction of its own. The lines are the checkpoint: they commit together with the
 * money, so a restart goes on exactly behind the last committed chunk. Why it may not be paid is
 * the job's exit status, a sentence.
 */
@Named
@Dependent
public class PayInterest extends AbstractBatchlet {

    private static final System.Logger LOG = System.getLogger(PayInterest.class.getName());

    private static final int AT_ONCE = 200;

    @Inject JobSchool schools;
    @Inject BankRunStepService steps;
    @Inject JobContext job;

    /** Subdomain or id of the school. */
    @Inject @BatchProperty String school;

    /** Id of the bank run. */
    @Inject @BatchProperty String run;

    private volatile boolean stopped;

    @Override
    public String process() throws Exception {
        try {
            UUID schoolId = schools.id(school);
            UUID runId = JobParameter.id("run", "an interest run", run);
            return TenantContext.callAs(schoolId, () -> pay(runId));
        } catch (Refusal refusal) {
            job.setExitStatus(refusal.getMessage());
            throw refusal;
        }
    }

    @Override
    public void stop() {
        stopped = true;
    }

    private String pay(UUID runId) {
        if (!JobParameter.found("run", "bank run", runId, steps::run).isByJob()) {
            throw new Refusal(ErrorCode.CONFLICT, "This run is no interest run.");
        }
        String outcome = steps.begin(runId, job.getExecutionId());
        if (!outcome.equals(BankRunStepService.RUNNING)) {
            throw new Refusal(ErrorCode.CONFLICT, steps.whyNot(runId, outcome));
        }
        try {
            while (!stopped && steps.payNext(runId, AT_ONCE) > 0) {
                // The next chunk.
            }
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "interest run " + runId + " stopped", e);
            steps.fail(runId, "Something broke. Who is paid stays paid; the log has the cause.");
            throw e;
        }
        if (stopped) {
            steps.fail(runId, "Stopped by an operator.");
            return "STOPPED";
        }
        steps.finish(runId);
        return "PAID";
    }
}
