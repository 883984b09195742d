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
import java.util.UUID;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.Slice;

/** Rosters of the school information system: bringing one, reading its report, applying it. */
@Stateless
@RolesAllowed({Roles.SCHOOL_ADMIN, Roles.DISTRICT_ADMIN, Roles.PLATFORM_ADMIN})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RosterDeliveryService {

    @Inject RosterIntake intake;
    @Inject DeliveryStepService deliveries;
    @Inject RosterStepService steps;
    @Inject RosterApproval approval;

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
                rows.addAll(
                        InSchool.call(
                                part.schoolId(),
                                () -> steps.rows(id, change, limit - rows.size())));
            }
        }
        return rows;
    }

    /** Returns the schools that would lose more than the allowed share. */
    public List<DeliveryPart> losing(RosterDelivery delivery) {
        return approval.losing(delivery);
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
        return approval.approve(
                deliveries.find(id), CallerContext.require().accountId(), acceptLeaving);
    }
}
