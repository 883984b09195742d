package org.homeroom.economy;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.homeroom.kernel.Operation;

/** The students of a class to take away. */
@Path("/classes/{id}/students.csv")
public class StudentsResource {

    @Inject ClassTableService tables;

    /** Returns the table. */
    @Operation(
            does = "Returns the students of the class with their money, for a spreadsheet.",
            by = "the class's teacher, school administrators")
    @GET
    @Produces("text/csv;charset=UTF-8")
    public Response file(@PathParam("id") UUID classId) {
        return Response.ok(StudentsCsv.of(tables.lines(classId)), "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"students.csv\"")
                .build();
    }
}
