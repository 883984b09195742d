package org.homeroom.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.homeroom.kernel.SchoolClock;

/** Whose access changed a moment ago, so that their sessions are looked at again at once. */
@ApplicationScoped
public class AccessChanges {

    // Longer than a session is believed without asking; afterwards the note is worth nothing.
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Map<UUID, Instant> changed = new ConcurrentHashMap<>();

    @Inject SchoolClock clock;

    void note(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccessEnded access) {
        Instant now = clock.now();
        changed.values().removeIf(at -> at.plus(KEPT).isBefore(now));
        access.accountIds().forEach(account -> changed.put(account, now));
    }

    /** Tells whether the person's access changed at or after the moment. */
    boolean since(UUID accountId, Instant moment) {
        Instant at = changed.get(accountId);
        return at != null && !at.isBefore(moment);
    }
}
