package org.homeroom.identity;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Operation;

/** The caller's authenticator and recovery codes. */
@Path("/auth/totp")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TotpResource {

    private static final String ADULTS = "everyone but students";

    @Inject TotpService totp;

    /** A code of the authenticator. */
    public record Code(String code) {}

    /** The caller's password, once more. */
    public record Proof(String password) {}

    /** Codes that let the caller in once each without the authenticator. */
    public record RecoveryCodes(List<String> recoveryCodes) {}

    /** Tells how the caller's second factor stands. */
    @Operation(does = "Tells how the caller's second factor stands.", by = ADULTS)
    @GET
    public TotpState state() {
        return totp.state();
    }

    /** Draws a secret for the caller's app. */
    @Operation(
            does = "Draws a secret for an authenticator app; it guards nothing before confirm.",
            by = ADULTS,
            status = 201,
            answers = NewTotp.class,
            refuses = ErrorCode.CONFLICT)
    @POST
    @Path("/enroll")
    @Consumes(MediaType.WILDCARD)
    public Response enroll() {
        return Response.status(Response.Status.CREATED).entity(totp.enroll()).build();
    }

    /** Turns the second factor on. */
    @Operation(
            does =
                    "Turns the second factor on with a first code, and answers ten recovery codes"
                            + " that are shown only now.",
            by = ADULTS)
    @POST
    @Path("/confirm")
    public RecoveryCodes confirm(Code code) {
        return new RecoveryCodes(totp.confirm(code.code()));
    }

    /** Replaces the recovery codes. */
    @Operation(
            does = "Replaces the recovery codes; the old ones are good for nothing then.",
            by = ADULTS,
            refuses = ErrorCode.RATE_LIMIT_EXCEEDED)
    @POST
    @Path("/recovery-codes")
    public RecoveryCodes renew(Proof proof) {
        return new RecoveryCodes(totp.renewRecoveryCodes(proof.password()));
    }

    /** Turns the second factor off. */
    @Operation(
            does = "Turns the second factor off, after the password once more.",
            by = ADULTS,
            status = 204,
            refuses = ErrorCode.RATE_LIMIT_EXCEEDED)
    @DELETE
    public Response remove(Proof proof) {
        totp.remove(proof.password());
        return Response.noContent().build();
    }
}
