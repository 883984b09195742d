package org.homeroom.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.homeroom.kernel.SchoolClock;

/** Finds the school of a host name. What it found is believed for half a minute. */
@ApplicationScoped
public class Places {

    private static final Duration BELIEVED = Duration.ofSeconds(30);
    // Strangers may ask for any name; what they ask for is not worth more memory than this.
    private static final int REMEMBERED = 2_000;

    private final HostRule rule =
            new HostRule(System.getProperty("homeroom.base-domain", "localhost"));
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    @Inject SchoolService schools;
    @Inject SchoolClock clock;

    /** Returns the place of the host, {@link Place#NOWHERE} when it is nobody's. */
    public Place at(String host) {
        if (rule.isPlatform(host)) {
            return new Place(remember("platform:", () -> schools.district()).orElse(null), true);
        }
        return find(host).map(school -> new Place(school, false)).orElse(Place.NOWHERE);
    }

    private Optional<SchoolRef> find(String host) {
        String label = rule.label(host);
        if (label != null) {
            return remember("label:" + label, () -> schools.bySubdomain(label));
        }
        String domain = rule.domain(host);
        return domain == null
                ? Optional.empty()
                : remember("domain:" + domain, () -> schools.byDomain(domain));
    }

    /** Returns the school that a token on the platform's host speaks for. */
    public Optional<Place> of(UUID schoolId) {
        return remember("id:" + schoolId, () -> schools.byId(schoolId))
                .map(school -> new Place(school, true));
    }

    /** Forgets what changes with a school, so that the next request finds it as it is now. */
    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) SchoolChanged school) {
        // Its old address too, which the event does not name.
        seen.clear();
    }

    private Optional<SchoolRef> remember(String key, Supplier<Optional<SchoolRef>> lookUp) {
        Instant now = clock.now();
        Seen known = seen.get(key);
        if (known != null && known.at().plus(BELIEVED).isAfter(now)) {
            return known.school();
        }
        Optional<SchoolRef> found = lookUp.get();
        if (found.isPresent()) {
            if (seen.size() >= REMEMBERED) {
                seen.clear();
            }
            seen.put(key, new Seen(found, now));
        }
        return found;
    }

    private record Seen(Optional<SchoolRef> school, Instant at) {}
}
