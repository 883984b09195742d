package org.homeroom.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;

/**
 * Keys that let in whoever holds them: devices of a class, guests of a conversation. Who may make
 * and end one is decided by the domain whose place it opens, so these methods are open and no page
 * calls them directly.
 */
@Stateless
@PermitAll
public class DoorKeyService {

    private static final String SUBJECT = "account";

    @Inject DoorKeyRepository keys;
    @Inject AccountService accounts;
    @Inject AccountRepository stored;
    @Inject TokenRepository tokens;
    @Inject DeviceRepository devices;
    @Inject AuditService audit;
    @Inject SchoolClock clock;
    @Inject Event<AccessEnded> ended;

    /**
     * Makes an account and the key to it.
     *
     * @param role {@link Roles#KIOSK} or {@link Roles#GUEST}
     * @param end when the key ends by itself, null for never
     * @throws Refusal naming {@code name}
     */
    public NewDoorKey make(String role, UUID placeId, String name, Instant end) {
        UUID account = accounts.createForKey(role, name == null ? null : name.strip(), end);
        String secret = Secrets.next();
        UUID by = CallerContext.require().accountId();
        keys.add(account, role, placeId, Secrets.hash(secret), by, clock.now());
        Map<String, Object> made = new HashMap<>(Map.of("role", role, "place", placeId));
        if (end != null) {
            made.put("ends_at", end);
        }
        audit.record("identity.door_key.made", SUBJECT, account, null, made);
        return new NewDoorKey(keys.byAccount(account).orElseThrow(), secret);
    }

    /** Lists the keys to a place that still open it, the newest first. */
    public List<DoorKey> of(String role, UUID placeId) {
        return keys.of(role, placeId);
    }

    /** Returns the key with the secret; empty when it opens nothing. */
    public Optional<DoorKey> find(String secret) {
        return keys.use(Secrets.hash(secret), clock.now());
    }

    /** Returns the key that the caller came in by. */
    public Optional<DoorKey> mine() {
        return keys.byAccount(CallerContext.require().accountId());
    }

    /**
     * Ends a key to a place and everything that was opened with it.
     *
     * @throws Refusal not found, when the place has no such key
     */
    public void end(String role, UUID placeId, UUID accountId) {
        if (!keys.drop(role, placeId, accountId)) {
            throw Refusal.notFound();
        }
        stored.close(accountId, clock.now());
        tokens.dropAccount(accountId);
        devices.dropOthers(accountId, null);
        audit.record("identity.door_key.ended", SUBJECT, accountId, null, null);
        ended.fire(AccessEnded.here(accountId));
    }
}
