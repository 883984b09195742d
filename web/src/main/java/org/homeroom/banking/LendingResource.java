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

/** What a class's bank lends by. */
@Path("/classes/{id}/lending")
public class LendingResource {

    private static final long MINUTES_OF_A_WEEK = 10_080;

    @Inject LendingService lending;
    @Inject RosterService roster;

    /** Returns the rules with their version. */
    @Operation(
            does = "Returns what the class's bank lends by, and what a week's income is.",
            by = "students and the teacher of the class, school administrators",
            versioned = true,
            answers = LendingJson.class)
    @GET
    public Response get(@PathParam("id") UUID classId) {
        return answer(classId, lending.get(classId));
    }

    /** Replaces the rules. */
    @Operation(
            does = "Replaces what the class's bank lends by; loans paid out stay as they are.",
            by = "the class's teacher, school administrators, operators",
            versioned = true,
            answers = LendingJson.class)
    @PUT
    public Response change(
            @PathParam("id") UUID classId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            LendingJson.Request request) {
        String currency = roster.ownedClass(classId).currency();
        Lending before = lending.get(classId);
        EntityVersion.require(ifMatch, version(before));
        return answer(classId, lending.change(classId, before, request.over(before, currency)));
    }

    // The hours stand among the settings of pay and change there without a version of lending.
    private static long version(Lending found) {
        return found.version() * MINUTES_OF_A_WEEK + found.expectedWeeklyMinutes();
    }

    private Response answer(UUID classId, Lending found) {
        String currency = roster.classFor(classId).currency();
        return EntityVersion.ok(
                LendingJson.of(found, lending.weeklyIncome(classId), currency), version(found));
    }
}
