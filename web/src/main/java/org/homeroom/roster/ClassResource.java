package org.homeroom.roster;

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
import java.time.ZoneId;
import java.util.UUID;
import org.homeroom.kernel.EntityVersion;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.ListPart;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Slice;

/** Classes of the caller. */
@Path("/classes")
public class ClassResource {

    @Inject RosterService roster;
    @Inject ClassService classes;

    /** Lists the classes that the caller teaches or attends. */
    @Operation(does = "Lists the classes that the caller teaches or attends.", by = "everyone")
    @GET
    public Slice<ClassJson> list(@BeanParam ListPart part) {
        return part.of(roster.myClasses().stream().map(ClassJson::of).toList());
    }

    /** Opens a class of the calling teacher. */
    @Operation(
            does = "Opens a class of the calling teacher.",
            by = "teachers",
            status = 201,
            versioned = true,
            answers = ClassJson.class,
            refuses = ErrorCode.CONFLICT)
    @POST
    public Response open(ClassJson.Request request) {
        ClassDetail made =
                classes.open(new OpenClass(request.name(), request.period(), request.ownZone()));
        return Response.created(URI.create("classes/" + made.ref().id()))
                .tag(tag(made))
                .entity(ClassJson.of(made.ref()))
                .build();
    }

    /** Returns a class with its version. */
    @Operation(
            does = "Returns a class with its version.",
            by = "the class's teacher, school administrators",
            versioned = true,
            answers = ClassJson.class)
    @GET
    @Path("/{id}")
    public Response find(@PathParam("id") UUID id) {
        return answer(classes.detail(id));
    }

    /** Changes name or zone. */
    @Operation(
            does = "Changes name or zone; a field left out stays as it is.",
            by = "the class's teacher, school administrators",
            versioned = true,
            answers = ClassJson.class)
    @PATCH
    @Path("/{id}")
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            ClassJson.Change request) {
        ClassDetail before = classes.detail(id);
        EntityVersion.require(ifMatch, before.version());
        String name = request.name() == null ? before.ref().name() : request.name();
        ZoneId zone = request.zone() == null ? before.ownZone() : ZoneName.read(request.zone());
        return answer(classes.change(id, new ChangeClass(name, zone, before.version())));
    }

    private static Response answer(ClassDetail detail) {
        return Response.ok(ClassJson.of(detail.ref())).tag(tag(detail)).build();
    }

    private static EntityTag tag(ClassDetail detail) {
        return new EntityTag(Long.toString(detail.version()));
    }
}
