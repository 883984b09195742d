package org.homeroom.payroll;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.homeroom.tenancy.JobSchool;

/** Last step: marks the run as paid. */
@Named
@Dependent
public class PayRunFinish extends AbstractBatchlet {

    @Inject JobSchool schools;
    @Inject PayRunStepService steps;

    @Inject @BatchProperty String school;

    @Inject @BatchProperty String run;

    @Override
    public String process() throws Exception {
        PaidRun paid = PaidRun.of(schools, school, run);
        return paid.call(
                () -> {
                    steps.finish(paid.id());
                    return "PAID";
                });
    }
}
