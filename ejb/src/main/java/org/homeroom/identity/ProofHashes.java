package org.homeroom.identity;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Wait;
import org.homeroom.privacy.InstallationKeys;

/**
 * Argon2id for passwords, PINs and passphrases: 12 MiB, 3 passes, 1 lane (OWASP's equal of 19 MiB
 * and 2), over an HMAC of the proof by the installation's pepper, so that a stolen table alone
 * gives nobody a hash to try. Stored as {@code pepper id:Argon2id}; without an id it is from before
 * there was a pepper. At most half of the processors compute hashes, so that the bell at nine
 * leaves the others to those who are already in.
 */
@ApplicationScoped
public class ProofHashes {

    private static final Argon2Function ARGON2 =
            Argon2Function.getInstance(12 * 1024, 3, 1, 32, Argon2.ID);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;
    private static final int ID_LENGTH = 8;
    private static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    private static final long PATIENCE_SECONDS = 10;

    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final InstallationKeys keys;
    private String nobodys;

    /** Takes the pepper from the installation's keys. */
    @Inject
    public ProofHashes(InstallationKeys keys) {
        this.keys = keys;
    }

    /** For the container's proxy. */
    protected ProofHashes() {
        this(null);
    }

    @PostConstruct
    void hashNobodys() {
        nobodys = compute(Secrets.next());
    }

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
            int end = hash.indexOf(':');
            String peppered = end < 0 ? proof : peppered(proof, hash.substring(0, end));
            String argon = hash.substring(end + 1);
            boolean same = Argon2Function.getInstanceFromHash(argon).check(peppered, argon);
            return same && stored != null;
        } finally {
            places.release();
        }
    }

    private String compute(String proof) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        String pepper = keys.first(InstallationKeys.PEPPER);
        byte[] peppered = mac(pepper, proof).getBytes(StandardCharsets.UTF_8);
        return id(pepper) + ':' + ARGON2.hash(peppered, salt).getResult();
    }

    // A pepper that the server no longer has matches nothing, after the same time.
    private String peppered(String proof, String id) {
        return keys.all(InstallationKeys.PEPPER).stream()
                .filter(pepper -> id(pepper).equals(id))
                .findFirst()
                .map(pepper -> mac(pepper, proof))
                .orElse("");
    }

    private static String id(String pepper) {
        return mac(pepper, "id").substring(0, ID_LENGTH);
    }

    private static String mac(String pepper, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(pepper.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
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
