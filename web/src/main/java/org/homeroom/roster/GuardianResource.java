package org.homeroom.roster;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.homeroom.identity.PersonRef;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Operation;

/** Where families come in. */
@Path("/guardians")
public class GuardianResource {

    @Inject GuardianLinkService guardians;

    /** Makes the account that the holder of a code chose. */
    @Operation(
            does = "Makes the parent's account that the holder of a code chose; good once.",
            by = "anyone who holds the code",
            status = 201,
            answers = FamilyJson.Parent.class,
            refuses = {ErrorCode.CONFLICT, ErrorCode.RATE_LIMIT_EXCEEDED})
    @POST
    @PermitAll
    public Response join(FamilyJson.Join request) {
        PersonRef parent = guardians.join(request.code(), request.choice());
        return Response.status(Response.Status.CREATED)
                .entity(
                        new FamilyJson.Parent(
                                parent.id(),
                                parent.username(),
                                parent.displayName(),
                                parent.roles()))
                .build();
    }

    /** Lets the caller follow one more child. */
    @Operation(
            does = "Lets the caller follow the student of a code; good once.",
            by = "grown-ups of the school",
            status = 201,
            answers = FamilyJson.Followed.class,
            refuses = {ErrorCode.CONFLICT, ErrorCode.RATE_LIMIT_EXCEEDED})
    @POST
    @Path("/me/children")
    public Response follow(FamilyJson.Follow request) {
        return Response.status(Response.Status.CREATED)
                .entity(FamilyJson.Followed.of(guardians.take(request.code())))
                .build();
    }
}
