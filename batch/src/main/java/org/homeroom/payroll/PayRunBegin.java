package org.homeroom.payroll;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.homeroom.tenancy.JobSchool;

/** First step: sets the run going, or ends the job when it may not be paid. */
@Named
@Dependent
public class PayRunBegin extends AbstractBatchlet {

    @Inject JobSchool schools;
    @Inject PayRunStepService steps;
    @Inject JobContext job;

    @Inject @BatchProperty String school;

    @Inject @BatchProperty String run;

    @Override
    public String process() throws Exception {
        String outcome =
                schools.call(school, () -> steps.begin(UUID.fromString(run), job.getExecutionId()));
        if (!outcome.equals(PayRunStepService.RUNNING)) {
            throw new IllegalStateException("pay run " + run + " may not be paid: " + outcome);
        }
        return outcome;
    }
}
