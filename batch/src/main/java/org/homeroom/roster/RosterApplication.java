package org.homeroom.roster;

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
 * Applies a delivery to its schools, one after the other. Which are done stands with the delivery
 * and in the schools themselves, so that a restart repeats nothing.
 */
@Named
@Dependent
public class RosterApplication extends AbstractBatchlet {

    private static final System.Logger LOG = System.getLogger(RosterApplication.class.getName());

    @Inject JobSchool schools;
    @Inject DeliveryStepService deliveries;
    @Inject RosterStepService steps;
    @Inject JobContext job;

    @Inject @BatchProperty String school;

    @Inject @BatchProperty String roster;

    private volatile boolean stopped;

    @Override
    public String process() throws Exception {
        UUID home;
        UUID delivery;
        try {
            home = schools.id(school);
            delivery = JobParameter.id("roster", "a roster", roster);
        } catch (Refusal refusal) {
            job.setExitStatus(refusal.getMessage());
            throw refusal;
        }
        try {
            return TenantContext.callAs(home, () -> apply(delivery));
        } catch (Refusal refusal) {
            fail(home, delivery, refusal.getMessage());
            throw refusal;
        } catch (Exception e) {
            fail(
                    home,
                    delivery,
                    "Something broke. Schools that are done stay done; the server's log has the cause.");
            throw e;
        }
    }

    @Override
    public void stop() {
        stopped = true;
    }

    private String apply(UUID id) {
        RosterDelivery delivery = deliveries.find(id);
        if (delivery.state() != DeliveryState.APPLYING) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "Nobody approved this roster. An administrator applies it from its page.");
        }
        deliveries.startedBy(id, job.getExecutionId());
        for (DeliveryPart part : delivery.parts()) {
            if (stopped) {
                deliveries.fail(id, "Stopped by an operator.");
                return "STOPPED";
            }
            if (part.appliedAt() == null) {
                TenantContext.runAs(part.schoolId(), () -> steps.apply(id));
                deliveries.applied(id, part.schoolId());
            }
        }
        deliveries.finish(id);
        return "APPLIED";
    }

    private void fail(UUID home, UUID delivery, String why) {
        job.setExitStatus(why);
        try {
            TenantContext.runAs(home, () -> deliveries.fail(delivery, why));
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "roster " + delivery + " could not be marked", e);
        }
    }
}
