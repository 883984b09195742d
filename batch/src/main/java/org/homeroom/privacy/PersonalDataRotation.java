package org.homeroom.privacy;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.homeroom.kernel.Refusal;
import org.homeroom.tenancy.JobSchool;
import org.homeroom.tenancy.TenantContext;

/**
 * Draws a new key for a school and seals all personal data by it, what stands in clear included. A
 * restart goes on with the same key where the last one stopped.
 */
@Named
@Dependent
public class PersonalDataRotation extends AbstractBatchlet {

    @Inject JobSchool schools;
    @Inject RotationStepService steps;
    @Inject JobContext job;
    @Inject StepContext step;

    @Inject @BatchProperty String school;

    private volatile boolean stopped;

    @Override
    public String process() throws Exception {
        UUID id;
        try {
            id = schools.id(school);
        } catch (Refusal refusal) {
            job.setExitStatus(refusal.getMessage());
            throw refusal;
        }
        return TenantContext.callAs(id, this::rotate);
    }

    @Override
    public void stop() {
        stopped = true;
    }

    private String rotate() {
        Integer number = (Integer) step.getPersistentUserData();
        if (number == null) {
            number = steps.begin();
            step.setPersistentUserData(number);
        }
        long sealed = 0;
        for (int done = steps.next(number); done > 0; done = steps.next(number)) {
            sealed += done;
            if (stopped) {
                return "STOPPED";
            }
        }
        steps.end(number, sealed);
        return sealed + " SEALED";
    }
}
