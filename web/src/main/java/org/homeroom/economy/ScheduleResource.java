package org.homeroom.economy;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.homeroom.kernel.EntityVersion;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.ListPart;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Slice;

/** What runs by itself: pay of schools and classes, and banks of classes. */
@Path("/schedules")
public class ScheduleResource {

    private static final String BY =
            "the class's teacher, administrators of its school and operators; for schools and the"
                    + " district administrators and operators";

    private static final String READ_BY = BY + "; administrators of the district read all";

    @Inject ScheduleService schedules;

    /** Lists them. */
    @Operation(
            does = "Lists what runs by itself: pay of the school and of classes, and their banks.",
            by = READ_BY)
    @GET
    public Slice<ScheduleJson> list(@BeanParam ListPart part) {
        return part.of(schedules.list().stream().map(ScheduleJson::of).toList());
    }

    /** Lets something run by itself. */
    @Operation(
            does =
                    "Lets something run by itself that did not: pay-run, which is payroll-pay-run among the"
                            + " jobs, or interest-run. A bank looks every day; pay needs a first date,"
                            + " unless its settings have one.",
            by = BY,
            status = 201,
            answers = ScheduleJson.class,
            refuses = ErrorCode.CONFLICT)
    @POST
    public Response set(ScheduleJson.Request request) {
        Schedule made = schedules.set(request.wanted());
        return Response.created(URI.create("schedules/" + made.id()))
                .tag(new EntityTag(Long.toString(made.version())))
                .entity(ScheduleJson.of(made))
                .build();
    }

    /** Changes when it runs, or switches it off. */
    @Operation(
            does = "Changes when it runs; enabled false switches it off, as DELETE does.",
            by = BY,
            versioned = true,
            answers = ScheduleJson.class)
    @PATCH
    @Path("/{id}")
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            ScheduleJson.Change request) {
        Schedule before = found(id, ifMatch);
        Schedule changed =
                Boolean.FALSE.equals(request.enabled())
                        ? schedules.end(before)
                        : schedules.change(
                                before,
                                request.calendar() == null
                                        ? before.calendar()
                                        : request.calendar().over(before.calendar()));
        return EntityVersion.ok(ScheduleJson.of(changed), changed.version());
    }

    /** Switches it off. */
    @Operation(
            does = "Switches it off; what was paid and booked stays.",
            by = BY,
            versioned = true,
            status = 204)
    @DELETE
    @Path("/{id}")
    public void end(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        schedules.end(found(id, ifMatch));
    }

    private Schedule found(UUID id, String ifMatch) {
        Schedule before = schedules.find(id);
        EntityVersion.require(ifMatch, before.version());
        return before;
    }
}
