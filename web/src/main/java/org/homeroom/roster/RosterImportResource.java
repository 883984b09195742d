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
import org.homeroom.kernel.Operation;

/** Takes class lists over. */
@Path("/classes/{id}/roster")
public class RosterImportResource {

    @Inject RosterImportService imports;

    /** Takes a CSV body over. */
    @Operation(
            does = "Takes a class list over, row by row.",
            by = "the class's teacher, school administrators")
    @POST
    @Consumes({"text/csv", MediaType.TEXT_PLAIN, MediaType.APPLICATION_OCTET_STREAM})
    public ImportJson upload(
            @PathParam("id") UUID classId, @QueryParam("rows") String rows, InputStream body)
            throws IOException {
        return ImportJson.of(imports.upload(classId, null, body), "all".equals(rows));
    }

    /** Takes the file of a form over. */
    @Operation(
            does = "Takes a class list over, row by row.",
            by = "the class's teacher, school administrators")
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public ImportJson upload(
            @PathParam("id") UUID classId,
            @QueryParam("rows") String rows,
            @FormParam("file") EntityPart file)
            throws IOException {
        if (file == null) {
            throw new UnreadableList("Send the list as the form field named file.");
        }
        try (InputStream content = file.getContent()) {
            String name = file.getFileName().orElse(null);
            return ImportJson.of(imports.upload(classId, name, content), "all".equals(rows));
        }
    }
}
