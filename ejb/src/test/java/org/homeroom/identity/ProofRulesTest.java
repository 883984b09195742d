package org.homeroom.identity;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.homeroom.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProofRulesTest {

    @Test
    void acceptsWhatTheDemonstrationPeopleUse() {
        assertDoesNotThrow(() -> ProofRules.requirePassword("demo-Teacher-1"));
        assertDoesNotThrow(() -> ProofRules.requirePin("2468"));
        assertDoesNotThrow(() -> ProofRules.requirePassphrase("blue kite seven"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Ab1!", "alllower-1", "ALLUPPER-1", "No-digits", "NoSigns11"})
    void refusesWeakPasswords(String password) {
        Refusal refusal = assertThrows(Refusal.class, () -> ProofRules.requirePassword(password));
        assertEquals("password", refusal.field());
    }

    @Test
    void saysAllThatIsMissing() {
        Refusal refusal = assertThrows(Refusal.class, () -> ProofRules.requirePassword("password"));
        assertEquals(
                "A password needs more: a capital letter, a digit, a sign.", refusal.getMessage());
        assertDoesNotThrow(() -> ProofRules.requirePassword("Abcdef1!"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Password1!", "Welcome-2026", "HomeRoom_99"})
    void refusesWhatEverybodyTriesFirst(String password) {
        assertThrows(Refusal.class, () -> ProofRules.requirePassword(password));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "123", "123456789", "12a4", "1111", "١٢٣٤"})
    void refusesWhatIsNoPin(String pin) {
        Refusal refusal = assertThrows(Refusal.class, () -> ProofRules.requirePin(pin));
        assertEquals("pin", refusal.field());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "short", "aaaaaaaaaa", "        "})
    void refusesWeakPassphrases(String passphrase) {
        Refusal refusal =
                assertThrows(Refusal.class, () -> ProofRules.requirePassphrase(passphrase));
        assertEquals("passphrase", refusal.field());
    }
}
