package org.homeroom.kernel;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.time.temporal.ChronoUnit;

/** Puts what resources return into the envelope. Text, bytes and streams leave as they are. */
@Provider
public class EnvelopeFilter implements ContainerResponseFilter {

    @Inject SchoolClock clock;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Object result = response.getEntity();
        if (!response.hasEntity() || isRaw(result)) {
            return;
        }
        Envelope envelope = Envelope.of(result, clock.now().truncatedTo(ChronoUnit.SECONDS));
        response.setEntity(envelope, new Annotation[0], MediaType.APPLICATION_JSON_TYPE);
    }

    private static boolean isRaw(Object result) {
        return result instanceof Envelope
                || result instanceof FailureEnvelope
                || result instanceof CharSequence
                || result instanceof byte[]
                || result instanceof InputStream
                || result instanceof StreamingOutput;
    }
}
