package org.homeroom.banking;

import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.homeroom.kernel.EntityVersion;
import org.homeroom.kernel.Operation;
import org.homeroom.roster.RosterService;

/** A loan or certificate that the bank of a class offers. */
@Path("/bank-products/{id}")
public class BankProductResource {

    private static final String BY = "the class's teacher, school administrators, operators";

    @Inject BankProductService products;
    @Inject RosterService roster;

    /** Changes one. */
    @Operation(
            does = "Changes what is offered; what students took before stays as it was agreed.",
            by = BY,
            versioned = true,
            answers = BankProductJson.class)
    @PATCH
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            BankProductJson.Change request) {
        BankProduct before = products.find(id);
        EntityVersion.require(ifMatch, before.version());
        String currency = roster.classFor(before.classId()).currency();
        BankProduct changed = products.change(request.over(before, currency));
        return EntityVersion.ok(BankProductJson.of(changed, currency), changed.version());
    }
}
