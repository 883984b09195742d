package org.homeroom.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.roster.RosterFilled;

/**
 * Taps students out of a class that they leave or that ends, in the roster's own transaction: no
 * board shows them any more, and nobody could end their time.
 */
@ApplicationScoped
public class Departures {

    @Inject TapRepository taps;
    @Inject SchoolClock clock;
    @Inject Event<Tapped> tapped;

    void tapOut(@Observes RosterFilled filled) {
        taps.closeDeparted(filled.classIds(), clock.now().truncatedTo(ChronoUnit.SECONDS))
                .forEach(tapped::fire);
    }
}
