package org.homeroom.roster;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.JobStarter;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.Slice;
import org.homeroom.tenancy.TenantContext;

/** Rosters of the school information system: bringing one, reading its report, applying it. */
@Stateless
@RolesAllowed({Roles.SCHOOL_ADMIN, Roles.DISTRICT_ADMIN, Roles.PLATFORM_ADMIN})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RosterDeliveryService {

    /** The job that applies a delivery. */
    public static final String JOB = "roster-apply";

    @Inject RosterIntake intake;
    @Inject DeliveryStepService deliveries;
    @Inject RosterStepService steps;
    @Inject LeavingRule leaving;
    @Inject JobStarter jobs;

    /**
     * Reads a OneRoster zip; nothing is changed yet. What is wrong with it stands in the answer.
     *
     * @param fileName null when the client named none
     * @throws Refusal VALIDATION_ERROR when it is empty or larger than a request may be
     */
    public RosterDelivery deliver(String fileName, InputStream content) throws IOException {
        byte[] zip = content.readNBytes(RosterImportService.MOST_BYTES + 1);
        if (zip.length == 0 || zip.length > RosterImportService.MOST_BYTES) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "file",
                    zip.length == 0
                            ? "Send the OneRoster zip."
                            : "The zip is larger than 8 MB. Export one school at a time.");
        }
        return intake.take(zip, fileName, CallerContext.require().accountId());
    }

    /** Returns a delivery of this tenant. */
    public RosterDelivery find(UUID id) {
        return deliveries.find(id);
    }

    /** Lists deliveries, newest first, without their problems. */
    public Slice<RosterDelivery> list(int page, int perPage) {
        return deliveries.list(page, perPage);
    }

    /** Lists the first changes of one sort in each school. */
    public List<StagedRow> rows(UUID id, RosterChange change, int limit) {
        List<StagedRow> rows = new ArrayList<>();
        for (DeliveryPart part : deliveries.find(id).parts()) {
            if (rows.size() < limit) {
                rows.addAll(at(part.schoolId(), () -> steps.rows(id, change, limit - rows.size())));
            }
        }
        return rows;
    }

    /** Returns the schools that would lose more than the allowed share. */
    public List<DeliveryPart> losing(RosterDelivery delivery) {
        return delivery.parts().stream().filter(leaving::isTooMany).toList();
    }

    /**
     * Starts the job that applies a delivery, or goes on with one that stopped.
     *
     * @param acceptLeaving whether more than the allowed share may leave
     * @return the number of the job's execution
     * @throws TooManyLeave when more would leave and that is not accepted
     * @throws Refusal CONFLICT when it is invalid, applied, being applied, or out of date
     */
    public long apply(UUID id, boolean acceptLeaving) {
        RosterDelivery delivery = deliveries.find(id);
        refuseUnlessWaiting(delivery);
        boolean accepted = acceptLeaving || delivery.acceptLeaving();
        if (!accepted) {
            losing(delivery).stream()
                    .findFirst()
                    .ifPresent(
                            part -> {
                                throw new TooManyLeave(part, leaving.percent());
                            });
        }
        for (DeliveryPart part : delivery.parts()) {
            if (part.appliedAt() == null && !at(part.schoolId(), () -> steps.isFresh(id))) {
                throw RosterStepService.stale();
            }
        }
        if (!deliveries.claim(id, CallerContext.require().accountId(), accepted)) {
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

    private static <T> T at(UUID school, Callable<T> work) {
        try {
            return TenantContext.callAs(school, work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a school's part of a roster could not be read", e);
        }
    }
}
