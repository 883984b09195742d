package org.homeroom.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @Test
    void readsAndWritesTheDigitsOfTheCurrency() {
        assertEquals(750, Money.parse("7.50", "TOK").minor());
        assertEquals("-7.50", Money.tokens(-750).toDecimal());
        assertEquals("1250", Money.parse("1250", "JPY").toDecimal());
    }

    @ParameterizedTest
    @ValueSource(strings = {"7.505", "", "seven", "1e99", "99999999999999999999"})
    void refusesWhatIsNoAmount(String text) {
        Refusal refusal = assertThrows(Refusal.class, () -> Money.parse(text, "TOK"));

        assertEquals(ErrorCode.VALIDATION_ERROR, refusal.code());
        assertEquals("amount", refusal.field());
    }

    @Test
    void refusesToAddCurrencies() {
        Money tokens = Money.tokens(100);

        assertThrows(IllegalArgumentException.class, () -> tokens.plus(new Money(100, "KES")));
    }
}
