package org.homeroom.identity;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Operation;

/** The caller's proof, once more, before sensitive acts. */
@Path("/auth/proof")
@Consumes(MediaType.APPLICATION_JSON)
public class ProofResource {

    @Inject FreshProofService proofs;

    /** The caller's password, or a student's PIN. */
    public record Again(String proof) {}

    /** Takes the proof. */
    @Operation(
            does =
                    "Takes the caller's password, or a student's PIN, once more; acts that answer"
                            + " PROOF_REQUIRED may then be repeated for ten minutes.",
            by = "everyone",
            status = 204,
            refuses = {ErrorCode.AUTHORIZATION_ERROR, ErrorCode.RATE_LIMIT_EXCEEDED})
    @POST
    public Response prove(Again proof) {
        proofs.prove(proof.proof());
        return Response.noContent().build();
    }
}
