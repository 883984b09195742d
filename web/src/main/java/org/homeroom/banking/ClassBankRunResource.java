package org.homeroom.banking;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.Idempotent;
import org.homeroom.kernel.ListPart;
import org.homeroom.kernel.MoneyJson;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Slice;
import org.homeroom.roster.RosterService;

/** Interest, bonuses, fees and what is due in a class that the caller runs. */
@Path("/classes")
public class ClassBankRunResource {

    private static final String BY = "the class's teacher, school administrators, operators";
    private static final int MOST = 1000;

    @Inject BankRunService runs;
    @Inject RosterService roster;

    /** Lists the interest that was paid, newest first, without lines. */
    @Operation(
            does = "Lists the interest runs that were booked, newest first, without lines.",
            by = BY)
    @GET
    @Path("/{id}/interest-runs")
    public Slice<BankRunJson> interest(@PathParam("id") UUID classId, @BeanParam ListPart part) {
        return list(classId, "interest", part);
    }

    /** Rehearses the interest of the days that come next; nothing is paid. */
    @Operation(
            does = "Rehearses the interest of the days that come next; nothing is paid.",
            by = BY,
            status = 201,
            answers = BankRunJson.class)
    @POST
    @Path("/{id}/interest-runs")
    @Idempotent
    public Response rehearseInterest(@PathParam("id") UUID classId) {
        return rehearsed(runs.rehearseInterest(classId));
    }

    /** Lists the bonuses and fees, newest first, without lines. */
    @Operation(
            does = "Lists the bonuses and fees that were booked, newest first, without lines.",
            by = BY)
    @GET
    @Path("/{id}/bonus-runs")
    public Slice<BankRunJson> bonuses(@PathParam("id") UUID classId, @BeanParam ListPart part) {
        return list(classId, "bonus", part);
    }

    /** Rehearses a bonus for everybody, or with a negative amount a fee; nothing is booked. */
    @Operation(
            does = "Rehearses a bonus or a fee for the whole class; nothing is booked.",
            by = BY,
            status = 201,
            answers = BankRunJson.class)
    @POST
    @Path("/{id}/bonus-runs")
    @Idempotent
    public Response rehearseBonus(@PathParam("id") UUID classId, Bonus request) {
        String currency = roster.ownedClass(classId).currency();
        long minor = MoneyText.minor("amount", request.amount(), currency);
        return rehearsed(runs.rehearseBonus(classId, request.title(), minor));
    }

    /** Lists what was due and booked, newest first, without lines. */
    @Operation(
            does =
                    "Lists the runs that took instalments and paid certificates out, newest first, without"
                            + " lines.",
            by = BY)
    @GET
    @Path("/{id}/due-runs")
    public Slice<BankRunJson> due(@PathParam("id") UUID classId, @BeanParam ListPart part) {
        return list(classId, "due", part);
    }

    /** Rehearses what is due of loans and certificates today; nothing is booked. */
    @Operation(
            does = "Rehearses what is due of loans and certificates today; nothing is booked.",
            by = BY,
            status = 201,
            answers = BankRunJson.class)
    @POST
    @Path("/{id}/due-runs")
    @Idempotent
    public Response rehearseDue(@PathParam("id") UUID classId) {
        return rehearsed(runs.rehearseDue(classId));
    }

    private Slice<BankRunJson> list(UUID classId, String kind, ListPart part) {
        List<BankRun> found = runs.committed(classId, kind, MOST);
        String currency = roster.classFor(classId).currency();
        return part.of(found.stream().map(run -> BankRunJson.of(run, currency, null)).toList());
    }

    private Response rehearsed(BankRun run) {
        String currency = roster.classFor(run.classId()).currency();
        return Response.created(URI.create("bank-runs/" + run.id()))
                .entity(BankRunJson.of(run, currency, runs.lines(run.id())))
                .build();
    }

    /** What everybody gets, or pays when negative, and what the statement says. */
    public record Bonus(String title, MoneyJson amount) {}
}
