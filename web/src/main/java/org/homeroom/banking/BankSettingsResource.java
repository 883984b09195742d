package org.homeroom.banking;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.homeroom.kernel.EntityVersion;
import org.homeroom.kernel.Operation;
import org.homeroom.roster.RosterService;

/** The rules of a class's bank. */
@Path("/classes/{id}/bank-settings")
public class BankSettingsResource {

    @Inject BankSettingsService settings;
    @Inject RosterService roster;

    /** Returns the rules with their version. */
    @Operation(
            does = "Returns the rules of the class's bank: interest, overdrafts, transfers.",
            by = "students and the teacher of the class, school administrators",
            versioned = true,
            answers = BankSettingsJson.class)
    @GET
    public Response get(@PathParam("id") UUID classId) {
        return answer(classId, settings.get(classId));
    }

    /** Replaces the rules. */
    @Operation(
            does = "Replaces the rules of the class's bank.",
            by = "the class's teacher, school administrators, operators",
            versioned = true,
            answers = BankSettingsJson.class)
    @PUT
    public Response change(
            @PathParam("id") UUID classId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            BankSettingsJson request) {
        String currency = roster.ownedClass(classId).currency();
        BankSettings before = settings.get(classId);
        EntityVersion.require(ifMatch, before.version());
        return answer(classId, settings.change(classId, request.over(before, currency)));
    }

    private Response answer(UUID classId, BankSettings found) {
        String currency = roster.classFor(classId).currency();
        return EntityVersion.ok(BankSettingsJson.of(found, currency), found.version());
    }
}
