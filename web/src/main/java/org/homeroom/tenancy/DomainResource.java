package org.homeroom.tenancy;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.SchoolClock;

/** A domain of one's own school. */
@Path("/school/domain")
public class DomainResource {

    private static final String BY = "administrators of the school and the district";

    @Inject DomainService domains;
    @Inject DomainProofService proof;
    @Inject SchoolClock clock;

    /** Where the school stands; the record is what DNS must say before the domain leads to it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DomainJson(
            @Nullable String verified,
            @Nullable String requested,
            @Nullable String recordName,
            @Nullable String recordText,
            @Nullable DomainCertificateJson certificate) {

        static DomainJson of(DomainState state, Instant now) {
            DomainRequest asked = state.request();
            return new DomainJson(
                    state.verified(),
                    asked == null ? null : asked.host(),
                    asked == null ? null : asked.recordName(),
                    asked == null ? null : asked.recordText(),
                    state.certificate() == null
                            ? null
                            : DomainCertificateJson.of(state.certificate(), now));
        }
    }

    /** The domain that is asked for. */
    public record Wanted(String host) {}

    /** Returns where the school stands. */
    @Operation(does = "Returns the school's own domain and the one it asks for.", by = BY)
    @GET
    public DomainJson find() {
        return answer(domains.current());
    }

    /** Asks for a domain. */
    @Operation(
            does = "Asks for a domain; it leads nowhere before DNS proves it.",
            by = BY,
            refuses = ErrorCode.CONFLICT)
    @PUT
    public DomainJson request(Wanted wanted) {
        return answer(domains.request(wanted.host()));
    }

    /** Asks DNS for the proof. */
    @Operation(
            does = "Looks for the TXT record and, when it is there, lets the domain lead here.",
            by = BY,
            refuses = {ErrorCode.CONFLICT, ErrorCode.EXTERNAL_SERVICE_ERROR})
    @POST
    @Path("/verify")
    public DomainJson verify() {
        return answer(proof.verify());
    }

    /** Looks at the certificate. */
    @Operation(
            does = "Looks now at the certificate with which the school's own domain answers.",
            by = BY)
    @POST
    @Path("/check")
    public DomainJson check() {
        return answer(proof.checkCertificate());
    }

    /** Gives the domain up. */
    @Operation(does = "Gives the domain up, and what is asked for.", by = BY)
    @DELETE
    public DomainJson drop() {
        return answer(domains.drop());
    }

    private DomainJson answer(DomainState state) {
        return DomainJson.of(state, clock.now());
    }
}
