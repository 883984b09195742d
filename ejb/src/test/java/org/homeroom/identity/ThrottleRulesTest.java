package org.homeroom.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.Wait;
import org.junit.jupiter.api.Test;

class ThrottleRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-20T06:45:00Z");
    private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");

    @Test
    void saysUntilWhenANameRestsInTheSchoolsTime() {
        Instant now = Instant.parse("2026-11-20T06:45:00Z");
        Wait resting = ThrottleRules.resting(now.plus(ThrottleRules.REST), now, NAIROBI, true);
        assertEquals(
                "Your account is resting until 09:50. Your teacher can wake it.",
                resting.getMessage());
        assertEquals(301, resting.seconds());
        assertEquals(429, resting.code().status());
    }

    @Test
    void neverNamesAMinuteTooEarly() {
        Instant now = Instant.parse("2026-11-20T06:45:01Z");
        Wait resting = ThrottleRules.resting(now.plus(ThrottleRules.REST), now, NAIROBI, false);
        assertEquals("Your account is resting until 09:51. Try again then.", resting.getMessage());
    }

    @Test
    void countsTheTriesThatAreLeft() {
        Refusal refusal = ThrottleRules.wrong(after(1), true);
        assertEquals("That name and PIN do not go together. 4 tries left.", refusal.getMessage());
        assertEquals(ErrorCode.AUTHENTICATION_ERROR, refusal.code());
        assertEquals(
                "That name and password do not go together. 1 try left.",
                ThrottleRules.wrong(after(4), false).getMessage());
        assertEquals(
                "That badge and PIN do not go together. 3 tries left.",
                ThrottleRules.wrongBadge(after(2)).getMessage());
    }

    @Test
    void doesNotTurnOutWhoIsInForAWrongPin() {
        assertEquals(403, ThrottleRules.wrongAgain("pin", after(2)).code().status());
    }

    @Test
    void restsAfterFiveAndLongerEachTime() {
        Attempts attempts = Attempts.NONE;
        Instant now = NOW;
        for (long minutes : new long[] {5, 10, 20, 40, 60, 60}) {
            for (int i = 0; i < 4; i++) {
                attempts = ThrottleRules.wrongOnceMore(attempts, 1, now);
                assertFalse(attempts.rests(now));
            }
            attempts = ThrottleRules.wrongOnceMore(attempts, 1, now);
            assertEquals(now.plus(Duration.ofMinutes(minutes)), attempts.restingUntil());
            assertTrue(
                    ThrottleRules.wrong(attempts, true)
                            .getMessage()
                            .endsWith("The account rests for " + minutes + " minutes now."));
            now = attempts.restingUntil();
        }
    }

    @Test
    void aRestIsNotMadeLongerByTriesThatRanBeside() {
        Attempts resting = new Attempts(5, 1, NOW.plusSeconds(300), NOW);
        Attempts after = ThrottleRules.wrongOnceMore(resting, 1, NOW.plusSeconds(1));
        assertEquals(resting.restingUntil(), after.restingUntil());
        assertEquals(1, after.rests());
    }

    @Test
    void startsAnewAfterADay() {
        Attempts old = new Attempts(4, 3, null, NOW);
        Instant later = NOW.plus(Duration.ofDays(1)).plusSeconds(1);
        assertEquals(new Attempts(1, 0, null, later), ThrottleRules.wrongOnceMore(old, 1, later));
    }

    @Test
    void oneWrongTryIsEnoughWhereSomebodyGuesses() {
        Attempts after =
                ThrottleRules.wrongOnceMore(Attempts.NONE, ThrottleRules.ALLOWED_TOGETHER + 1, NOW);
        assertTrue(after.rests(NOW));
    }

    private static Attempts after(int failed) {
        return new Attempts(failed, 0, null, NOW);
    }
}
