package org.homeroom.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.kernel.Wait;

/** Remembers for a day what the caller's writes led to, by their idempotency keys. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class IdempotencyService {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration ABANDONED = Duration.ofMinutes(2);

    @Inject IdempotencyRepository results;
    @Inject SchoolClock clock;

    /**
     * Claims the key for the caller's request.
     *
     * @param requestHash SHA-256 of route and body
     * @return the first result when the same request was made before, else empty: carry it out
     * @throws Refusal with {@link ErrorCode#CONFLICT} when the key belongs to another request or
     *     the same one is still under way
     */
    public Optional<FirstResult> begin(String key, String route, byte[] requestHash) {
        Instant now = clock.now();
        results.dropBefore(now.minus(KEPT));
        Caller caller = CallerContext.require();
        if (results.begin(caller.accountId(), key, route, requestHash, now, now.minus(ABANDONED))) {
            return Optional.empty();
        }
        FirstResult first =
                results.find(caller.accountId(), key).orElseThrow(IdempotencyService::underWay);
        if (!Arrays.equals(first.requestHash(), requestHash)) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "This Idempotency-Key was used for another request. Use a new one.");
        }
        if (first.status() == null) {
            throw underWay();
        }
        return Optional.of(first);
    }

    /** Keeps the result of the caller's request. */
    public void finish(String key, int status, String contentType, byte[] response) {
        results.finish(CallerContext.require().accountId(), key, status, contentType, response);
    }

    /** Gives the key up after a refusal, so that the request may be corrected and sent again. */
    public void release(String key) {
        results.release(CallerContext.require().accountId(), key);
    }

    private static Wait underWay() {
        return new Wait(
                ErrorCode.CONFLICT,
                "The same request is still under way. Ask again in a moment.",
                1);
    }
}
