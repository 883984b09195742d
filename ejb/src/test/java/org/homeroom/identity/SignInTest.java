package org.homeroom.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.homeroom.kernel.Refusal;
import org.junit.jupiter.api.Test;

class SignInTest {

    @Test
    void takesOneProof() {
        assertTrue(new SignIn(" wanjiru ", null, "2468").byPin());
        assertEquals("wanjiru", new SignIn(" wanjiru ", null, "2468").username());
        assertFalse(new SignIn("okello", "demo-Teacher-1", null).byPin());
    }

    @Test
    void namesTheFieldThatIsMissing() {
        assertEquals("username", refused(" ", "x", null));
        assertEquals("password", refused("okello", null, null));
        assertEquals("pin", refused("okello", "x", "1"));
        assertEquals("pin", refused("okello", null, "1".repeat(201)));
    }

    @Test
    void keepsTheProofOutOfLogs() {
        assertEquals("SignIn[okello]", new SignIn("okello", "secret", null).toString());
    }

    private static String refused(String username, String password, String pin) {
        return assertThrows(Refusal.class, () -> new SignIn(username, password, pin)).field();
    }
}
