package org.homeroom.banking;

import jakarta.annotation.Nullable;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.homeroom.kernel.Idempotent;
import org.homeroom.kernel.Operation;
import org.homeroom.roster.RosterService;

/** One loan. */
@Path("/loans/{id}")
public class LoanResource {

    private static final String BY = "the class's teacher, school administrators, operators";

    @Inject LoanService loans;
    @Inject RosterService roster;

    /** Returns the loan with its weeks. */
    @Operation(
            does = "Returns the loan with its instalments.",
            by = "its student, the class's teacher, school administrators, operators")
    @GET
    public LoanJson find(@PathParam("id") UUID id) {
        return full(loans.find(id));
    }

    /** Pays it out, or refuses it with a reason. */
    @Operation(does = "Pays out a loan that was asked for, or refuses it with a reason.", by = BY)
    @POST
    @Path("/decision")
    @Idempotent
    public LoanJson decide(@PathParam("id") UUID id, Decision request) {
        return full(request.approve() ? loans.approve(id) : loans.refuse(id, request.reason()));
    }

    /** Pays off what is owed. */
    @Operation(
            does = "Pays off what is owed out of checking; the interest of weeks to come is saved.",
            by = "its student, with the passphrase")
    @POST
    @Path("/payoff")
    @Idempotent
    public LoanJson payOff(@PathParam("id") UUID id, Proof request) {
        return full(loans.payOff(id, request.passphrase()));
    }

    /** Writes off what is owed. */
    @Operation(does = "Writes off what is owed of a running loan.", by = BY)
    @POST
    @Path("/write-off")
    @Idempotent
    public LoanJson writeOff(@PathParam("id") UUID id, Reason request) {
        return full(loans.writeOff(id, request.reason()));
    }

    private LoanJson full(Loan loan) {
        String currency = roster.classFor(loan.classId()).currency();
        return LoanJson.of(loan, currency, loans.instalments(loan.id()));
    }

    /** Yes, or no and why; the student reads it. */
    public record Decision(boolean approve, @Nullable String reason) {}

    /** That it is the student who asks. */
    public record Proof(@Nullable String passphrase) {}

    /** Why it is written off; the student reads it. */
    public record Reason(String reason) {}
}
