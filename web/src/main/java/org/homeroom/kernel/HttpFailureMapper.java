package org.homeroom.kernel;

import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts what JAX-RS itself refuses (unknown route, method, media type, parameter) into the envelope.
 */
@Provider
public class HttpFailureMapper implements ExceptionMapper<WebApplicationException> {

    // JAX-RS answers 404 to a query parameter it cannot convert and names it only in the message.
    private static final Pattern PARAMETER =
            Pattern.compile("(?:Query|Header|Form)Param\\(\"?([\\w-]+)\"?\\)");

    @Inject SchoolClock clock;
    @Inject RefusalMapper refusals;
    @Inject FailureMapper failures;

    @Override
    public Response toResponse(WebApplicationException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusals.toResponse(refusal);
            }
        }
        Matcher parameter = PARAMETER.matcher(String.valueOf(failure.getMessage()));
        if (parameter.find()) {
            String name = parameter.group(1);
            String message = "The value of " + name + " has the wrong form. Correct it.";
            return refusals.toResponse(new Refusal(ErrorCode.MALFORMED, name, message));
        }
        return answer(failure);
    }

    private Response answer(WebApplicationException failure) {
        Response original = failure.getResponse();
        return switch (original.getStatus()) {
            case 400 ->
                    refuse(
                            ErrorCode.MALFORMED,
                            "The request is not readable. Check it and send it again.");
            case 401 -> refuse(ErrorCode.AUTHENTICATION_ERROR, "Sign in first.");
            case 403 -> refuse(ErrorCode.AUTHORIZATION_ERROR, "Your role does not allow this.");
            case 404 -> refusals.toResponse(Refusal.notFound());
            case 405 ->
                    allow(
                            plain(
                                    405,
                                    "METHOD_NOT_ALLOWED",
                                    "This address does not take that method."),
                            original);
            case 406 ->
                    plain(406, "NOT_ACCEPTABLE", "This address cannot answer in that media type.");
            case 413 ->
                    plain(413, "PAYLOAD_TOO_LARGE", "That is too large. Send it in smaller parts.");
            case 415 ->
                    plain(
                            415,
                            "UNSUPPORTED_MEDIA_TYPE",
                            "This address does not read that media type.");
            default -> original.getStatus() < 400 ? original : failures.toResponse(failure);
        };
    }

    private Response refuse(ErrorCode code, String message) {
        return refusals.toResponse(new Refusal(code, message));
    }

    private Response plain(int status, String code, String message) {
        return FailureEnvelope.of(code, message, null, clock.now()).withStatus(status);
    }

    private static Response allow(Response answer, Response original) {
        String methods = original.getHeaderString(HttpHeaders.ALLOW);
        return methods == null
                ? answer
                : Response.fromResponse(answer).header(HttpHeaders.ALLOW, methods).build();
    }
}
