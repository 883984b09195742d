package org.homeroom.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;

/**
 * The bound school's part of sign-ins through an identity provider, for identity's own services.
 * Each call is a transaction of its own, because people of the district live in its tenant.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ProviderPartService {

    private static final String SUBJECT = "account";

    @Inject ProviderRepository providers;
    @Inject EmailRepository emails;
    @Inject AuditService audit;
    @Inject SchoolClock clock;

    /** Notes a browser that goes to the provider. */
    public void begin(byte[] secretHash, UUID linking, String goal) {
        providers.begin(
                secretHash, linking, goal, clock.now(), clock.now().plus(ProviderWay.PATIENCE));
    }

    /** Notes what the provider said; false when nobody waits for it. */
    public boolean arrive(byte[] secretHash, ProviderIdentity identity) {
        return providers.arrive(secretHash, identity, clock.now());
    }

    /** Ends the browser's way. */
    public Optional<ProviderVisit> take(byte[] secretHash) {
        return providers.take(secretHash, clock.now());
    }

    /**
     * Finds the person's account here: the linked one, else that of the verified address, which is
     * linked now. An address that goes to somebody else later opens nothing any more.
     */
    public Optional<UUID> account(ProviderIdentity identity) {
        return providers.linked(identity).or(() -> byEmail(identity));
    }

    /**
     * Links the account to the person.
     *
     * @throws Refusal conflict, when either has another already
     */
    public void link(UUID account, ProviderIdentity identity) {
        if (providers.linked(identity).filter(account::equals).isPresent()) {
            return;
        }
        if (!providers.link(account, identity, clock.now())) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "One of the two accounts is connected to another one. Disconnect that first.");
        }
        linked(account, identity, "self");
    }

    /** Lists the account's links. */
    public List<ProviderLink> links(UUID account) {
        return providers.links(account);
    }

    /** Ends the account's links. */
    public void unlink(UUID account) {
        int ended = providers.unlink(account);
        if (ended > 0) {
            audit.record(
                    "identity.provider.unlinked", SUBJECT, account, Map.of("links", ended), null);
        }
    }

    /** Notes that the provider vouched for somebody whom nobody here knows. */
    public void unknown(ProviderIdentity identity) {
        audit.record(
                "identity.provider.unknown",
                SUBJECT,
                null,
                null,
                Map.of("issuer", identity.issuer(), "email", identity.email() != null));
    }

    private Optional<UUID> byEmail(ProviderIdentity identity) {
        Optional<UUID> owner = Optional.ofNullable(identity.email()).flatMap(emails::owner);
        return owner.filter(
                account -> {
                    boolean first = providers.link(account, identity, clock.now());
                    if (first) {
                        linked(account, identity, "email");
                    }
                    return first;
                });
    }

    private void linked(UUID account, ProviderIdentity identity, String by) {
        audit.recordBy(
                account, "identity.provider.linked", Map.of("issuer", identity.issuer(), "by", by));
    }
}
