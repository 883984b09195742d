package org.homeroom.banking;

import jakarta.annotation.Nullable;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.homeroom.kernel.Idempotent;
import org.homeroom.kernel.Ids;
import org.homeroom.kernel.ListPart;
import org.homeroom.kernel.MoneyJson;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Slice;
import org.homeroom.roster.RosterService;

/** The loans of a class. */
@Path("/classes")
public class ClassLoanResource {

    @Inject LoanService loans;
    @Inject RosterService roster;

    /** Lists the loans; a student's own. */
    @Operation(
            does = "Lists the loans of the class, for a student the own ones; without their weeks.",
            by = "students and the teacher of the class, school administrators, operators")
    @GET
    @Path("/{id}/loans")
    public Slice<LoanJson> list(@PathParam("id") UUID classId, @BeanParam ListPart part) {
        String currency = roster.classFor(classId).currency();
        return part.of(
                loans.list(classId).stream().map(one -> LoanJson.of(one, currency, null)).toList());
    }

    /** Says what a loan would cost. */
    @Operation(
            does = "Says what a loan would cost the student, and what speaks against it.",
            by = "students of the class")
    @GET
    @Path("/{id}/loan-quote")
    public LoanJson.Quote quote(
            @PathParam("id") UUID classId,
            @QueryParam("product_id") UUID product,
            @QueryParam("amount") String amount) {
        String currency = roster.classFor(classId).currency();
        long minor = MoneyText.minor("amount", amount, currency);
        return LoanJson.Quote.of(loans.quote(classId, product, minor), currency);
    }

    /** Asks for a loan; the passphrase is asked for each time. */
    @Operation(
            does =
                    "Asks for a loan; one that the class approves by itself is paid out at once. A loan that"
                            + " the rules speak against is refused with the numbers.",
            by = "students of the class, with the passphrase",
            status = 201,
            answers = LoanJson.class)
    @POST
    @Path("/{id}/loans")
    @Idempotent
    public Response ask(@PathParam("id") UUID classId, Request request) {
        String currency = roster.classFor(classId).currency();
        long minor = MoneyText.minor("amount", request.amount(), currency);
        Loan asked =
                loans.ask(
                        new AskForLoan(
                                Ids.next(), classId, request.productId(), minor, request.purpose()),
                        request.passphrase());
        return Response.created(URI.create("loans/" + asked.id()))
                .entity(LoanJson.of(asked, currency, loans.instalments(asked.id())))
                .build();
    }

    /** Which loan, what for, and the proof that it is the student. */
    public record Request(
            UUID productId, MoneyJson amount, String purpose, @Nullable String passphrase) {}
}
