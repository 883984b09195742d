package org.homeroom.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.Wait;
import org.junit.jupiter.api.Test;

class ThrottleRulesTest {

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
        Refusal refusal = ThrottleRules.wrong(1, true);
        assertEquals("That name and PIN do not go together. 4 tries left.", refusal.getMessage());
        assertEquals(ErrorCode.AUTHENTICATION_ERROR, refusal.code());
        assertEquals(
                "That name and password do not go together. 1 try left.",
                ThrottleRules.wrong(4, false).getMessage());
    }

    @Test
    void doesNotTurnOutWhoIsInForAWrongPin() {
        assertEquals(403, ThrottleRules.wrongAgain("pin", 2).code().status());
    }
}
