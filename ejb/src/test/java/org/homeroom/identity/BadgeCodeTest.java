package org.homeroom.identity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class BadgeCodeTest {

    @Test
    void isSixGroupsOfSignsThatDoNotLookAlike() {
        String code = BadgeCode.draw();

        assertTrue(code.matches("([A-HJ-NP-Z2-9]{4}-){5}[A-HJ-NP-Z2-9]{4}"), code);
        assertNotEquals(code, BadgeCode.draw());
    }

    @Test
    void isTheSameHoweverItIsScannedOrTyped() {
        String code = BadgeCode.draw();
        String typed = code.toLowerCase(Locale.ROOT).replace("-", " ");

        assertArrayEquals(BadgeCode.hash(code), BadgeCode.hash(typed));
    }
}
