package org.homeroom.roster;

import jakarta.annotation.Nullable;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.ListPart;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Slice;

/** Badges with which the students of a class sign in. */
@Path("/classes/{id}/badges")
public class BadgeResource {

    private static final String STAFF = "the class's teacher, school administrators";

    @Inject ClassBadgeService badges;

    @PathParam("id")
    private UUID classId;

    /** A student and since when there is a badge. */
    public record BadgeJson(UUID studentId, String name, @Nullable Instant issuedAt) {

        static BadgeJson of(BadgeLine line) {
            return new BadgeJson(
                    line.student().studentId(), line.student().displayName(), line.issuedAt());
        }
    }

    /** For whom badges are made; null for everyone without one. */
    public record Request(@Nullable List<UUID> studentIds) {}

    /** Badges just made, readable this once. */
    public record Made(List<Printed> badges) {}

    /** One of them. */
    public record Printed(UUID studentId, String name, String badge) {}

    /** Lists the students with their badges, by name. */
    @Operation(does = "Lists the students and since when each has a badge.", by = STAFF)
    @GET
    public Slice<BadgeJson> list(@BeanParam ListPart part) {
        return part.of(badges.list(classId).stream().map(BadgeJson::of).toList());
    }

    /** Makes badges. */
    @Operation(
            does =
                    "Makes badges; the answer alone has them, and older ones of these students are"
                            + " worth nothing any more.",
            by = STAFF,
            status = 201,
            answers = BadgeResource.Made.class)
    @POST
    public Response issue(Request request) {
        List<Printed> made =
                badges.issue(classId, request.studentIds()).stream()
                        .map(
                                one ->
                                        new Printed(
                                                one.student().studentId(),
                                                one.student().displayName(),
                                                one.code()))
                        .toList();
        return Response.status(Response.Status.CREATED).entity(new Made(made)).build();
    }

    /** Takes a badge back. */
    @Operation(does = "Takes a student's badge back.", by = STAFF, status = 204)
    @DELETE
    @Path("/{student}")
    public void revoke(@PathParam("student") UUID studentId) {
        badges.revoke(classId, studentId);
    }
}
