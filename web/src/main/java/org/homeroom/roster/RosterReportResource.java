package org.homeroom.roster;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;

/** Kept reports of uploaded lists. */
@Path("/roster-imports/{id}")
public class RosterReportResource {

    @Inject RosterImportService imports;

    /** Returns the report; {@code rows=all} adds the lines that were plainly accepted. */
    @GET
    public ImportJson find(@PathParam("id") UUID id, @QueryParam("rows") String rows) {
        return ImportJson.of(imports.report(id), "all".equals(rows));
    }
}
