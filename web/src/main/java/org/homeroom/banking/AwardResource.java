package org.homeroom.banking;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.homeroom.kernel.Idempotent;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Refusal;
import org.homeroom.roster.RosterService;

/** Rewards, fines and payments to students of a class that the caller runs. */
@Path("/classes")
public class AwardResource {

    private static final String BY = "the class's teacher, school administrators, operators";

    @Inject AwardService awards;
    @Inject RosterService roster;

    /** Adds the amount to each student's checking. */
    @Operation(
            does =
                    "Gives each of the students a reward; all are booked or none."
                            + " With the fingerprint of a rehearsal only as rehearsed.",
            by = BY,
            status = 201,
            answers = AwardJson.class)
    @POST
    @Path("/{id}/rewards")
    @Idempotent
    public Response reward(@PathParam("id") UUID classId, AwardJson.Request request) {
        String currency = roster.ownedClass(classId).currency();
        return booked(
                request.award(classId, AwardKind.REWARD, currency),
                request.fingerprint(),
                currency);
    }

    /** Takes the amount from each student's checking. */
    @Operation(
            does =
                    "Fines each of the students; all are booked or none."
                            + " With the fingerprint of a rehearsal only as rehearsed.",
            by = BY,
            status = 201,
            answers = AwardJson.class)
    @POST
    @Path("/{id}/fines")
    @Idempotent
    public Response fine(@PathParam("id") UUID classId, AwardJson.Request request) {
        String currency = roster.ownedClass(classId).currency();
        return booked(
                request.award(classId, AwardKind.FINE, currency), request.fingerprint(), currency);
    }

    /** Adds the amount to each student's checking or savings, or takes it when negative. */
    @Operation(
            does =
                    "Pays each of the students an amount, or takes a negative one. With the"
                            + " fingerprint of a rehearsal only as rehearsed.",
            by = BY,
            status = 201,
            answers = AwardJson.class)
    @POST
    @Path("/{id}/payments")
    @Idempotent
    public Response pay(@PathParam("id") UUID classId, AwardJson.Payment request) {
        String currency = roster.ownedClass(classId).currency();
        try {
            return booked(request.award(classId, currency), request.fingerprint(), currency);
        } catch (Refusal refusal) {
            // A payment's reason has another name here.
            throw "reason".equals(refusal.field())
                    ? MoneyText.wrong("description", refusal.getMessage())
                    : refusal;
        }
    }

    private Response booked(Award award, String fingerprint, String currency) {
        return Response.status(Response.Status.CREATED)
                .entity(AwardJson.of(award.id(), awards.give(award, fingerprint), currency))
                .build();
    }
}
