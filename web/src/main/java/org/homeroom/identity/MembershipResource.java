package org.homeroom.identity;

import jakarta.annotation.Nullable;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.ListPart;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Slice;

/** The caller's other schools. */
@Path("/memberships")
public class MembershipResource {

    private static final String ADULTS = "grown-ups of a school";

    @Inject MembershipService memberships;

    /** Another school of the caller's. */
    public record OtherSchoolJson(UUID id, String name, String subdomain, Instant since) {

        static OtherSchoolJson of(OtherSchool other) {
            return new OtherSchoolJson(
                    other.school().id(),
                    other.school().name(),
                    other.school().subdomain(),
                    other.since());
        }
    }

    /** An account at another school, with its proofs. */
    public record Join(String subdomain, String username, String password, @Nullable String totp) {

        /** Keeps the proofs out of logs. */
        @Override
        public String toString() {
            return "Join[" + subdomain + "]";
        }
    }

    /** What to send as {@code hand_over} to the other school's {@code /auth/login}. */
    public record HandOverJson(String subdomain, String handOver, Instant expiresAt) {}

    /** Lists the caller's other schools. */
    @Operation(does = "Lists the caller's other schools.", by = ADULTS)
    @GET
    public Slice<OtherSchoolJson> list(@BeanParam ListPart part) {
        return part.of(memberships.list().stream().map(OtherSchoolJson::of).toList());
    }

    /** Adds a school at which the caller has an account. */
    @Operation(
            does = "Adds a school at which the caller has an account, proved by signing in to it.",
            by = ADULTS,
            status = 201,
            answers = MembershipResource.OtherSchoolJson.class,
            refuses = {
                ErrorCode.AUTHENTICATION_ERROR,
                ErrorCode.SECOND_FACTOR_REQUIRED,
                ErrorCode.RATE_LIMIT_EXCEEDED
            })
    @POST
    public Response join(Join request) {
        OtherSchool joined =
                memberships.join(
                        new JoinSchool(
                                request.subdomain(),
                                request.username(),
                                request.password(),
                                request.totp()));
        return Response.status(Response.Status.CREATED).entity(OtherSchoolJson.of(joined)).build();
    }

    /** Ends a membership, at both schools. */
    @Operation(does = "Ends it, at both schools.", by = ADULTS, status = 204)
    @DELETE
    @Path("/{id}")
    public void leave(@PathParam("id") UUID schoolId) {
        memberships.leave(schoolId);
    }

    /** Makes the code with which the caller comes in at another school. */
    @Operation(
            does = "Makes a code, good once for a minute, to sign in at the other school with.",
            by = ADULTS,
            status = 201,
            answers = MembershipResource.HandOverJson.class)
    @POST
    @Path("/{id}/hand-over")
    public Response handOver(@PathParam("id") UUID schoolId) {
        HandOver made = memberships.handOver(schoolId);
        return Response.status(Response.Status.CREATED)
                .entity(new HandOverJson(made.school().subdomain(), made.code(), made.expiresAt()))
                .build();
    }
}
