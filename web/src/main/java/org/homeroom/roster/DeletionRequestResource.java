package org.homeroom.roster;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.ListPart;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Slice;

/** Teachers' wishes that a class or their account goes. */
@Path("/deletion-requests")
public class DeletionRequestResource {

    @Inject DeletionRequestService requests;

    /** Lists them. */
    @Operation(
            does =
                    "Lists the school's requests for administrators, a teacher's own for the teacher.",
            by = "teachers, administrators")
    @GET
    public Slice<DeletionRequestJson> list(@BeanParam ListPart part) {
        return part.of(requests.list().stream().map(DeletionRequestJson::of).toList());
    }

    /** Makes one. */
    @Operation(
            does = "Asks that the class of a period, or the caller's account, be closed.",
            by = "teachers",
            status = 201,
            answers = DeletionRequestJson.class,
            refuses = ErrorCode.CONFLICT)
    @POST
    public Response ask(DeletionRequestJson.Request request) {
        DeletionRequest made = requests.ask(request.kind(), request.period(), request.reason());
        return Response.status(Response.Status.CREATED)
                .entity(DeletionRequestJson.of(made))
                .build();
    }

    /** Ends one. */
    @Operation(
            does = "Withdraws the caller's own request, or rejects a teacher's.",
            by = "the request's teacher, administrators",
            refuses = ErrorCode.CONFLICT)
    @PATCH
    @Path("/{id}")
    public DeletionRequestJson end(@PathParam("id") UUID id, DeletionRequestJson.End end) {
        return DeletionRequestJson.of(requests.end(id, end.state()));
    }
}
