package org.homeroom.identity;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import java.util.Optional;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Idempotent;
import org.homeroom.kernel.Refusal;

/**
 * Answers a repeated write with its first result. Only successes are kept: after a refusal nothing
 * has happened, so the key is free for a corrected request.
 */
@Provider
@Idempotent
@Priority(Priorities.USER)
public class IdempotencyFilter
        implements ContainerRequestFilter, ContainerResponseFilter, WriterInterceptor {

    private static final String HEADER = "Idempotency-Key";
    private static final String KEY = "org.homeroom.idempotency.key";
    private static final String STATUS = "org.homeroom.idempotency.status";

    @Inject IdempotencyService results;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String key = request.getHeaderString(HEADER);
        if (key == null) {
            return;
        }
        if (!key.matches("[\\x21-\\x7e]{1,100}")) {
            throw new Refusal(
                    ErrorCode.MALFORMED,
                    HEADER,
                    "An Idempotency-Key has 1 to 100 visible characters.");
        }
        byte[] body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        String route = request.getMethod() + " " + request.getUriInfo().getRequestUri().getPath();
        Optional<FirstResult> first = results.begin(key, route, hash(request, body));
        if (first.isPresent()) {
            request.abortWith(replay(first.get()));
        } else {
            request.setProperty(KEY, key);
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        String key = (String) request.getProperty(KEY);
        if (key == null) {
            return;
        }
        boolean success = response.getStatus() < 300;
        if (success && response.hasEntity()) {
            request.setProperty(STATUS, response.getStatus());
        } else {
            request.removeProperty(KEY);
            if (success) {
                results.finish(key, response.getStatus(), null, null);
            } else {
                results.release(key);
            }
        }
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        String key = (String) context.getProperty(KEY);
        if (key == null) {
            context.proceed();
            return;
        }
        // Kept before it is sent: a client that hangs up meanwhile asks again and gets it.
        OutputStream client = context.getOutputStream();
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        context.setOutputStream(kept);
        context.proceed();
        int status = (Integer) context.getProperty(STATUS);
        results.finish(
                key, status, Objects.toString(context.getMediaType(), null), kept.toByteArray());
        client.write(kept.toByteArray());
    }

    private static Response replay(FirstResult first) {
        Response.ResponseBuilder answer =
                Response.status(first.status()).header("Idempotent-Replay", "true");
        return first.response() == null
                ? answer.build()
                : answer.entity(first.response()).type(first.contentType()).build();
    }

    private static byte[] hash(ContainerRequestContext request, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String address =
                    request.getMethod()
                            + " "
                            + request.getUriInfo().getRequestUri().getRawPath()
                            + "?"
                            + request.getUriInfo().getRequestUri().getRawQuery()
                            + "\n";
            digest.update(address.getBytes(StandardCharsets.UTF_8));
            return digest.digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
