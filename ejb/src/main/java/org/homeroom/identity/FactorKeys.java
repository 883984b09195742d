package org.homeroom.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.privacy.InstallationKeys;

/**
 * Seals the secrets of second factors with AES-256-GCM, bound to their owner, and marks recovery
 * codes and signs reports with HMAC-SHA256. The keys are the installation's, so that a stolen table
 * alone opens nothing: the first seals and all open. Without a key nothing is sealed at all.
 */
@ApplicationScoped
public class FactorKeys {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 4;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final InstallationKeys installation;

    /** Takes the installation's keys. */
    @Inject
    public FactorKeys(InstallationKeys installation) {
        this.installation = installation;
    }

    /** For the container's proxy. */
    protected FactorKeys() {
        this(null);
    }

    /**
     * Returns the secret sealed for its owner: key id, nonce, ciphertext with tag.
     *
     * @throws Refusal when the server has no key
     */
    byte[] seal(UUID owner, byte[] secret) {
        String key = sealing();
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, owner, secret);
        return ByteBuffer.allocate(ID_BYTES + NONCE_BYTES + sealed.length)
                .put(id(key))
                .put(nonce)
                .put(sealed)
                .array();
    }

    /**
     * Opens what was sealed for this owner.
     *
     * @throws Refusal when the server no longer has the key
     * @throws IllegalStateException when it was sealed for somebody else or was changed
     */
    byte[] open(UUID owner, byte[] sealed) {
        byte[] id = Arrays.copyOf(sealed, ID_BYTES);
        String key =
                keys().stream()
                        .filter(known -> Arrays.equals(id(known), id))
                        .findFirst()
                        .orElseThrow(FactorKeys::noKey);
        byte[] nonce = Arrays.copyOfRange(sealed, ID_BYTES, ID_BYTES + NONCE_BYTES);
        byte[] rest = Arrays.copyOfRange(sealed, ID_BYTES + NONCE_BYTES, sealed.length);
        return cipher(Cipher.DECRYPT_MODE, key, nonce, owner, rest);
    }

    /** Returns the mark by which the owner's code is stored. */
    byte[] mark(UUID owner, String code) {
        return mark(sealing(), owner, code);
    }

    /** Returns every mark by which the owner's code may have been stored. */
    List<byte[]> marks(UUID owner, String code) {
        return keys().stream().map(key -> mark(key, owner, code)).toList();
    }

    /** Returns the signature of this installation over a text, for one purpose alone. */
    public String sign(String purpose, String text) {
        return signature(sealing(), purpose, text);
    }

    /** Tells whether the signature is this installation's, over this text and for this purpose. */
    public boolean isSigned(String purpose, String text, String signature) {
        return keys().stream()
                .map(key -> signature(key, purpose, text))
                .anyMatch(
                        right ->
                                MessageDigest.isEqual(
                                        right.getBytes(StandardCharsets.US_ASCII),
                                        signature.getBytes(StandardCharsets.UTF_8)));
    }

    private static String signature(String key, String purpose, String text) {
        return HexFormat.of().formatHex(mac(key, "sign " + purpose + "\n" + text));
    }

    private String sealing() {
        return keys().stream().findFirst().orElseThrow(FactorKeys::noKey);
    }

    private List<String> keys() {
        return installation.all(InstallationKeys.FACTOR);
    }

    private static byte[] mark(String key, UUID owner, String code) {
        return mac(key, "recovery " + owner + " " + code);
    }

    private static byte[] id(String key) {
        return Arrays.copyOf(mac(key, "id"), ID_BYTES);
    }

    private static byte[] cipher(int mode, String key, byte[] nonce, UUID owner, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            SecretKeySpec aes = new SecretKeySpec(mac(key, "seal"), "AES");
            cipher.init(mode, aes, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.toString().getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the secret could not be sealed or opened", e);
        }
    }

    private static byte[] mac(String key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }

    private static Refusal noKey() {
        return new Refusal(
                ErrorCode.EXTERNAL_SERVICE_ERROR,
                "This server cannot check second factors. Ask who runs it to put "
                        + InstallationKeys.FACTOR
                        + " into its credential store.");
    }
}
