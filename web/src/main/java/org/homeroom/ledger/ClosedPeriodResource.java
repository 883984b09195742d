package org.homeroom.ledger;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.homeroom.kernel.Idempotent;
import org.homeroom.kernel.Operation;

/** One closed period. */
@Path("/closed-periods/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ClosedPeriodResource {

    @Inject ClosedPeriodService periods;

    /** Why it is opened again. */
    public record ReopenPeriod(String reason) {}

    /** Opens it again. */
    @Operation(does = "Opens a closed period again.", by = "school administrators")
    @POST
    @Path("/reopen")
    @Idempotent
    public ClosedPeriodJson reopen(@PathParam("id") UUID id, ReopenPeriod command) {
        return ClosedPeriodJson.of(periods.reopen(id, command.reason()));
    }
}
