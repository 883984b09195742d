package org.homeroom.kernel;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers a refusal with its code, its status and the sentence for the person. */
@Provider
public class RefusalMapper implements ExceptionMapper<Refusal> {

    @Inject SchoolClock clock;

    @Override
    public Response toResponse(Refusal refusal) {
        Response answer =
                FailureEnvelope.of(refusal, clock.now()).withStatus(refusal.code().status());
        if (refusal instanceof Wait wait) {
            return Response.fromResponse(answer).header("Retry-After", wait.seconds()).build();
        }
        return answer;
    }
}
