package org.homeroom.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpCodesTest {

    private static final byte[] RFC_SECRET =
            "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void makesTheCodesOfRfc6238(long second, String code) {
        assertEquals(code, TotpCodes.code(RFC_SECRET, second / 30));
    }

    @Test
    void takesTheStepBeforeAndAfterAndNoOther() {
        Instant now = Instant.ofEpochSecond(3_000);
        assertEquals(OptionalLong.of(99), step(99, now));
        assertEquals(OptionalLong.of(100), step(100, now));
        assertEquals(OptionalLong.of(101), step(101, now));
        assertTrue(step(98, now).isEmpty());
        assertTrue(step(102, now).isEmpty());
    }

    @Test
    void writesSecretsAsAppsReadThem() {
        assertEquals("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", TotpCodes.base32(RFC_SECRET));
        assertEquals(32, TotpCodes.base32(TotpCodes.newSecret()).length());
    }

    private static OptionalLong step(long step, Instant now) {
        return TotpCodes.step(RFC_SECRET, TotpCodes.code(RFC_SECRET, step), now);
    }
}
