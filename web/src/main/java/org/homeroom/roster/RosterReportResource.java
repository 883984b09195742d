package org.homeroom.roster;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.homeroom.kernel.Operation;

/** Kept reports of uploaded lists. */
@Path("/roster-imports/{id}")
public class RosterReportResource {

    @Inject RosterImportService imports;

    /** Returns the report; {@code rows=all} adds the lines that were plainly accepted. */
    @Operation(
            does = "Returns the kept report of an uploaded list.",
            by = "the class's teacher, school administrators")
    @GET
    public ImportJson find(@PathParam("id") UUID id, @QueryParam("rows") String rows) {
        return ImportJson.of(imports.report(id), "all".equals(rows));
    }
}
