package org.homeroom.messaging;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Feed;
import org.homeroom.kernel.Idempotent;
import org.homeroom.kernel.ListPart;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.Slice;

/** {@code /conversations}: the caller's rooms, what was said in them, and saying something. */
@Path("/conversations")
@Produces(MediaType.APPLICATION_JSON)
public class ConversationResource {

    private static final int LARGEST_PAGE = 200;

    @Inject MessagingService messaging;

    /** Lists the caller's conversations, the one with the newest message first. */
    @Operation(
            does = "Lists the caller's conversations, the one with the newest message first.",
            by = "everyone")
    @GET
    public Slice<ConversationJson> list(@BeanParam ListPart part) {
        return part.of(messaging.conversations().stream().map(ConversationJson::of).toList());
    }

    /** Returns messages after a number, oldest first. */
    @Operation(does = "Returns messages after a number, oldest first.", by = "members")
    @GET
    @Path("/{id}/messages")
    public Feed<MessageJson> messages(
            @PathParam("id") UUID id,
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "limit",
                    "Choose limit from 1 to " + LARGEST_PAGE + ".");
        }
        if (after < 0) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR, "after", "Pass what the last answer gave as next.");
        }
        Feed<Message> part = messaging.messages(id, after, limit);
        return new Feed<>(part.rows().stream().map(MessageJson::of).toList(), part.next());
    }

    /** Stores a message of the caller. */
    @Operation(
            does = "Stores a message of the caller, then tells it.",
            by = "members",
            status = 201,
            answers = MessageJson.class,
            refuses = ErrorCode.RATE_LIMIT_EXCEEDED)
    @POST
    @Path("/{id}/messages")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    public Response write(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") String key,
            WriteMessage message) {
        String clientId = message.clientId() == null ? key : message.clientId();
        PostedMessage posted = messaging.post(id, message.text(), clientId);
        return Response.status(Response.Status.CREATED)
                .entity(MessageJson.of(posted.message()))
                .build();
    }
}
