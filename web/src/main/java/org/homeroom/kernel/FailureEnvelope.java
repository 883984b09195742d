package org.homeroom.kernel;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A refused or failed answer of the REST interface (tenancy.md section 13). */
public record FailureEnvelope(boolean success, Problem error, Instant timestamp, String requestId) {

    /**
     * What is wrong.
     *
     * @param details a {@link Detail}, a list of several, or null
     */
    public record Problem(
            String code,
            String message,
            @JsonInclude(JsonInclude.Include.NON_NULL) Object details) {}

    /** What is wrong with one field. */
    public record Detail(String field, String issue) {}

    /** Describes a refusal. */
    public static FailureEnvelope of(Refusal refusal, Instant now) {
        Detail detail =
                refusal.field() == null ? null : new Detail(refusal.field(), refusal.sentence());
        return of(refusal.code().wire(), refusal.getMessage(), detail, now);
    }

    /** Describes several wrong fields at once. */
    public static FailureEnvelope of(List<Detail> details, Instant now) {
        String message = "Correct the fields that are named and send it again.";
        Object shown = details.size() == 1 ? details.get(0) : details;
        return of(ErrorCode.VALIDATION_ERROR.wire(), message, shown, now);
    }

    /** Describes anything else. */
    public static FailureEnvelope of(String code, String message, Object details, Instant now) {
        Problem problem = new Problem(code, Sentences.say(message), details);
        return new FailureEnvelope(
                false, problem, now.truncatedTo(ChronoUnit.SECONDS), Origin.current().requestId());
    }

    /** Returns the answer to send. */
    public Response withStatus(int status) {
        return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(this).build();
    }
}
