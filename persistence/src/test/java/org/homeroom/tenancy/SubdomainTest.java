package org.homeroom.tenancy;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.homeroom.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** tenancy.md section 2: which labels a school may have. */
class SubdomainTest {

    @ParameterizedTest
    @ValueSource(strings = {"abc", "harare-primary", "a1b", "123", "a--b"})
    void aLabelIsTaken(String label) {
        assertDoesNotThrow(() -> Subdomain.require(label));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "a", "ab", "-ab", "ab-", "a.b", "Abc", "a_b", "ä-b", "xn--abc", "a b", "abc\n"
            })
    void aLabelIsRefused(String label) {
        Refusal refusal = assertThrows(Refusal.class, () -> Subdomain.require(label));

        assertEquals("subdomain", refusal.field());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "www",
                "api",
                "admin",
                "app",
                "mail",
                "auth",
                "static",
                "cdn",
                "status",
                "help",
                "ws",
                "support",
                "docs",
                "platform"
            })
    void theReservedNamesAreOurs(String label) {
        assertFalse(Subdomain.isPossible(label));
        assertThrows(Refusal.class, () -> Subdomain.require(label));
    }

    @Test
    void threeToSixtyThreeLetters() {
        assertDoesNotThrow(() -> Subdomain.require("a".repeat(63)));
        assertThrows(Refusal.class, () -> Subdomain.require("a".repeat(64)));
        assertThrows(Refusal.class, () -> Subdomain.require(null));
    }
}
