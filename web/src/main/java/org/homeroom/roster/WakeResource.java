package org.homeroom.roster;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.Operation;

/** Students of a class who must wait after wrong PINs. */
@Path("/classes/{id}/asleep")
public class WakeResource {

    private static final String THEIRS = "the class's teacher, school administrators";

    @Inject SleepService sleep;

    /** Lists them. */
    @Operation(does = "Lists the students who must wait after wrong PINs.", by = THEIRS)
    @GET
    public List<UUID> list(@PathParam("id") UUID classId) {
        return sleep.asleep(classId).stream().sorted().toList();
    }

    /** Lets one try again. */
    @Operation(
            does = "Lets a student who typed wrong PINs try again at once.",
            by = THEIRS,
            status = 204)
    @POST
    @Path("/{student}/wake")
    public void wake(@PathParam("id") UUID classId, @PathParam("student") UUID studentId) {
        sleep.wake(classId, studentId);
    }
}
