package org.homeroom.roster;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Operation;

/** Takes class lists over. */
@Path("/classes/{id}/roster")
public class RosterImportResource {

    private static final String STAFF = "the class's teacher, school administrators";

    @Inject RosterImportService imports;

    /** Takes a CSV body over. */
    @Operation(
            does =
                    "Takes a class list over, row by row; with rehearse it says what would become"
                            + " of each row, and nothing lands.",
            by = STAFF,
            refuses = ErrorCode.CONFLICT)
    @POST
    @Consumes({"text/csv", MediaType.TEXT_PLAIN, MediaType.APPLICATION_OCTET_STREAM})
    public ImportJson upload(
            @PathParam("id") UUID classId,
            @QueryParam("rows") String rows,
            @QueryParam("rehearse") boolean rehearse,
            @QueryParam("fingerprint") String fingerprint,
            InputStream body)
            throws IOException {
        return rehearse
                ? rehearsed(imports.rehearse(classId, null, body), rows)
                : landed(imports.upload(classId, null, body, fingerprint), rows);
    }

    /** Takes the file of a form over. */
    @Operation(
            does =
                    "Takes a class list over, row by row; with rehearse it says what would become"
                            + " of each row, and nothing lands.",
            by = STAFF,
            refuses = ErrorCode.CONFLICT)
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public ImportJson upload(
            @PathParam("id") UUID classId,
            @QueryParam("rows") String rows,
            @QueryParam("rehearse") boolean rehearse,
            @QueryParam("fingerprint") String fingerprint,
            @FormParam("file") EntityPart file)
            throws IOException {
        if (file == null) {
            throw new UnreadableList("Send the list as the form field named file.");
        }
        try (InputStream content = file.getContent()) {
            String name = file.getFileName().orElse(null);
            return rehearse
                    ? rehearsed(imports.rehearse(classId, name, content), rows)
                    : landed(imports.upload(classId, name, content, fingerprint), rows);
        }
    }

    private static ImportJson rehearsed(ImportRehearsal rehearsal, String rows) {
        return ImportJson.of(rehearsal, "all".equals(rows));
    }

    private static ImportJson landed(ImportReport report, String rows) {
        return ImportJson.of(report, "all".equals(rows));
    }
}
