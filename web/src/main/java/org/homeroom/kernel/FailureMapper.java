package org.homeroom.kernel;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** A fault of ours: logged in full under the request's number, of which alone the caller learns. */
@Provider
public class FailureMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = System.getLogger(FailureMapper.class.getName());

    @Inject SchoolClock clock;

    @Override
    public Response toResponse(Throwable fault) {
        String requestId = Origin.current().requestId();
        LOG.log(Level.ERROR, "request " + requestId + " failed", fault);
        String message =
                "Something broke on our side. Nothing was saved or charged. Quote "
                        + requestId
                        + ".";
        return FailureEnvelope.of(ErrorCode.INTERNAL_ERROR.wire(), message, null, clock.now())
                .withStatus(ErrorCode.INTERNAL_ERROR.status());
    }
}
