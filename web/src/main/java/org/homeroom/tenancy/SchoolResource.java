package org.homeroom.tenancy;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
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
import org.homeroom.kernel.SchoolClock;
import org.homeroom.kernel.Slice;

/** Schools of the district, at the district's own address. */
@Path("/schools")
public class SchoolResource {

    private static final String ADMINISTRATORS = "platform and district administrators";

    @Inject SchoolAdministrationService schools;
    @Inject SchoolClock clock;

    /** Lists the schools. */
    @Operation(does = "Lists the schools in order of name.", by = ADMINISTRATORS)
    @GET
    public Slice<SchoolJson> list(@BeanParam ListPart part) {
        return part.of(schools.list().stream().map(this::json).toList());
    }

    /** Opens a school. */
    @Operation(
            does = "Opens a school.",
            by = ADMINISTRATORS,
            status = 201,
            versioned = true,
            answers = SchoolJson.class,
            refuses = ErrorCode.CONFLICT)
    @POST
    public Response open(SchoolJson.Request request) {
        SchoolDetail made = schools.open(request.plan());
        return Response.created(URI.create("schools/" + made.ref().id()))
                .tag(new EntityTag(Long.toString(made.version())))
                .entity(json(made))
                .build();
    }

    /** Returns a school with its version. */
    @Operation(
            does = "Returns a school with its version.",
            by = ADMINISTRATORS,
            versioned = true,
            answers = SchoolJson.class)
    @GET
    @Path("/{id}")
    public Response find(@PathParam("id") UUID id) {
        return answer(schools.find(id));
    }

    /** Changes a school. */
    @Operation(
            does = "Changes a school; a field left out stays as it is.",
            by = ADMINISTRATORS,
            versioned = true,
            answers = SchoolJson.class,
            refuses = ErrorCode.CONFLICT)
    @PATCH
    @Path("/{id}")
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            SchoolJson.Change request) {
        SchoolDetail before = schools.find(id);
        EntityVersion.require(ifMatch, before.version());
        return answer(schools.change(id, request.over(before), before.version()));
    }

    /** Closes a school for the time being. */
    @Operation(
            does = "Closes a school for the time being: nobody gets in, nothing is lost.",
            by = ADMINISTRATORS,
            versioned = true,
            answers = SchoolJson.class,
            refuses = ErrorCode.CONFLICT)
    @POST
    @Path("/{id}/suspend")
    public Response suspend(@PathParam("id") UUID id, SchoolJson.Suspension suspension) {
        return answer(schools.suspend(id, suspension.reason()));
    }

    /** Opens a closed school again. */
    @Operation(
            does = "Opens a closed school again.",
            by = ADMINISTRATORS,
            versioned = true,
            answers = SchoolJson.class,
            refuses = ErrorCode.CONFLICT)
    @POST
    @Path("/{id}/reactivate")
    public Response reactivate(@PathParam("id") UUID id) {
        return answer(schools.reactivate(id));
    }

    private SchoolJson json(SchoolDetail school) {
        return SchoolJson.of(school, clock.now());
    }

    private Response answer(SchoolDetail school) {
        return EntityVersion.ok(json(school), school.version());
    }
}
