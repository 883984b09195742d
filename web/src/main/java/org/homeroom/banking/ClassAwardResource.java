package org.homeroom.banking;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.homeroom.kernel.Idempotent;
import org.homeroom.kernel.ListPart;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Slice;
import org.homeroom.roster.RosterService;

/** Rewards, fines and payments of a class before they are given, and after. */
@Path("/classes")
public class ClassAwardResource {

    private static final String BY = "the class's teacher, school administrators, operators";
    private static final int MOST = 100;

    @Inject AwardService awards;
    @Inject RosterService roster;

    /** Why it is taken back; students read it. */
    public record TakeBackAward(String reason) {}

    /**
     * An act that was taken back.
     *
     * @param students for how many it was taken back now
     */
    public record AwardTakenBack(UUID id, int students) {}

    /** Rehearses a reward, fine or payment; nothing is booked. */
    @Operation(
            does =
                    "Rehearses a reward, fine or payment, student by student; nothing is booked."
                            + " Its fingerprint goes along with what is given.",
            by = BY)
    @POST
    @Path("/{id}/award-rehearsals")
    public AwardRehearsalJson rehearse(
            @PathParam("id") UUID classId, AwardRehearsalJson.Request request) {
        String currency = roster.ownedClass(classId).currency();
        return AwardRehearsalJson.of(awards.rehearse(request.award(classId, currency)), currency);
    }

    /** Lists what was given lately, the newest first. */
    @Operation(
            does =
                    "Lists the rewards, fines and payments that were given lately, the newest"
                            + " first.",
            by = BY)
    @GET
    @Path("/{id}/awards")
    public Slice<GivenAwardJson> list(@PathParam("id") UUID classId, @BeanParam ListPart part) {
        String currency = roster.ownedClass(classId).currency();
        return part.of(
                awards.lately(classId, MOST).stream()
                        .map(one -> GivenAwardJson.of(one, currency))
                        .toList());
    }

    /** Takes back what is left of an act. */
    @Operation(
            does = "Takes a reward, fine or payment back from all whom it was for.",
            by = BY,
            status = 201,
            answers = ClassAwardResource.AwardTakenBack.class)
    @POST
    @Path("/{id}/awards/{act}/reverse")
    @Idempotent
    public Response takeBack(
            @PathParam("id") UUID classId, @PathParam("act") UUID act, TakeBackAward request) {
        int students = awards.takeBack(classId, act, request.reason());
        return Response.status(Response.Status.CREATED)
                .entity(new AwardTakenBack(act, students))
                .build();
    }
}
