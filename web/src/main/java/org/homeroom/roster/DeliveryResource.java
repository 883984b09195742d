package org.homeroom.roster;

import jakarta.annotation.Nullable;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Paging;
import org.homeroom.kernel.Slice;

/** Rosters of the school information system, as OneRoster zips. */
@Path("/rosters")
public class DeliveryResource {

    private static final String BY = "school and district administrators";

    @Inject RosterDeliveryService rosters;
    @Inject RosterExportService exports;

    /** Lists what was brought, newest first, without problems. */
    @Operation(
            does = "Lists the rosters that were brought, newest first, without their problems.",
            by = BY)
    @GET
    public Slice<DeliveryJson> list(@BeanParam Paging paging) {
        Slice<RosterDelivery> found = rosters.list(paging.page(), paging.perPage());
        List<DeliveryJson> rows = found.rows().stream().map(DeliveryJson::of).toList();
        return new Slice<>(rows, found.total(), found.page(), found.perPage());
    }

    /** Reads a OneRoster zip; nothing is changed yet. */
    @Operation(
            does =
                    "Reads a OneRoster 1.1 or 1.2 zip and says what it would change; nothing is changed yet.",
            by = BY,
            status = 201,
            answers = DeliveryJson.class)
    @POST
    @Consumes({"application/zip", MediaType.APPLICATION_OCTET_STREAM})
    public Response deliver(InputStream body) throws IOException {
        RosterDelivery made = rosters.deliver(null, body);
        return Response.created(URI.create("rosters/" + made.id()))
                .entity(DeliveryJson.of(made))
                .build();
    }

    /** Returns a roster with its problems. */
    @Operation(does = "Returns a roster with its problems.", by = BY)
    @GET
    @Path("/{id}")
    public DeliveryJson find(@PathParam("id") UUID id) {
        return DeliveryJson.of(rosters.find(id));
    }

    /** Starts applying a validated roster. */
    @Operation(
            does =
                    "Applies a validated roster; refused when more than the allowed share would leave and"
                            + " that is not accepted.",
            by = BY,
            status = 202,
            answers = DeliveryResource.Begun.class,
            refuses = ErrorCode.CONFLICT)
    @POST
    @Path("/{id}/apply")
    public Response apply(@PathParam("id") UUID id, Approval approval) {
        boolean accepted = Boolean.TRUE.equals(approval.acceptLeaving());
        return Response.accepted(new Begun(rosters.apply(id, accepted))).build();
    }

    /** Returns the rosters of this school, or at the district of all schools, as one zip. */
    @Operation(
            does = "Returns what rosters have made of this school, as a OneRoster 1.2 zip.",
            by = BY)
    @GET
    @Path("/export")
    @Produces("application/zip")
    public Response export() {
        return Response.ok(exports.zip())
                .header("Content-Disposition", "attachment; filename=\"oneroster.zip\"")
                .build();
    }

    /** Whether more than the allowed share may leave. */
    public record Approval(@Nullable Boolean acceptLeaving) {}

    /** The execution that applies it. */
    public record Begun(long jobExecutionId) {}
}
