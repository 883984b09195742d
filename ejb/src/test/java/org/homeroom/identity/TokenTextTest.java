package org.homeroom.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTextTest {

    @Test
    void carriesItsSchool() {
        UUID school = UUID.randomUUID();
        String token = TokenText.write(school, Secrets.next());
        assertTrue(token.matches("hr1\\.[\\w-]{22}\\.[\\w-]{43}"), token);
        assertEquals(Optional.of(school), TokenText.school(token));
    }

    @Test
    void isNeverTheSameTwice() {
        assertNotEquals(Secrets.next(), Secrets.next());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "hr1",
                "hr1..",
                "hr2.AAAAAAAAAAAAAAAAAAAAAA.x",
                "hr1.AAAA.BBBB",
                "Bearer x"
            })
    void takesNothingElseForAToken(String text) {
        assertEquals(Optional.empty(), TokenText.school(text));
    }
}
