package org.homeroom.banking;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.homeroom.kernel.Idempotent;
import org.homeroom.kernel.Operation;
import org.homeroom.roster.RosterService;

/** Savings that a student locked for a term. */
@Path("/certificates/{id}")
public class CertificateResource {

    @Inject CertificateService certificates;
    @Inject RosterService roster;

    /** Ends one early. */
    @Operation(
            does =
                    "Ends a certificate: early for its penalty, where its product lets; with its interest from"
                            + " the day it matures.",
            by = "its student, with the passphrase")
    @POST
    @Path("/end")
    @Idempotent
    public CertificateJson end(@PathParam("id") UUID id, LoanResource.Proof request) {
        Certificate ended = certificates.end(id, request.passphrase());
        return CertificateJson.of(ended, roster.classFor(ended.classId()).currency());
    }
}
