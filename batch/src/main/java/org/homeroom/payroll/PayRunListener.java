package org.homeroom.payroll;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.homeroom.kernel.Refusal;
import org.homeroom.tenancy.JobSchool;

/**
 * Says why a job ended before everybody was paid, on the run and as the job's exit status, unless
 * it never began.
 */
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
        BatchStatus status = job.getBatchStatus();
        if (status == BatchStatus.COMPLETED || status == BatchStatus.STARTED) {
            return;
        }
        boolean asked = status == BatchStatus.STOPPING || status == BatchStatus.STOPPED;
        String why =
                asked
                        ? "Stopped by an operator."
                        : "Something broke. Who is paid stays paid; the server's log has the cause.";
        if (job.getExitStatus() == null) {
            job.setExitStatus(why);
        }
        try {
            PaidRun paid = PaidRun.of(schools, school, run);
            paid.call(
                    () -> {
                        steps.stopped(paid.id(), job.getExecutionId(), why);
                        return null;
                    });
        } catch (Refusal e) {
            // Parameters that name no run; the first step has said so.
            System.getLogger(PayRunListener.class.getName())
                    .log(System.Logger.Level.DEBUG, "no run to mark", e);
        }
    }
}
