package org.homeroom.banking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.homeroom.kernel.Refusal;
import org.junit.jupiter.api.Test;

/** What forms of the bank send, tampered ones too. */
class MoneyTextTest {

    @Test
    void whatNoNumberHoldsIsLeftToTheRuleThatBoundsIt() {
        assertEquals(750, MoneyText.minor("amount", "7.50", "TOK"));
        assertTrue(MoneyText.minor("amount", "99999999999999999999", "TOK") > 1_000_000_00L);
        assertTrue(MoneyText.minor("amount", "-99999999999999999999.5", "TOK") < -1_000_000_00L);
    }

    @Test
    void aKindIsOneOfThree() {
        assertEquals(AwardKind.FINE, MoneyText.kind("fine"));
        for (String other : new String[] {null, "", "FINE", "bonus"}) {
            Refusal refusal = assertThrows(Refusal.class, () -> MoneyText.kind(other));
            assertEquals("kind", refusal.field());
        }
    }
}
