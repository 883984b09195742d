package org.homeroom.ledger;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.homeroom.kernel.Idempotent;
import org.homeroom.kernel.Ids;
import org.homeroom.kernel.ListPart;
import org.homeroom.kernel.MoneyJson;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Slice;
import org.homeroom.kernel.TimeText;

/** The books of a class: trial balance, a day taken back, closed periods, money set aside. */
@Path("/classes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ClassBooksResource {

    private static final String BY = "the class's teacher, school administrators, operators";

    @Inject BookService books;
    @Inject DayReversalService days;
    @Inject ClosedPeriodService periods;
    @Inject HoldService holds;

    @PathParam("id")
    private UUID id;

    /** Which day is taken back, what its rehearsal gave, and why. */
    public record TakeBackDay(LocalDate day, String fingerprint, String reason) {}

    /** How many entries were taken back. */
    public record DayTakenBack(LocalDate day, int entries) {}

    /** The last day of what is closed. */
    public record ClosePeriod(LocalDate through) {}

    /** How much of whom is set aside, for what and until when. */
    public record PlaceHold(UUID studentId, MoneyJson amount, String reason, Instant expiresAt) {}

    /** Returns the trial balance, its proof and the students' money day by day. */
    @Operation(
            does = "Returns a class's trial balance, its proof and its money day by day.",
            by = BY)
    @GET
    @Path("/{id}/books")
    public BooksJson books() {
        return BooksJson.of(books.of(id), books.supply(id));
    }

    /** Returns the trial balance as a table, accounts that hold nothing too. */
    @Operation(does = "Returns the trial balance of a class as a table.", by = BY)
    @GET
    @Path("/{id}/books.csv")
    @Produces("text/csv;charset=UTF-8")
    public Response table() {
        return Response.ok(BooksCsv.of(books.of(id)), "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"books.csv\"")
                .build();
    }

    /** Rehearses taking back a day, today without one; nothing is posted. */
    @Operation(does = "Rehearses taking back a day of a class; nothing is posted.", by = BY)
    @GET
    @Path("/{id}/day-reversal")
    public DayReversalJson rehearse(@QueryParam("day") String day) {
        return DayReversalJson.of(days.rehearse(id, TimeText.day("day", day)));
    }

    /** Takes back everything that was posted on a day. */
    @Operation(
            does = "Takes back all that was posted in a class on a day, as it was rehearsed.",
            by = BY,
            status = 201,
            answers = ClassBooksResource.DayTakenBack.class)
    @POST
    @Path("/{id}/day-reversal")
    @Idempotent
    public Response takeBack(TakeBackDay command) {
        int entries = days.reverse(id, command.day(), command.fingerprint(), command.reason());
        return created(new DayTakenBack(command.day(), entries));
    }

    /** Lists the closed periods, the latest first. */
    @Operation(
            does = "Lists the closed periods of a class, the latest first, reopened ones too.",
            by = BY)
    @GET
    @Path("/{id}/closed-periods")
    public Slice<ClosedPeriodJson> periods(@BeanParam ListPart part) {
        return part.of(periods.list(id).stream().map(ClosedPeriodJson::of).toList());
    }

    /** Closes the books through a day that is over. */
    @Operation(
            does = "Closes the books of a class through a day that is over.",
            by = BY,
            status = 201,
            answers = ClosedPeriodJson.class)
    @POST
    @Path("/{id}/closed-periods")
    @Idempotent
    public Response close(ClosePeriod command) {
        return created(ClosedPeriodJson.of(periods.close(id, command.through())));
    }

    /** Lists what is set aside, the newest first, with what has ended. */
    @Operation(does = "Lists the newest holds of a class, ended ones too.", by = BY)
    @GET
    @Path("/{id}/holds")
    public Slice<HoldJson> holds(@BeanParam ListPart part) {
        return part.of(holds.list(id).stream().map(HoldJson::of).toList());
    }

    /** Sets an amount aside. */
    @Operation(
            does = "Sets an amount aside on a student's checking account.",
            by = BY,
            status = 201,
            answers = HoldJson.class)
    @POST
    @Path("/{id}/holds")
    @Idempotent
    public Response hold(PlaceHold command) {
        String currency = books.of(id).classRef().currency();
        return created(
                HoldJson.of(
                        holds.place(
                                Ids.next(),
                                id,
                                command.studentId(),
                                HoldJson.minor(command.amount(), currency),
                                command.reason(),
                                command.expiresAt())));
    }

    private static Response created(Object body) {
        return Response.status(Response.Status.CREATED).entity(body).build();
    }
}
