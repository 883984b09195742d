package org.homeroom.banking;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.homeroom.kernel.EntityVersion;
import org.homeroom.kernel.Idempotent;
import org.homeroom.kernel.Operation;
import org.homeroom.roster.RosterService;

/** One bonus, fee or interest run of a class that the caller runs. */
@Path("/bank-runs/{id}")
public class BankRunResource {

    private static final String BY = "the class's teacher, school administrators, operators";

    @Inject BankRunService runs;
    @Inject RosterService roster;

    /** Returns the run with its lines. */
    @Operation(
            does = "Returns the run with its lines.",
            by = BY,
            versioned = true,
            answers = BankRunJson.class)
    @GET
    public Response find(@PathParam("id") UUID id) {
        BankRun run = runs.find(id);
        return EntityVersion.ok(full(run), run.version());
    }

    /** Books it: interest by its job, a bonus at once; 409 when an input changed. */
    @Operation(
            does = "Books the run; refused when an input changed since the rehearsal.",
            by = BY,
            status = 202,
            answers = BankRunJson.class)
    @POST
    @Path("/commit")
    @Idempotent
    public Response commit(@PathParam("id") UUID id) {
        return Response.accepted(full(runs.commit(id))).build();
    }

    /** Takes the whole run back. */
    @Operation(does = "Takes the whole run back.", by = BY)
    @POST
    @Path("/reverse")
    @Idempotent
    public BankRunJson reverse(@PathParam("id") UUID id, Takeback request) {
        return full(runs.reverse(id, request.reason()));
    }

    private BankRunJson full(BankRun run) {
        String currency = roster.classFor(run.classId()).currency();
        return BankRunJson.of(run, currency, runs.lines(run.id()));
    }

    /** Why it is taken back; students read it. */
    public record Takeback(String reason) {}
}
