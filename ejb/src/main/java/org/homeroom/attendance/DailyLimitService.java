package org.homeroom.attendance;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.SchoolClock;

/**
 * Ends sessions at the daily limit for work that nobody is signed in for: the hourly timer and pay
 * runs. Not for pages and resources.
 */
@Stateless
@PermitAll
public class DailyLimitService {

    @Inject TapRepository taps;
    @Inject SchoolClock clock;
    @Inject Event<Tapped> tapped;

    /** Ends what is due in one class of the bound school; returns how many sessions were ended. */
    public int close(UUID classId) {
        return close(List.of(classId));
    }

    /**
     * Ends what is due in all classes of the bound school; returns how many sessions were ended.
     */
    public int closeAll() {
        return close(taps.limitedClasses());
    }

    private int close(List<UUID> classIds) {
        Instant now = clock.now().truncatedTo(ChronoUnit.SECONDS);
        List<Tapped> closed = taps.closeAtLimit(classIds, null, now);
        closed.forEach(tapped::fire);
        return closed.size();
    }
}
