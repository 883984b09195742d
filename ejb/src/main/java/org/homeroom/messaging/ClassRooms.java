package org.homeroom.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.homeroom.identity.AccessEnded;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.roster.ClassOpened;
import org.homeroom.roster.RosterFilled;
import org.homeroom.roster.SeatClaimed;

/**
 * Gives every class its room. Rooms and members are stored in the roster's own transaction: there
 * is no class without a room and no student outside it.
 */
@ApplicationScoped
public class ClassRooms {

    @Inject MessagingRepository messages;
    @Inject SchoolClock clock;
    @Inject Event<AccessEnded> ended;

    void open(@Observes ClassOpened opened) {
        heardAnew(messages.fill(List.of(opened.classId()), clock.now()));
    }

    void fill(@Observes RosterFilled filled) {
        heardAnew(messages.fill(filled.classIds(), clock.now()));
    }

    void add(@Observes SeatClaimed claimed) {
        messages.addMember(claimed.classId(), claimed.studentId(), clock.now());
        heardAnew(Set.of(claimed.studentId()));
    }

    // What a connection hears is decided when it is opened.
    private void heardAnew(Set<UUID> changed) {
        ended.fire(AccessEnded.here(changed));
    }
}
