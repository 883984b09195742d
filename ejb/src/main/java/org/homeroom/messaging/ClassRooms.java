package org.homeroom.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.homeroom.kernel.Ids;
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

    void open(@Observes ClassOpened opened) {
        messages.openRoom(Ids.next(), opened.classId(), clock.now());
    }

    void fill(@Observes RosterFilled filled) {
        messages.fill(filled.classIds(), clock.now());
    }

    void add(@Observes SeatClaimed claimed) {
        messages.addMember(claimed.classId(), claimed.studentId(), clock.now());
    }
}
