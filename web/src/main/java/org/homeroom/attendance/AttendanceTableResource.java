package org.homeroom.attendance;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.homeroom.kernel.DaySpan;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.kernel.TimeText;
import org.homeroom.roster.RosterService;

/** Days of a class as a table for spreadsheets: time in class beside the marks. */
@Path("/classes/{id}/attendance.csv")
public class AttendanceTableResource {

    @Inject AttendanceService attendance;
    @Inject MarkService marks;
    @Inject RosterService roster;
    @Inject SchoolClock clock;

    /** Returns the days, both inclusive; without them today. */
    @Operation(
            does =
                    "Returns time in class and marks by student and day as a table; days are the"
                            + " class's, both inclusive, today without them.",
            by = "the class's teacher, school administrators")
    @GET
    @Produces("text/csv;charset=UTF-8")
    public Response table(
            @PathParam("id") UUID classId,
            @QueryParam("from") String from,
            @QueryParam("to") String to) {
        DaySpan days =
                DaySpan.of(
                        TimeText.day("from", from),
                        TimeText.day("to", to),
                        clock.today(roster.ownedClass(classId).zone()));
        AttendanceSpan span = attendance.span(classId, days);
        String csv = AttendanceCsv.of(span, marks.between(classId, span.from(), span.to()));
        return Response.ok(csv, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"attendance.csv\"")
                .build();
    }
}
