package org.homeroom.roster;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.homeroom.identity.ErasureReceipt;
import org.homeroom.identity.ReceiptJson;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.ListPart;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.Slice;

/** Classes and teachers' accounts that were closed. */
@Path("/closings")
public class ClosingResource {

    private static final String ADMINISTRATORS = "administrators";

    @Inject ClosingService closings;

    /** Lists them. */
    @Operation(
            does = "Lists what was closed with its receipt, the newest first.",
            by = ADMINISTRATORS)
    @GET
    public Slice<ClosingJson> list(@BeanParam ListPart part) {
        return part.of(closings.closings().stream().map(ClosingJson::of).toList());
    }

    /** Closes a class or a teacher's account. */
    @Operation(
            does =
                    "Closes a class or a teacher's account, which its teacher asked for or which"
                            + " nobody signed in to for 180 days. The journal stays.",
            by = ADMINISTRATORS,
            status = 201,
            answers = ReceiptJson.class,
            refuses = {ErrorCode.CONFLICT, ErrorCode.PROOF_REQUIRED})
    @POST
    public Response close(ClosingJson.Request request) {
        if ((request.classId() == null) == (request.teacherId() == null)) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR, "class_id", "Name a class or a teacher, not both.");
        }
        ErasureReceipt receipt =
                request.classId() == null
                        ? closings.closeTeacher(request.teacherId(), request.word())
                        : closings.closeClass(request.classId(), request.word());
        return Response.status(Response.Status.CREATED).entity(ReceiptJson.of(receipt)).build();
    }
}
