package org.homeroom.roster;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Operation;

/** What a teacher prepares for the day on which every way in is lost. */
@Path("/recovery-setup")
public class RecoverySetupResource {

    @Inject RecoverySetupService setup;

    /** Returns how the caller is prepared. */
    @Operation(
            does = "Returns whether recovery is set up, and whether a request is under way.",
            by = "teachers")
    @GET
    public RecoveryJson.Setup state() {
        return RecoveryJson.Setup.of(setup.state());
    }

    /** Sets it up. */
    @Operation(
            does = "Keeps a slow hash of the birth date's sum; takes a date, or the sum itself.",
            by = "teachers",
            refuses = ErrorCode.PROOF_REQUIRED)
    @PUT
    public RecoveryJson.Setup setUp(RecoveryJson.SetUp request) {
        return RecoveryJson.Setup.of(setup.setUp(request.birthDate()));
    }

    /** Forgets it. */
    @Operation(
            does = "Forgets what was said, so that nobody can ask students for help.",
            by = "teachers",
            status = 204,
            refuses = ErrorCode.PROOF_REQUIRED)
    @DELETE
    public void remove() {
        setup.remove();
    }

    /** Ends a request under way. */
    @Operation(
            does = "Ends a request that is under way: who is in needs no help.",
            by = "teachers",
            status = 204)
    @DELETE
    @Path("/request")
    public void cancel() {
        setup.cancel();
    }
}
