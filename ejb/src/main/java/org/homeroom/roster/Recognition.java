package org.homeroom.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.homeroom.kernel.Ids;

/**
 * Lets a seat recognise its pupil without knowing last name or birth date (economy.md 3.4, 3.5): it
 * keeps HMAC-SHA256 of them, keyed by a salt of its own and by the installation's secret {@code
 * HOMEROOM_PEPPER}, so that a stolen table alone is not enough to try names.
 */
@ApplicationScoped
public class Recognition {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SALT_BYTES = 16;

    private final byte[] pepper;

    /** Takes the secret from the environment. */
    public Recognition() {
        this(System.getenv().getOrDefault("HOMEROOM_PEPPER", ""));
    }

    Recognition(String pepper) {
        this.pepper = pepper.getBytes(StandardCharsets.UTF_8);
    }

    /** Makes a free seat that will recognise this pupil. */
    SeatSecret seat(UUID classId, String firstName, String lastName, LocalDate birthDate) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        int dobSum = BirthDate.sum(birthDate);
        return new SeatSecret(
                Ids.next(),
                classId,
                PersonName.clean(firstName),
                PersonName.initial(lastName),
                dobSum,
                claimHash(salt, PersonName.initial(firstName), dobSum),
                salt,
                hashes(salt, lastName),
                null);
    }

    /**
     * Makes what is kept of a pupil whom another system lists.
     *
     * @param salt hex, null to draw one
     * @param dobSum month + day + year of the birth date, null when it is unknown
     */
    PupilMarks marks(String salt, String firstName, String lastName, Integer dobSum) {
        byte[] key = salt == null ? new byte[SALT_BYTES] : HexFormat.of().parseHex(salt);
        if (salt == null) {
            RANDOM.nextBytes(key);
        }
        return new PupilMarks(
                dobSum,
                dobSum == null ? null : claimHash(key, PersonName.initial(firstName), dobSum),
                HexFormat.of().formatHex(key),
                hashes(key, lastName));
    }

    /**
     * Tells whether initial and birth date are the seat's and at least one part of the last name
     * is.
     */
    boolean recognises(SeatSecret seat, String firstInitial, String lastName, int dobSum) {
        return seat.dobSum() == dobSum
                && seat.claimHash()
                        .equals(claimHash(seat.salt(), PersonName.initial(firstInitial), dobSum))
                && hashes(seat.salt(), lastName).stream().anyMatch(seat.lastNameHashes()::contains);
    }

    /** Returns a keyed hash of the text that tells nothing about it. */
    byte[] blind(String text) {
        return hmac(new byte[SALT_BYTES], text);
    }

    private String claimHash(byte[] salt, String initial, int dobSum) {
        return HexFormat.of().formatHex(hmac(salt, "claim:" + initial + ":" + dobSum));
    }

    private List<String> hashes(byte[] salt, String lastName) {
        return PersonName.parts(lastName).stream()
                .map(part -> HexFormat.of().formatHex(hmac(salt, "name:" + part)))
                .toList();
    }

    private byte[] hmac(byte[] salt, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            byte[] key = new byte[salt.length + pepper.length];
            System.arraycopy(salt, 0, key, 0, salt.length);
            System.arraycopy(pepper, 0, key, salt.length, pepper.length);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }
}
