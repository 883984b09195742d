package org.homeroom.ledger;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.homeroom.kernel.Idempotent;
import org.homeroom.kernel.Operation;

/** One entry of the journal. */
@Path("/entries/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class EntryResource {

    @Inject LedgerService ledger;

    /** Why an entry is taken back; people read it on the statement. */
    public record ReverseEntry(String reason) {}

    /** The entry that takes another one back. */
    public record ReversalJson(UUID id, UUID reversalOf) {}

    /** Takes the entry back; a second time is refused. */
    @Operation(
            does = "Takes an entry back; a second time is refused.",
            by = "the class's teacher",
            status = 201,
            answers = EntryResource.ReversalJson.class)
    @POST
    @Path("/reverse")
    @Idempotent
    public Response reverse(@PathParam("id") UUID id, ReverseEntry command) {
        String reason = command == null ? null : command.reason();
        UUID reversal = ledger.reverseAsTeacher(id, reason).entryId();
        return Response.status(Response.Status.CREATED)
                .entity(new ReversalJson(reversal, id))
                .build();
    }
}
