package org.homeroom.roster;

import jakarta.annotation.Nullable;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Operation;

/** Lets pupils take their seats; open to anyone, answers nothing to strangers. */
@Path("/claims")
@PermitAll
public class ClaimResource {

    @Inject ClaimService claims;

    /** Recognises a seat. */
    @Operation(
            does = "Recognises a seat by class code, initial, last name and birth date.",
            by = "anyone",
            status = 201,
            answers = ClaimResource.Opened.class,
            refuses = {ErrorCode.CONFLICT, ErrorCode.RATE_LIMIT_EXCEEDED})
    @POST
    public Response claim(ClaimJson request) {
        OpenClaim open =
                claims.claim(
                        new ClaimSeat(
                                request.joinCode(),
                                request.firstInitial(),
                                request.lastName(),
                                request.birthDate(),
                                request.firstName()));
        Object answer = new Opened(open.id(), open.expiresAt(), open.joined());
        return Response.status(Response.Status.CREATED).entity(answer).build();
    }

    /** Chooses how to sign in and takes the seat. */
    @Operation(
            does = "Chooses how to sign in and takes the seat.",
            by = "whoever opened the claim",
            refuses = {ErrorCode.CONFLICT, ErrorCode.RATE_LIMIT_EXCEEDED})
    @POST
    @Path("/{id}/credentials")
    public Named choose(@PathParam("id") UUID id, CredentialsJson request) {
        return new Named(
                claims.choose(
                        id,
                        new ChooseCredentials(
                                request.word(), request.pin(), request.passphrase())));
    }

    /** The first step; the first name decides between two seats that look alike. */
    public record ClaimJson(
            String joinCode,
            String firstInitial,
            String lastName,
            String birthDate,
            @Nullable String firstName) {}

    /** The second step. */
    public record CredentialsJson(String word, String pin, String passphrase) {

        /** Keeps the secrets out of logs. */
        @Override
        public String toString() {
            return "CredentialsJson[]";
        }
    }

    /**
     * A recognised seat.
     *
     * @param joined true when an account of this pupil has the seat now and nothing is left to
     *     choose
     */
    public record Opened(UUID id, Instant expiresAt, boolean joined) {}

    /** The user name, shown this once. */
    public record Named(String username) {}
}
