package org.homeroom.roster;

import jakarta.annotation.Nullable;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.homeroom.kernel.ListPart;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Slice;

/** The list of a class. */
@Path("/classes/{id}/seats")
public class SeatResource {

    @Inject RosterService roster;

    /** Lists the seats by name. */
    @Operation(does = "Lists the seats by name.", by = "the class's teacher, school administrators")
    @GET
    public Slice<SeatJson> list(@PathParam("id") UUID classId, @BeanParam ListPart part) {
        return part.of(roster.seats(classId).stream().map(SeatJson::of).toList());
    }

    /** A seat on the wire (api.md). */
    public record SeatJson(
            UUID id,
            String firstName,
            String lastInitial,
            boolean claimed,
            @Nullable UUID studentId) {

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
