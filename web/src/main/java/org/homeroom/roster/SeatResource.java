package org.homeroom.roster;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;

/** The list of a class. */
@Path("/classes/{id}/seats")
public class SeatResource {

    @Inject RosterService roster;

    /** Lists the seats by name. */
    @GET
    public List<SeatJson> list(@PathParam("id") UUID classId) {
        return roster.seats(classId).stream().map(SeatJson::of).toList();
    }

    /** A seat on the wire (api.md). */
    public record SeatJson(
            UUID id, String firstName, String lastInitial, boolean claimed, UUID studentId) {

        static SeatJson of(SeatRow seat) {
            return new SeatJson(
                    seat.id(),
                    seat.firstName(),
                    seat.lastInitial(),
                    seat.isClaimed(),
                    seat.studentId());
        }
    }
}
