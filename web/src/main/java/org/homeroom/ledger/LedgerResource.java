package org.homeroom.ledger;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.homeroom.kernel.Operation;

/** The school's books as a whole, for administrators and operators. */
@Path("/ledger")
@Produces(MediaType.APPLICATION_JSON)
public class LedgerResource {

    @Inject LedgerQueryService ledger;

    /** Returns the sums per kind of account. */
    @Operation(
            does = "Returns the sums per kind of account, which total zero.",
            by = "school administrators, operators")
    @GET
    @Path("/trial-balance")
    public TrialBalanceJson trialBalance() {
        return TrialBalanceJson.of(ledger.trialBalance());
    }

    /** Returns the head of the sealed chain and the newest proof. */
    @Operation(
            does = "Returns the head of the sealed chain and the newest proof.",
            by = "school administrators, operators")
    @GET
    @Path("/proof")
    public ProofState proof() {
        return ledger.proof();
    }
}
