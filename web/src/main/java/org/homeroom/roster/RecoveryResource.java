package org.homeroom.roster;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Operation;

/** Where a teacher comes back who lost every way in. */
@Path("/recoveries")
@PermitAll
public class RecoveryResource {

    private static final String HOLDER = "anyone who holds the token";

    @Inject RecoveryService recoveries;

    /** Begins. */
    @Operation(
            does =
                    "Asks students to help their teacher back in; one answer whatever is wrong. "
                            + "A request under way goes on, with a new token.",
            by = "anyone who knows students of every period and the birth date",
            status = 201,
            answers = RecoveryJson.Begun.class,
            refuses = ErrorCode.RATE_LIMIT_EXCEEDED)
    @POST
    public Response begin(RecoveryJson.Begin request) {
        return Response.status(Response.Status.CREATED)
                .entity(RecoveryJson.Begun.of(recoveries.begin(request.command())))
                .build();
    }

    /** Returns how it stands. */
    @Operation(
            does =
                    "Returns how many students have made a code, and the new authenticator's secret"
                            + " once the codes were right.",
            by = HOLDER)
    @GET
    @Path("/{token}")
    public RecoveryJson look(@PathParam("token") String token) {
        return RecoveryJson.of(recoveries.look(token));
    }

    /** Keeps what was typed in so far. */
    @Operation(
            does = "Keeps codes and user name for later, sealed; a PIN brings them back.",
            by = HOLDER,
            refuses = ErrorCode.RATE_LIMIT_EXCEEDED)
    @POST
    @Path("/{token}/progress")
    public RecoveryJson.Saved save(@PathParam("token") String token, RecoveryJson.Codes request) {
        return new RecoveryJson.Saved(recoveries.save(token, request.codes(), request.username()));
    }

    /** Compares the students' codes. */
    @Operation(
            does =
                    "Compares the students' codes, in any order; when they do not fit, all are void.",
            by = HOLDER,
            refuses = {ErrorCode.CONFLICT, ErrorCode.RATE_LIMIT_EXCEEDED})
    @POST
    @Path("/{token}/codes")
    public RecoveryJson prove(@PathParam("token") String token, RecoveryJson.Codes request) {
        return RecoveryJson.of(recoveries.prove(token, request.codes(), request.username()));
    }

    /** Ends it. */
    @Operation(
            does = "Gives the teacher user name, password and authenticator from now on.",
            by = HOLDER,
            refuses = {ErrorCode.CONFLICT, ErrorCode.RATE_LIMIT_EXCEEDED})
    @POST
    @Path("/{token}/factor")
    public RecoveryJson.Done finish(@PathParam("token") String token, RecoveryJson.Factor request) {
        return new RecoveryJson.Done(
                request.username(),
                recoveries.finish(token, request.username(), request.password(), request.code()));
    }
}
