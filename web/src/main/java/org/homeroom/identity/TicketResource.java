package org.homeroom.identity;

import jakarta.annotation.Nullable;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Refusal;

/** Gives out one-time tickets for sockets. */
@Path("/ws-tickets")
@Produces(MediaType.APPLICATION_JSON)
public class TicketResource {

    private static final String LIVE = "live";

    @Inject TicketService tickets;
    @Context HttpServletRequest request;

    /** Which socket the ticket is for; {@code live} when left out. */
    public record Wanted(@Nullable String channel) {}

    /** Gives the caller a ticket that is good once, for a minute. */
    @Operation(
            does = "Gives a ticket that opens a socket once, within a minute.",
            by = "everyone",
            status = 201,
            answers = NewTicket.class)
    @POST
    public Response issue(Wanted wanted) {
        String channel = wanted.channel() == null ? LIVE : wanted.channel();
        if (!channel.equals(LIVE)) {
            throw new Refusal(ErrorCode.VALIDATION_ERROR, "channel", "The channel is live.");
        }
        return Response.status(Response.Status.CREATED)
                .entity(tickets.issue(channel, Visit.of(request).signIn()))
                .build();
    }
}
