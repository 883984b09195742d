package org.homeroom.payroll;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Properties;
import org.homeroom.kernel.JobStarter;
import org.homeroom.kernel.Refusal;
import org.homeroom.tenancy.TenantContext;

/** Starts the job that pays a claimed run. */
@ApplicationScoped
public class PayRunJob {

    /** The job's name. */
    public static final String NAME = "payroll-pay-run";

    @Inject JobStarter jobs;
    @Inject PayRunStepService steps;

    /** Starts or goes on; marks the run when that fails. Returns the execution's number. */
    long start(PayRun run) {
        try {
            return run.jobExecutionId() == null ? startNew(run) : goOn(run);
        } catch (RuntimeException e) {
            steps.fail(run.id(), "The job could not be started.");
            throw e;
        }
    }

    private long goOn(PayRun run) {
        try {
            return jobs.restart(run.jobExecutionId());
        } catch (Refusal e) {
            // An execution that the runtime cannot continue; the lines know who is not paid yet.
            return startNew(run);
        }
    }

    private long startNew(PayRun run) {
        Properties parameters = new Properties();
        parameters.setProperty("school", TenantContext.require().toString());
        parameters.setProperty("run", run.id().toString());
        parameters.setProperty(
                PayChunk.PARAMETER, Integer.toString(PayChunk.of(run.studentCount())));
        return jobs.start(NAME, parameters);
    }
}
