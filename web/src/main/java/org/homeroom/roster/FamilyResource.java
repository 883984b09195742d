package org.homeroom.roster;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Operation;

/** Who follows a pupil of a class. */
@Path("/classes/{id}/students/{student}/family")
public class FamilyResource {

    private static final String STAFF = "the class's teacher, school administrators";

    @Inject GuardianService guardians;

    @PathParam("id")
    private UUID classId;

    @PathParam("student")
    private UUID studentId;

    /** Returns who follows the pupil. */
    @Operation(does = "Returns who follows the student, and codes not taken yet.", by = STAFF)
    @GET
    public FamilyJson family() {
        return FamilyJson.of(guardians.family(classId, studentId));
    }

    /** Makes a code for one more guardian. */
    @Operation(
            does = "Makes a code for one more guardian; the answer alone has it.",
            by = STAFF,
            status = 201,
            answers = FamilyJson.Made.class)
    @POST
    @Path("/codes")
    public Response invite() {
        NewGuardianCode made = guardians.invite(classId, studentId);
        return Response.status(Response.Status.CREATED)
                .entity(new FamilyJson.Made(made.id(), made.code(), made.expiresAt()))
                .build();
    }

    /** Takes a code back. */
    @Operation(does = "Takes a code back.", by = STAFF, status = 204)
    @DELETE
    @Path("/codes/{code}")
    public void revoke(@PathParam("code") UUID codeId) {
        guardians.revoke(classId, studentId, codeId);
    }

    /** Changes how much somebody sees. */
    @Operation(
            does = "Changes how much a guardian sees, and who is the first to turn to.",
            by = STAFF,
            refuses = ErrorCode.CONFLICT)
    @PATCH
    @Path("/{guardian}")
    public FamilyJson.Member change(
            @PathParam("guardian") UUID guardianId, FamilyJson.Rights change) {
        return FamilyJson.Member.of(
                guardians.change(
                        classId,
                        studentId,
                        guardianId,
                        change.rights(),
                        Boolean.TRUE.equals(change.primary())));
    }

    /** Ends that somebody follows the pupil. */
    @Operation(does = "Ends that somebody follows the student.", by = STAFF, status = 204)
    @DELETE
    @Path("/{guardian}")
    public void unlink(@PathParam("guardian") UUID guardianId) {
        guardians.unlink(classId, studentId, guardianId);
    }
}
