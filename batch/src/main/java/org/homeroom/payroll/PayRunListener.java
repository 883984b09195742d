package org.homeroom.payroll;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.homeroom.tenancy.JobSchool;

/** Marks a run as stopped when its job ends before everybody is paid. */
@Named
@Dependent
public class PayRunListener extends AbstractJobListener {

    @Inject JobSchool schools;
    @Inject PayRunStepService steps;
    @Inject JobContext job;

    @Inject @BatchProperty String school;

    @Inject @BatchProperty String run;

    @Override
    public void afterJob() throws Exception {
        boolean asked =
                job.getBatchStatus() == BatchStatus.STOPPING
                        || job.getBatchStatus() == BatchStatus.STOPPED;
        String why = asked ? "Stopped by an operator." : "The job failed.";
        schools.call(
                school,
                () -> {
                    // Without effect on a run that has ended.
                    steps.fail(UUID.fromString(run), why);
                    return null;
                });
    }
}
