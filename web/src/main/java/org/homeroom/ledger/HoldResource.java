package org.homeroom.ledger;

import jakarta.annotation.Nullable;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.homeroom.kernel.Idempotent;
import org.homeroom.kernel.MoneyJson;
import org.homeroom.kernel.Operation;

/** One amount that is set aside. */
@Path("/holds/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class HoldResource {

    private static final String BY = "the class's teacher, school administrators, operators";

    @Inject HoldService holds;

    @PathParam("id")
    private UUID id;

    /** How much of it is taken; all when left out. */
    public record CaptureHold(@Nullable MoneyJson amount) {}

    /** Gives it free. */
    @Operation(does = "Gives free what was set aside.", by = BY)
    @POST
    @Path("/release")
    @Idempotent
    public HoldJson release() {
        return HoldJson.of(holds.release(id));
    }

    /** Takes it for the class. */
    @Operation(
            does = "Takes what was set aside for the class, or a part; the rest is free again.",
            by = BY)
    @POST
    @Path("/capture")
    @Idempotent
    public HoldJson capture(CaptureHold command) {
        String currency = holds.find(id).currency();
        return HoldJson.of(
                holds.capture(
                        id,
                        command == null || command.amount() == null
                                ? null
                                : HoldJson.minor(command.amount(), currency)));
    }
}
