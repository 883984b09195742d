package org.homeroom.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.tenancy.SchoolRef;

/**
 * The bound school's part of a membership, for identity's own services. Each call is a transaction
 * of its own, because the other part stands in the other school's tenant.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class MembershipPartService {

    private static final Duration LIFE = Duration.ofMinutes(1);
    private static final String SUBJECT = "account";

    @Inject MembershipRepository memberships;
    @Inject AuditService audit;
    @Inject SchoolClock clock;

    /** Notes the person's account at the other school. */
    public void put(UUID accountId, UUID otherSchoolId, UUID otherAccountId) {
        memberships.put(accountId, new Membership(otherSchoolId, otherAccountId, clock.now()));
        audit.record(
                "identity.membership.added",
                SUBJECT,
                accountId,
                null,
                Map.of("school", otherSchoolId));
    }

    /** Forgets the person's account at the other school; false when there is none. */
    public boolean drop(UUID accountId, UUID otherSchoolId) {
        boolean had = memberships.drop(accountId, otherSchoolId);
        if (had) {
            audit.record(
                    "identity.membership.ended",
                    SUBJECT,
                    accountId,
                    Map.of("school", otherSchoolId),
                    null);
        }
        return had;
    }

    /** Lists the person's other schools. */
    public List<Membership> of(UUID accountId) {
        return memberships.of(accountId);
    }

    /** Finds the person's membership of the other school. */
    public Optional<Membership> find(UUID accountId, UUID otherSchoolId) {
        return memberships.find(accountId, otherSchoolId);
    }

    /** Notes that the person goes over to the other school. */
    public void left(UUID accountId, UUID otherSchoolId) {
        audit.record(
                "identity.membership.left_for",
                SUBJECT,
                accountId,
                null,
                Map.of("school", otherSchoolId));
    }

    /** Makes a code with which the account's owner comes in at the bound school. */
    public HandOver admit(UUID accountId, SchoolRef bound) {
        String code = Secrets.next();
        Instant end = clock.now().plus(LIFE);
        memberships.addHandOver(Secrets.hash(code), accountId, clock.now(), end);
        return new HandOver(bound, code, end);
    }

    /** Uses a code up and returns whose it was; empty when it is good for nothing. */
    public Optional<UUID> take(String code) {
        return memberships.takeHandOver(Secrets.hash(code), clock.now());
    }
}
