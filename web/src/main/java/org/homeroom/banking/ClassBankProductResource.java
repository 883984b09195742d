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
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Slice;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;

/** The loans and certificates that the bank of a class offers. */
@Path("/classes/{id}/bank-products")
public class ClassBankProductResource {

    private static final String BY = "the class's teacher, school administrators, operators";

    @Inject BankProductService products;
    @Inject RosterService roster;

    /** Lists them; students see what is offered now. */
    @Operation(
            does = "Lists the loans and certificates that the class's bank offers.",
            by = "students and the teacher of the class, school administrators")
    @GET
    public Slice<BankProductJson> list(@PathParam("id") UUID classId, @BeanParam ListPart part) {
        ClassRef found = roster.classFor(classId);
        List<BankProduct> all =
                roster.runs(classId) ? products.all(classId) : products.offered(classId);
        return part.of(all.stream().map(one -> BankProductJson.of(one, found.currency())).toList());
    }

    /** Offers one. */
    @Operation(
            does = "Offers a loan or a certificate in the class.",
            by = BY,
            status = 201,
            answers = BankProductJson.class)
    @POST
    @Idempotent
    public Response add(@PathParam("id") UUID classId, BankProductJson.Request request) {
        String currency = roster.ownedClass(classId).currency();
        BankProduct added = products.add(request.product(classId, currency));
        return Response.created(URI.create("bank-products/" + added.id()))
                .entity(BankProductJson.of(added, currency))
                .build();
    }
}
