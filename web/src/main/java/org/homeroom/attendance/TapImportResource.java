package org.homeroom.attendance;

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
import org.homeroom.kernel.Idempotent;
import org.homeroom.kernel.Operation;
import org.homeroom.roster.UnreadableList;

/**
 * Takes tap histories over. The same file twice adds nothing, so no idempotency key is asked for.
 */
@Path("/classes/{id}/taps/import")
public class TapImportResource {

    @Inject TapHistoryImportService imports;

    /** Takes a CSV body over. */
    @Operation(
            does = "Takes a tap history over, row by row; the same file twice adds nothing.",
            by = "the class's teacher, school administrators")
    @POST
    @Idempotent
    @Consumes({"text/csv", MediaType.TEXT_PLAIN, MediaType.APPLICATION_OCTET_STREAM})
    public TapImportJson upload(
            @PathParam("id") UUID classId, @QueryParam("rows") String rows, InputStream body)
            throws IOException {
        return TapImportJson.of(imports.upload(classId, null, body), "all".equals(rows));
    }

    /** Takes the file of a form over. */
    @Operation(
            does = "Takes a tap history over, row by row; the same file twice adds nothing.",
            by = "the class's teacher, school administrators")
    @POST
    @Idempotent
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public TapImportJson upload(
            @PathParam("id") UUID classId,
            @QueryParam("rows") String rows,
            @FormParam("file") EntityPart file)
            throws IOException {
        if (file == null) {
            throw new UnreadableList("Send the history as the form field named file.");
        }
        try (InputStream content = file.getContent()) {
            String name = file.getFileName().orElse(null);
            return TapImportJson.of(imports.upload(classId, name, content), "all".equals(rows));
        }
    }
}
