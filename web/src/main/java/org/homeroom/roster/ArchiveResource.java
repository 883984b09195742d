package org.homeroom.roster;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Operation;

/** Archives a class, and opens it again. */
@Path("/classes")
public class ArchiveResource {

    private static final String STAFF = "the class's teacher, school administrators";

    @Inject ArchiveService archive;

    /** Archives the class. */
    @Operation(
            does =
                    "Archives a class that is over: its students leave it and keep all they have,"
                            + " and nothing runs in it.",
            by = STAFF,
            refuses = ErrorCode.CONFLICT)
    @POST
    @Path("/{id}/archive")
    public ArchivedJson archive(@PathParam("id") UUID id) {
        return ArchivedJson.of(archive.archive(id));
    }

    /** Opens it again. */
    @Operation(
            does = "Opens an archived class again, with the students who were in it.",
            by = STAFF,
            refuses = ErrorCode.CONFLICT)
    @POST
    @Path("/{id}/reopen")
    public ClassJson reopen(@PathParam("id") UUID id) {
        return ClassJson.of(archive.reopen(id));
    }
}
