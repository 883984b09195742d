package org.homeroom.attendance;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/** Signatures of devices: P-256 with SHA-256, in the form that browsers write (IEEE P1363). */
final class KioskSignature {

    private static final String ALGORITHM = "SHA256withECDSAinP1363Format";
    private static final int BITS = 256;

    private KioskSignature() {}

    /**
     * Reads a device's public key.
     *
     * @param base64 X.509 SubjectPublicKeyInfo
     * @throws Refusal naming {@code public_key}
     */
    static byte[] key(String base64) {
        try {
            byte[] encoded = Base64.getDecoder().decode(base64 == null ? "" : base64);
            if (publicKey(encoded) instanceof ECPublicKey curve
                    && curve.getParams().getOrder().bitLength() == BITS) {
                return encoded;
            }
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            // Told below, as for a key of another kind.
        }
        throw new Refusal(
                ErrorCode.VALIDATION_ERROR,
                "public_key",
                "Send a P-256 public key as base64 of its SubjectPublicKeyInfo.");
    }

    /** Tells whether the key's owner signed the text. */
    static boolean isOf(byte[] key, String text, String base64) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(publicKey(key));
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return false;
        }
    }

    private static PublicKey publicKey(byte[] encoded) throws GeneralSecurityException {
        return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded));
    }
}
