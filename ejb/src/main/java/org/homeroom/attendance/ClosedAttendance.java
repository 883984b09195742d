package org.homeroom.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.homeroom.roster.ClassClosed;

/** Says that taps stay when a class is closed: its pay rests on them. */
@ApplicationScoped
public class ClosedAttendance {

    @Inject TapRepository taps;

    void close(@Observes ClassClosed closed) {
        closed.receipt()
                .stayed(
                        "taps",
                        taps.countOfClass(closed.classId()),
                        "pay rests on them; they name accounts' ids alone");
    }
}
