package org.homeroom.ledger;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Refusal;
import org.homeroom.tenancy.SchoolRef;
import org.homeroom.tenancy.SchoolService;
import org.homeroom.tenancy.TenantContext;

/** The school's books as a whole, for administrators and operators. */
@Path("/ledger")
@Produces(MediaType.APPLICATION_JSON)
public class LedgerResource {

    @Inject LedgerQueryService ledger;
    @Inject SchoolService schools;

    /** Returns the sums per kind of account. */
    @Operation(
            does = "Returns the sums per kind of account, which total zero.",
            by = "school administrators, operators")
    @GET
    @Path("/trial-balance")
    public TrialBalanceJson trialBalance() {
        refuseAtDistrict();
        return TrialBalanceJson.of(ledger.trialBalance());
    }

    /** Returns the head of the sealed chain and the newest proof. */
    @Operation(
            does = "Returns the head of the sealed chain and the newest proof.",
            by = "school administrators, operators")
    @GET
    @Path("/proof")
    public ProofState proof() {
        refuseAtDistrict();
        return ledger.proof();
    }

    // No books at all would be balanced, and read as if every school's were.
    private void refuseAtDistrict() {
        if (schools.byId(TenantContext.require()).filter(SchoolRef::isDistrict).isPresent()) {
            throw new Refusal(
                    ErrorCode.NOT_FOUND,
                    "The district has no books of its own. Sign in at the address of a school.");
        }
    }
}
