package org.homeroom.banking;

import jakarta.annotation.Nullable;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.homeroom.kernel.Idempotent;
import org.homeroom.kernel.Ids;
import org.homeroom.kernel.ListPart;
import org.homeroom.kernel.MoneyJson;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Slice;
import org.homeroom.roster.RosterService;

/** Savings that students of a class locked for a term. */
@Path("/classes/{id}/certificates")
public class ClassCertificateResource {

    @Inject CertificateService certificates;
    @Inject RosterService roster;

    /** Lists them; a student's own. */
    @Operation(
            does = "Lists the certificates of the class, for a student the own ones.",
            by = "students and the teacher of the class, school administrators, operators")
    @GET
    public Slice<CertificateJson> list(@PathParam("id") UUID classId, @BeanParam ListPart part) {
        String currency = roster.classFor(classId).currency();
        return part.of(
                certificates.list(classId).stream()
                        .map(one -> CertificateJson.of(one, currency))
                        .toList());
    }

    /** Locks savings; the passphrase is asked for each time. */
    @Operation(
            does = "Locks savings for the term of a certificate that the class's bank offers.",
            by = "students of the class, with the passphrase",
            status = 201,
            answers = CertificateJson.class)
    @POST
    @Idempotent
    public Response lock(@PathParam("id") UUID classId, Request request) {
        String currency = roster.classFor(classId).currency();
        Certificate locked =
                certificates.lock(
                        Ids.next(),
                        classId,
                        request.productId(),
                        MoneyText.minor("amount", request.amount(), currency),
                        request.passphrase());
        return Response.status(Response.Status.CREATED)
                .entity(CertificateJson.of(locked, currency))
                .build();
    }

    /** Under which product, how much, and the proof that it is the student. */
    public record Request(UUID productId, MoneyJson amount, @Nullable String passphrase) {}
}
