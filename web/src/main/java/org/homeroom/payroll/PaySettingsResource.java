package org.homeroom.payroll;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.EntityVersion;
import org.homeroom.kernel.Operation;
import org.homeroom.roster.RosterService;

/** What a class pays for time, and when. */
@Path("/classes/{id}/pay-settings")
public class PaySettingsResource {

    @Inject PaySettingsService settings;
    @Inject RosterService roster;

    /** Returns the settings with their version. */
    @Operation(
            does = "Returns what the class pays for time, and when.",
            by = "students and the teacher of the class, school administrators",
            versioned = true,
            answers = PaySettingsJson.class)
    @GET
    public Response get(@PathParam("id") UUID classId) {
        return answer(classId, settings.get(classId));
    }

    /** Replaces the settings. */
    @Operation(
            does =
                    "Replaces the settings; with everywhere=true also those of all other classes that"
                            + " the caller runs, with also=<class> of those classes, all or none.",
            by = "the class's teacher, school administrators",
            versioned = true,
            answers = PaySettingsJson.class)
    @PUT
    public Response change(
            @PathParam("id") UUID classId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @QueryParam("everywhere") @DefaultValue("false") boolean everywhere,
            @QueryParam("also") List<UUID> also,
            PaySettingsJson.Request request) {
        roster.ownedClass(classId);
        PaySettings before = settings.get(classId);
        EntityVersion.require(ifMatch, before.version());
        String currency = roster.classFor(classId).currency();
        PaySettings wanted = request.over(before, currency);
        if (everywhere) {
            settings.changeAll(classId, wanted);
            return answer(classId, settings.get(classId));
        }
        settings.changeMany(classId, also, wanted);
        return answer(classId, settings.get(classId));
    }

    private Response answer(UUID classId, PaySettings found) {
        String currency = roster.classFor(classId).currency();
        return EntityVersion.ok(
                PaySettingsJson.of(found, currency, settings.nextPayDate(classId)),
                found.version());
    }
}
