package org.homeroom.kernel;

import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Looks into what the EJB container wrapped: a missing role, a refusal, or a fault of ours. */
@Provider
public class ServiceFailureMapper implements ExceptionMapper<EJBException> {

    @Inject RefusalMapper refusals;
    @Inject FailureMapper failures;

    @Override
    public Response toResponse(EJBException wrapped) {
        if (wrapped instanceof EJBAccessException) {
            return refusals.toResponse(notForYou());
        }
        for (Throwable cause = wrapped; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusals.toResponse(refusal);
            }
        }
        return failures.toResponse(wrapped);
    }

    private static Refusal notForYou() {
        return Origin.current().actorId() == null
                ? new Refusal(ErrorCode.AUTHENTICATION_ERROR, "Sign in first.")
                : new Refusal(
                        ErrorCode.AUTHORIZATION_ERROR,
                        "Your role does not allow this. Ask someone whose role does.");
    }
}
