package org.homeroom.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class GuardianCodesTest {

    @Test
    void areThreeGroupsOfSignsThatDoNotLookAlike() {
        String code = GuardianCodes.draw();

        assertTrue(code.matches("([A-HJ-NP-Z2-9]{4}-){2}[A-HJ-NP-Z2-9]{4}"), code);
        assertNotEquals(code, GuardianCodes.draw());
    }

    @Test
    void areTakenHoweverTheyAreTyped() {
        String code = GuardianCodes.draw();
        String typed = " " + code.toLowerCase(Locale.ROOT).replace("-", " ") + " ";

        assertEquals(GuardianCodes.subject(code), GuardianCodes.subject(typed));
    }
}
