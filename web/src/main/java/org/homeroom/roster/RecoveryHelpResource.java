package org.homeroom.roster;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.ListPart;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Slice;

/** What a student is asked when a teacher lost every way in. */
@Path("/recovery-requests")
public class RecoveryHelpResource {

    private static final String STUDENT = "students who were asked";

    @Inject RecoveryHelpService help;

    /** Lists what the student is asked. */
    @Operation(does = "Lists the teachers that the student is asked to help.", by = "students")
    @GET
    public Slice<RecoveryJson.Asked> asked(@BeanParam ListPart part) {
        List<RecoveryAsked> asked = help.asked();
        return part.of(asked.stream().map(RecoveryJson.Asked::of).toList());
    }

    /** Makes the student's code. */
    @Operation(
            does = "Makes the student's code, once; the answer alone has it.",
            by = STUDENT,
            refuses = {ErrorCode.CONFLICT, ErrorCode.RATE_LIMIT_EXCEEDED})
    @POST
    @Path("/{id}/code")
    public RecoveryJson.Code code(@PathParam("id") UUID id, RecoveryJson.Help request) {
        return new RecoveryJson.Code(help.code(id, request.passphrase()));
    }

    /** Says no more of it. */
    @Operation(does = "Takes the request off the student's page.", by = STUDENT, status = 204)
    @POST
    @Path("/{id}/dismiss")
    public void dismiss(@PathParam("id") UUID id) {
        help.dismiss(id);
    }
}
