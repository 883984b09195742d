package org.homeroom.attendance;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.UUID;
import org.homeroom.kernel.ListPart;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Slice;

/** Days whose marks somebody still has to take. */
@Path("/untaken-marks")
public class UntakenResource {

    @Inject MarkService marks;

    /** Lists school days of the last two weeks with a student without a mark, newest first. */
    @Operation(
            does =
                    "Lists school days of the last two weeks on which a student of the caller's"
                            + " classes has no mark, the newest first.",
            by = "teachers for their classes, school administrators for all")
    @GET
    public Slice<UntakenJson> list(@BeanParam ListPart part) {
        return part.of(marks.untaken().stream().map(UntakenJson::of).toList());
    }

    /** A day of a class on the wire. */
    public record UntakenJson(
            UUID classId, String className, LocalDate day, int students, int marked) {

        static UntakenJson of(MarkCount count) {
            return new UntakenJson(
                    count.classId(),
                    count.className(),
                    count.day(),
                    count.students(),
                    count.marked());
        }
    }
}
