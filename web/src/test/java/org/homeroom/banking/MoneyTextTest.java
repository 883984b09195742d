package org.homeroom.banking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.homeroom.kernel.Refusal;
import org.junit.jupiter.api.Test;

/** What forms of the bank send, tampered ones too. */
class MoneyTextTest {

    @Test
    void aKindIsOneOfThree() {
        assertEquals(AwardKind.FINE, MoneyText.kind("fine"));
        for (String other : new String[] {null, "", "FINE", "bonus"}) {
            Refusal refusal = assertThrows(Refusal.class, () -> MoneyText.kind(other));
            assertEquals("kind", refusal.field());
        }
    }
}
