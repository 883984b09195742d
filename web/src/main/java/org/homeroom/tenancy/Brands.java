package org.homeroom.tenancy;

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

/** The looks of schools, for every page to ask. What was read is believed for half a minute. */
@ApplicationScoped
public class Brands {

    private static final Duration BELIEVED = Duration.ofSeconds(30);

    private final Map<UUID, Seen> seen = new ConcurrentHashMap<>();

    @Inject BrandService brands;
    @Inject SchoolClock clock;

    /** Returns the look of the bound school; plain where none is bound. */
    public Brand current() {
        UUID school = TenantContext.current();
        if (school == null) {
            return Brand.PLAIN;
        }
        Instant now = clock.now();
        Seen known = seen.get(school);
        if (known == null || known.at().plus(BELIEVED).isBefore(now)) {
            known = new Seen(brands.current(), now);
            seen.put(school, known);
        }
        return known.brand();
    }

    /** Forgets a look that changed. */
    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) BrandChanged changed) {
        seen.remove(changed.schoolId());
    }

    private record Seen(Brand brand, Instant at) {}
}
