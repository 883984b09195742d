package org.homeroom.roster;

import jakarta.annotation.Nullable;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.ListPart;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Slice;

/** The list of a class. */
@Path("/classes/{id}/seats")
public class SeatResource {

    private static final String STAFF = "the class's teacher, school administrators";

    @Inject RosterService roster;
    @Inject SeatService seats;

    /** Lists the seats by name. */
    @Operation(does = "Lists the seats by name.", by = STAFF)
    @GET
    public Slice<SeatJson> list(@PathParam("id") UUID classId, @BeanParam ListPart part) {
        return part.of(roster.seats(classId).stream().map(SeatJson::of).toList());
    }

    /** Corrects a seat that nobody has claimed. */
    @Operation(
            does =
                    "Corrects what a seat that nobody has claimed recognises its student by; a"
                            + " field left out stays as it is.",
            by = STAFF,
            refuses = ErrorCode.CONFLICT)
    @PATCH
    @Path("/{seat}")
    public SeatJson correct(
            @PathParam("id") UUID classId, @PathParam("seat") UUID seatId, Correction correction) {
        seats.correct(
                classId,
                seatId,
                new CorrectSeat(
                        correction.firstName(), correction.lastName(), correction.dateOfBirth()));
        return SeatJson.of(seats.seat(classId, seatId));
    }

    /** Takes a seat that nobody has claimed off the list. */
    @Operation(
            does = "Takes a seat that nobody has claimed off the list.",
            by = STAFF,
            status = 204,
            refuses = ErrorCode.CONFLICT)
    @DELETE
    @Path("/{seat}")
    public void remove(@PathParam("id") UUID classId, @PathParam("seat") UUID seatId) {
        seats.remove(classId, seatId);
    }

    /** What was wrong; the birth date is year-month-day or month/day/year. */
    public record Correction(
            @Nullable String firstName, @Nullable String lastName, @Nullable String dateOfBirth) {}

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
