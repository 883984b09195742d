package org.homeroom.identity;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Wait;

/**
 * Argon2id for passwords, PINs and passphrases: 12 MiB, 3 passes, 1 lane (OWASP's equal of 19 MiB
 * and 2). Few are computed at a time, so that the bell at nine takes neither the memory nor the
 * processors away from those who are already in.
 */
@ApplicationScoped
public class ProofHashes {

    private static final Argon2Function ARGON2 =
            Argon2Function.getInstance(12 * 1024, 3, 1, 32, Argon2.ID);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;
    private static final int AT_ONCE = Math.max(2, Runtime.getRuntime().availableProcessors());
    private static final long PATIENCE_SECONDS = 10;

    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final String nobodys = compute(Secrets.next());

    /** Returns a new self-describing hash. */
    public String hash(String proof) {
        take();
        try {
            return compute(proof);
        } finally {
            places.release();
        }
    }

    /**
     * Compares in the same time whether or not there is anything to compare with.
     *
     * @param stored null when the account does not exist or has no such proof; the answer is then
     *     no
     */
    public boolean matches(String proof, String stored) {
        take();
        try {
            String hash = stored == null ? nobodys : stored;
            boolean same = Argon2Function.getInstanceFromHash(hash).check(proof, hash);
            return same && stored != null;
        } finally {
            places.release();
        }
    }

    private static String compute(String proof) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return ARGON2.hash(proof.getBytes(StandardCharsets.UTF_8), salt).getResult();
    }

    private void take() {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private static Wait busy() {
        return new Wait(
                ErrorCode.RATE_LIMIT_EXCEEDED,
                "Many people are signing in right now. Try again in 5 s.",
                5);
    }
}
