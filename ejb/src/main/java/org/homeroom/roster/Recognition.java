package org.homeroom.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.homeroom.kernel.Ids;
import org.homeroom.privacy.InstallationKeys;

/**
 * Lets a seat recognise its pupil without knowing last name or birth date (economy.md 3.4, 3.5): it
 * keeps HMAC-SHA256 of them, keyed by a salt of its own and by the installation's pepper, so that a
 * stolen table alone is not enough to try names. What an earlier pepper marked is recognised too.
 */
@ApplicationScoped
public class Recognition {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SALT_BYTES = 16;

    private final InstallationKeys keys;

    /** Takes the pepper from the installation's keys. */
    @Inject
    public Recognition(InstallationKeys keys) {
        this.keys = keys;
    }

    /** For the container's proxy. */
    protected Recognition() {
        this(null);
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
                claimHash(pepper(), salt, PersonName.plainInitial(firstName), dobSum),
                salt,
                hashes(pepper(), salt, lastName),
                null);
    }

    /**
     * Makes the same free seat recognise its pupil by corrected values.
     *
     * @param firstName null when it was right, and so the others
     */
    SeatSecret corrected(SeatSecret seat, String firstName, String lastName, LocalDate birthDate) {
        String first = firstName == null ? seat.firstName() : PersonName.clean(firstName);
        int dobSum = birthDate == null ? seat.dobSum() : BirthDate.sum(birthDate);
        // Initial and last name are looked for under one pepper: a last name that stays keeps its.
        String pepper = lastName == null ? pepperOf(seat) : pepper();
        return new SeatSecret(
                seat.id(),
                seat.classId(),
                first,
                lastName == null ? seat.lastInitial() : PersonName.initial(lastName),
                dobSum,
                claimHash(pepper, seat.salt(), PersonName.plainInitial(first), dobSum),
                seat.salt(),
                lastName == null ? seat.lastNameHashes() : hashes(pepper, seat.salt(), lastName),
                seat.studentId());
    }

    private String pepperOf(SeatSecret seat) {
        return keys.all(InstallationKeys.PEPPER).stream()
                .filter(pepper -> isInitial(pepper, seat, seat.firstName()))
                .findFirst()
                .orElseGet(this::pepper);
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
                dobSum == null
                        ? null
                        : claimHash(pepper(), key, PersonName.plainInitial(firstName), dobSum),
                HexFormat.of().formatHex(key),
                hashes(pepper(), key, lastName));
    }

    /**
     * Tells whether initial and birth date are the seat's and at least one part of the last name
     * is; accents do not matter.
     */
    boolean recognises(SeatSecret seat, String firstInitial, String lastName, int dobSum) {
        return seat.dobSum() == dobSum
                && keys.all(InstallationKeys.PEPPER).stream()
                        .anyMatch(
                                pepper ->
                                        isInitial(pepper, seat, firstInitial)
                                                && hashes(pepper, seat.salt(), lastName).stream()
                                                        .anyMatch(seat.lastNameHashes()::contains));
    }

    /** Seats marked before accents were left out know the initial as it was written. */
    private static boolean isInitial(String pepper, SeatSecret seat, String typed) {
        return Stream.of(PersonName.plainInitial(typed), PersonName.initial(typed))
                .map(initial -> claimHash(pepper, seat.salt(), initial, seat.dobSum()))
                .anyMatch(seat.claimHash()::equals);
    }

    /** Returns a keyed hash of the text that tells nothing about it. */
    byte[] blind(String text) {
        return hmac(pepper(), new byte[SALT_BYTES], text);
    }

    /** Returns the hashes that the text may have been kept under, an earlier pepper's included. */
    Stream<byte[]> blinds(String text) {
        return keys.all(InstallationKeys.PEPPER).stream()
                .map(pepper -> hmac(pepper, new byte[SALT_BYTES], text));
    }

    private static String claimHash(String pepper, byte[] salt, String initial, int dobSum) {
        return HexFormat.of().formatHex(hmac(pepper, salt, "claim:" + initial + ":" + dobSum));
    }

    private static List<String> hashes(String pepper, byte[] salt, String lastName) {
        return PersonName.parts(lastName).stream()
                .map(part -> HexFormat.of().formatHex(hmac(pepper, salt, "name:" + part)))
                .toList();
    }

    private String pepper() {
        return keys.first(InstallationKeys.PEPPER);
    }

    private static byte[] hmac(String secret, byte[] salt, String text) {
        byte[] pepper = secret.getBytes(StandardCharsets.UTF_8);
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
