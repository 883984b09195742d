package org.homeroom.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.JobStarter;
import org.homeroom.kernel.Refusal;
import org.homeroom.tenancy.TenantContext;

/**
 * Lets a delivery change its schools, if it may: starts the job that applies it. For the tenant
 * bound to the thread, outside any transaction.
 */
@ApplicationScoped
public class RosterApproval {

    /** The job that applies a delivery. */
    public static final String JOB = "roster-apply";

    @Inject DeliveryStepService deliveries;
    @Inject RosterStepService steps;
    @Inject LeavingRule leaving;
    @Inject JobStarter jobs;

    /** Returns the schools that would lose more than the allowed share. */
    public List<DeliveryPart> losing(RosterDelivery delivery) {
        return delivery.parts().stream().filter(leaving::isTooMany).toList();
    }

    /**
     * Starts the job, or goes on with one that stopped.
     *
     * @param by null for the watched folder
     * @param acceptLeaving whether more than the allowed share may leave
     * @return the number of the job's execution
     * @throws TooManyLeave when more would leave and that is not accepted
     * @throws Refusal CONFLICT when it is invalid, applied, being applied, or out of date
     */
    public long approve(RosterDelivery delivery, UUID by, boolean acceptLeaving) {
        refuseUnlessWaiting(delivery);
        boolean accepted = acceptLeaving || delivery.acceptLeaving();
        List<DeliveryPart> losing = losing(delivery);
        if (!accepted && !losing.isEmpty()) {
            throw new TooManyLeave(losing.get(0), leaving.percent());
        }
        for (DeliveryPart part : delivery.parts()) {
            if (part.appliedAt() == null
                    && !InSchool.call(part.schoolId(), () -> steps.isFresh(delivery.id()))) {
                throw RosterStepService.stale();
            }
        }
        if (!deliveries.claim(delivery.id(), by, accepted)) {
            throw new Refusal(ErrorCode.CONFLICT, "This roster is being applied already.");
        }
        return start(delivery);
    }

    private long start(RosterDelivery delivery) {
        try {
            return delivery.jobExecutionId() == null
                    ? startNew(delivery.id())
                    : goOn(delivery.id(), delivery.jobExecutionId());
        } catch (RuntimeException e) {
            deliveries.fail(delivery.id(), "The job could not be started.");
            throw e;
        }
    }

    private long goOn(UUID id, long execution) {
        try {
            return jobs.restart(execution);
        } catch (Refusal e) {
            // An execution that the runtime cannot continue; the parts know what is left.
            return startNew(id);
        }
    }

    private long startNew(UUID id) {
        Properties parameters = new Properties();
        parameters.setProperty("school", TenantContext.require().toString());
        parameters.setProperty("roster", id.toString());
        return jobs.start(JOB, parameters);
    }

    private static void refuseUnlessWaiting(RosterDelivery delivery) {
        String why =
                switch (delivery.state()) {
                    case INVALID -> "This roster has problems. Mend the file and upload it again.";
                    case APPLYING -> "This roster is being applied already.";
                    case APPLIED -> "This roster is applied already.";
                    default -> null;
                };
        if (why != null) {
            throw new Refusal(ErrorCode.CONFLICT, why);
        }
    }
}
