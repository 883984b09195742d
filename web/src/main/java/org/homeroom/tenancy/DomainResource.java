package org.homeroom.tenancy;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Operation;

/** A domain of one's own school. */
@Path("/school/domain")
public class DomainResource {

    private static final String BY = "administrators of the school and the district";

    @Inject DomainService domains;
    @Inject DomainProofService proof;

    /** Where the school stands; the record is what DNS must say before the domain leads to it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DomainJson(
            @Nullable String verified,
            @Nullable String requested,
            @Nullable String recordName,
            @Nullable String recordText) {

        static DomainJson of(DomainState state) {
            DomainRequest asked = state.request();
            return asked == null
                    ? new DomainJson(state.verified(), null, null, null)
                    : new DomainJson(
                            state.verified(), asked.host(), asked.recordName(), asked.recordText());
        }
    }

    /** The domain that is asked for. */
    public record Wanted(String host) {}

    /** Returns where the school stands. */
    @Operation(does = "Returns the school's own domain and the one it asks for.", by = BY)
    @GET
    public DomainJson find() {
        return DomainJson.of(domains.current());
    }

    /** Asks for a domain. */
    @Operation(
            does = "Asks for a domain; it leads nowhere before DNS proves it.",
            by = BY,
            refuses = ErrorCode.CONFLICT)
    @PUT
    public DomainJson request(Wanted wanted) {
        return DomainJson.of(domains.request(wanted.host()));
    }

    /** Asks DNS for the proof. */
    @Operation(
            does = "Looks for the TXT record and, when it is there, lets the domain lead here.",
            by = BY,
            refuses = {ErrorCode.CONFLICT, ErrorCode.EXTERNAL_SERVICE_ERROR})
    @POST
    @Path("/verify")
    public DomainJson verify() {
        return DomainJson.of(proof.verify());
    }

    /** Gives the domain up. */
    @Operation(does = "Gives the domain up, and what is asked for.", by = BY)
    @DELETE
    public DomainJson drop() {
        return DomainJson.of(domains.drop());
    }
}
