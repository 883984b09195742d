package org.homeroom.messaging;

import jakarta.annotation.Nullable;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.homeroom.identity.DoorKey;
import org.homeroom.identity.NewDoorKey;
import org.homeroom.kernel.ListPart;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Slice;

/** Guests of a conversation. */
@Path("/conversations/{id}/guests")
public class GuestResource {

    private static final String STAFF = "teachers and staff in the conversation";

    @Inject GuestService guests;

    @PathParam("id")
    private UUID conversationId;

    /** Who is let in, and for how many hours. */
    public record Wanted(@Nullable String name, @Nullable Integer hours) {}

    /** A guest; null has not come yet. */
    public record Guest(UUID id, String name, Instant endsAt, @Nullable Instant lastSeenAt) {

        static Guest of(DoorKey key) {
            return new Guest(key.accountId(), key.name(), key.endsAt(), key.seenAt());
        }
    }

    /** A guest just let in; the key is readable this once. */
    public record Invited(UUID id, String name, Instant endsAt, String key) {}

    /** Lists the guests. */
    @Operation(does = "Lists who may read and write here as a guest now.", by = STAFF)
    @GET
    public Slice<Guest> list(@BeanParam ListPart part) {
        return part.of(guests.list(conversationId).stream().map(Guest::of).toList());
    }

    /** Lets a guest in. */
    @Operation(
            does =
                    "Lets a guest in for 1 to 24 hours. The answer alone has the key, with which the"
                            + " guest signs in.",
            by = STAFF,
            status = 201,
            answers = GuestResource.Invited.class)
    @POST
    public Response invite(Wanted wanted) {
        NewDoorKey made = guests.invite(conversationId, wanted.name(), wanted.hours());
        DoorKey key = made.key();
        return Response.status(Response.Status.CREATED)
                .entity(new Invited(key.accountId(), key.name(), key.endsAt(), made.secret()))
                .build();
    }

    /** Sends a guest away. */
    @Operation(does = "Sends a guest away at once.", by = STAFF, status = 204)
    @DELETE
    @Path("/{guest}")
    public void end(@PathParam("guest") UUID guestId) {
        guests.end(conversationId, guestId);
    }
}
