package org.homeroom.ledger;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;

/** The accounts of a class: all for who runs it, the own ones for a student. */
@Path("/classes/{id}/accounts")
@Produces(MediaType.APPLICATION_JSON)
public class ClassAccountsResource {

    @Inject LedgerQueryService ledger;

    /** Lists them, the class's own first, then by student. */
    @GET
    public List<AccountJson> accounts(@PathParam("id") UUID classId) {
        return ledger.balances(classId).stream().map(AccountJson::of).toList();
    }
}
