package org.homeroom.roster;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeroom.audit.AuditService;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.kernel.Wait;
import org.homeroom.privacy.InstallationKeys;
import org.junit.jupiter.api.Test;

class ClaimAttemptServiceTest {

    private static final int ADMITTED = 8;

    private final Heard heard = new Heard();
    private final ClaimAttemptService attempts = new ClaimAttemptService();

    ClaimAttemptServiceTest() {
        attempts.claims = new Counted();
        attempts.recognition =
                new Recognition(
                        new InstallationKeys(
                                Map.of(
                                        InstallationKeys.PEPPER,
                                        "0123456789abcdef0123456789abcdef")));
        attempts.clock = new SchoolClock();
        attempts.audit = heard;
    }

    @Test
    void aPersonIsTriedSoManyTimesOnly() {
        for (int i = 0; i < ADMITTED; i++) {
            attempts.admit(claim("Smith"));
            attempts.failed(claim("Smith"));
        }

        assertThrows(Wait.class, () -> attempts.admit(claim("smith")));
        assertDoesNotThrow(() -> attempts.admit(claim("Jones")));
    }

    @Test
    void aMadeUpPartBesideTheNameDoesNotCountAnew() {
        for (int i = 0; i < ADMITTED; i++) {
            attempts.failed(claim("Smith a" + (char) ('a' + i)));
        }

        assertThrows(Wait.class, () -> attempts.admit(claim("Smith zz")));
        assertThrows(Wait.class, () -> attempts.admit(claim("zz-Smith")));
    }

    @Test
    void anotherAccentDoesNotCountAnew() {
        for (String spelling : List.of("Munoz", "Muñoz", "Múnoz", "Mûñoz", "Münoz")) {
            attempts.failed(claim(spelling));
            attempts.failed(claim(spelling));
        }

        assertThrows(Wait.class, () -> attempts.admit(claim("Mùnoz")));
    }

    @Test
    void aWrongFamilysCodeIsNotTakenForAWrongClaim() {
        attempts.codeFailed();
        attempts.failed(claim("Smith"));

        assertEquals(
                List.of("roster.guardian_code.refused student", "roster.claim.refused class"),
                heard.actions);
    }

    private static ClaimSeat claim(String lastName) {
        return new ClaimSeat("MATHS7", "A", lastName, "2012-03-02", null);
    }

    /** An audit that keeps what was done to what. */
    private static final class Heard extends AuditService {

        private final List<String> actions = new ArrayList<>();

        @Override
        public void record(
                String action,
                String subjectType,
                Object subjectId,
                Map<String, ?> before,
                Map<String, ?> after) {
            actions.add(action + " " + subjectType);
        }
    }

    /** Wrong claims in memory. */
    private static final class Counted extends ClaimRepository {

        private final Map<String, Integer> failures = new HashMap<>();

        @Override
        public int failures(byte[] subject, Instant since) {
            return failures.getOrDefault(key(subject), 0);
        }

        @Override
        public void failed(byte[] subject, Instant now, Duration window) {
            failures.merge(key(subject), 1, Integer::sum);
        }

        private static String key(byte[] subject) {
            return new String(subject, StandardCharsets.ISO_8859_1);
        }
    }
}
