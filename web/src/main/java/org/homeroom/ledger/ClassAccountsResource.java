package org.homeroom.ledger;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.homeroom.kernel.ListPart;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Slice;

/** The accounts of a class: all for who runs it, the own ones for a student. */
@Path("/classes/{id}/accounts")
@Produces(MediaType.APPLICATION_JSON)
public class ClassAccountsResource {

    @Inject LedgerQueryService ledger;

    /** Lists them, the class's own first, then by student. */
    @Operation(
            does = "Lists the accounts of a class, for a student the own ones.",
            by = "students and the teacher of the class, school administrators")
    @GET
    public Slice<AccountJson> accounts(@PathParam("id") UUID classId, @BeanParam ListPart part) {
        return part.of(ledger.balances(classId).stream().map(AccountJson::of).toList());
    }
}
