package org.homeroom.tryout;

import jakarta.annotation.Nullable;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.homeroom.banking.MoneyText;
import org.homeroom.identity.HandOver;
import org.homeroom.identity.MembershipResource.HandOverJson;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.MoneyJson;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Refusal;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;
import org.homeroom.tenancy.TryOut;

/** The calling teacher's try-out. */
@Path("/try-out")
public class TryOutResource {

    private static final String TEACHER = "teachers, for a class of their own";

    @Inject TryOutService tryOuts;
    @Inject RosterService roster;

    /** Which class's rules hold, and what the student has; null for nothing. */
    public record Begin(
            @Nullable UUID classId, @Nullable MoneyJson checking, @Nullable MoneyJson savings) {}

    /** A try-out: where it is, until when, and what the student taps and spends with. */
    public record TryOutJson(String subdomain, Instant endsAt, String pin, String passphrase) {

        static TryOutJson of(TryOut one) {
            return new TryOutJson(
                    one.school().subdomain(),
                    one.endsAt(),
                    TryOutClass.PIN,
                    TryOutClass.PASSPHRASE);
        }
    }

    /** Begins one. */
    @Operation(
            does =
                    "Opens a class for ten minutes that has the rules of the class and one student;"
                            + " the caller's earlier one ends.",
            by = TEACHER,
            status = 201,
            answers = TryOutResource.TryOutJson.class)
    @POST
    public Response begin(Begin wanted) {
        if (wanted.classId() == null) {
            throw new Refusal(ErrorCode.VALIDATION_ERROR, "class_id", "Choose a class.");
        }
        ClassRef like = roster.ownedClass(wanted.classId());
        TryOut made =
                tryOuts.begin(
                        new BeginTryOut(
                                like.id(),
                                minor("checking", wanted.checking(), like.currency()),
                                minor("savings", wanted.savings(), like.currency())));
        return Response.status(Response.Status.CREATED).entity(TryOutJson.of(made)).build();
    }

    /** Shows the one that runs. */
    @Operation(does = "Shows the caller's try-out that runs; 404 when there is none.", by = TEACHER)
    @GET
    public TryOutJson running() {
        return tryOuts.running().map(TryOutJson::of).orElseThrow(Refusal::notFound);
    }

    /** Leads in. */
    @Operation(
            does =
                    "Makes a code with which the caller signs in at the try-out as its student, once"
                            + " and within a minute: hand_over of /auth/login.",
            by = TEACHER,
            status = 201,
            answers = HandOverJson.class)
    @POST
    @Path("/hand-over")
    public Response enter() {
        HandOver made = tryOuts.enter();
        return Response.status(Response.Status.CREATED)
                .entity(new HandOverJson(made.school().subdomain(), made.code(), made.expiresAt()))
                .build();
    }

    /** Ends it. */
    @Operation(
            does = "Ends the caller's try-out: everything in it goes.",
            by = TEACHER,
            status = 204)
    @DELETE
    public void end() {
        tryOuts.end();
    }

    private static long minor(String field, MoneyJson money, String currency) {
        return money == null ? 0 : MoneyText.minor(field, money, currency);
    }
}
