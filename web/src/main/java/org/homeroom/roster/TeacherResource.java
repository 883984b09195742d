package org.homeroom.roster;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.homeroom.kernel.ListPart;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Slice;

/** Teachers with their students in numbers. */
@Path("/teachers")
public class TeacherResource {

    private static final String ADMINISTRATORS = "administrators";

    @Inject ClosingService closings;

    /** Lists them. */
    @Operation(
            does = "Lists the teachers with how many different students each has, by period.",
            by = ADMINISTRATORS)
    @GET
    public Slice<TeacherJson> list(@BeanParam ListPart part) {
        return part.of(closings.teachers().stream().map(TeacherJson::of).toList());
    }

    /** Counts the school. */
    @Operation(does = "Returns the school in numbers.", by = ADMINISTRATORS)
    @GET
    @Path("/counts")
    public SchoolCounts counts() {
        return closings.counts();
    }
}
