package org.homeroom.attendance;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.homeroom.kernel.Operation;

/** Kept reports of uploaded tap histories. */
@Path("/tap-imports/{id}")
public class TapReportResource {

    @Inject TapHistoryImportService imports;

    /** Returns the report; {@code rows=all} adds the lines that were plainly accepted. */
    @Operation(
            does = "Returns the kept report of an uploaded tap history.",
            by = "the class's teacher, school administrators")
    @GET
    public TapImportJson find(@PathParam("id") UUID id, @QueryParam("rows") String rows) {
        return TapImportJson.of(imports.report(id), "all".equals(rows));
    }
}
