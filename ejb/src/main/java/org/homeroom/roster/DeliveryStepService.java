package org.homeroom.roster;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.kernel.Slice;

/**
 * The record of a delivery, in the tenant of whoever brought it; each call is a transaction of its
 * own. For the roster's own services and job; no page or resource leads here.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DeliveryStepService {

    private static final String SUBJECT = "roster_delivery";

    @Inject DeliveryRepository deliveries;
    @Inject AuditService audit;
    @Inject SchoolClock clock;

    /** Keeps a delivery. */
    public void add(RosterDelivery delivery) {
        deliveries.add(delivery);
        audit.record(
                "roster.delivery.read",
                SUBJECT,
                delivery.id(),
                null,
                Map.of(
                        "state", delivery.state().wire(),
                        "users", delivery.counts().users(),
                        "enrollments", delivery.counts().enrollments(),
                        "problems", delivery.problemCount()));
    }

    /** Reads a delivery; not found when there is none in this tenant. */
    public RosterDelivery find(UUID id) {
        return deliveries.byId(id).orElseThrow(Refusal::notFound);
    }

    /** Lists deliveries, newest first, without their problems. */
    public Slice<RosterDelivery> list(int page, int perPage) {
        return new Slice<>(
                deliveries.newest(perPage, (page - 1L) * perPage),
                deliveries.count(),
                page,
                perPage);
    }

    /** Sets a delivery going; false when somebody else just did. */
    public boolean claim(UUID id, UUID by, boolean acceptLeaving) {
        boolean claimed = deliveries.claim(id, by, acceptLeaving);
        if (claimed) {
            audit.record(
                    "roster.delivery.approved",
                    SUBJECT,
                    id,
                    null,
                    Map.of("accept_leaving", acceptLeaving));
        }
        return claimed;
    }

    /** Remembers the execution that applies it. */
    public void startedBy(UUID id, long execution) {
        deliveries.startedBy(id, execution);
    }

    /** Marks a school's part as applied. */
    public void applied(UUID id, UUID school) {
        deliveries.applied(id, school, clock.now());
    }

    /** Marks the whole as applied. */
    public void finish(UUID id) {
        deliveries.end(id, DeliveryState.APPLIED, null, clock.now());
    }

    /** Marks it as stopped, unless it has ended. */
    public void fail(UUID id, String why) {
        deliveries.end(id, DeliveryState.FAILED, why, clock.now());
    }
}
