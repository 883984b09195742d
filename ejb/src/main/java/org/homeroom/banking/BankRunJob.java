package org.homeroom.banking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Properties;
import org.homeroom.kernel.JobStarter;
import org.homeroom.tenancy.TenantContext;

/** Starts the job that books a claimed run of interest, or of what is due. */
@ApplicationScoped
public class BankRunJob {

    /** The job's name. */
    public static final String NAME = "interest-run";

    @Inject JobStarter jobs;
    @Inject BankRunStepService steps;

    /** Starts it, or a new one that goes on; marks the run when that fails. */
    void start(BankRun run) {
        Properties parameters = new Properties();
        parameters.setProperty("school", TenantContext.require().toString());
        parameters.setProperty("run", run.id().toString());
        try {
            jobs.start(NAME, parameters);
        } catch (RuntimeException e) {
            steps.fail(run.id(), "The job could not be started.");
            throw e;
        }
    }
}
