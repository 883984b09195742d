package org.homeroom.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecoveryRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final List<AskedStudent> TWO =
            List.of(
                    new AskedStudent(UUID.randomUUID(), "111111"),
                    new AskedStudent(UUID.randomUUID(), "222222"));

    @Test
    void codesAreReadAsPeopleTypeThem() {
        assertEquals(
                List.of("123456", "654321", "000000"),
                RecoveryRules.codes(" 123456, 654 321;\n000-000 "));
        assertEquals(List.of(), RecoveryRules.codes(null));
    }

    @Test
    void oneCodeForEachHelperInAnyOrder() {
        assertTrue(fits("222222", "111111"));
        assertFalse(fits("111111"), "one is missing");
        assertFalse(fits("111111", "222222", "222222"), "one too many");
        assertFalse(fits("111111", "111111"));
        List<AskedStudent> alike =
                List.of(
                        new AskedStudent(UUID.randomUUID(), "111111"),
                        new AskedStudent(UUID.randomUUID(), "111111"));
        assertFalse(
                RecoveryRules.fit(List.of("111111", "999999"), alike, String::equals),
                "a code is good for one helper");
        assertTrue(RecoveryRules.fit(List.of("111111", "111111"), alike, String::equals));
        assertFalse(fits("111111", "22222x"), "no code at all");
        assertFalse(fits("111111", "333333"));
    }

    @Test
    void aHashIsOfOneRequestAlone() {
        assertNotEquals(
                RecoveryRules.bound(UUID.randomUUID(), "111111"),
                RecoveryRules.bound(UUID.randomUUID(), "111111"));
        assertTrue(RecoveryRules.drawDigits().matches("[0-9]{6}"));
        assertEquals(30, RecoveryRules.drawToken().length());
    }

    @Test
    void aSumIsSaidAsADateOrAsItself() {
        assertEquals(Optional.of(1989), BirthSum.read("1984-03-02", TODAY));
        assertEquals(Optional.of(1989), BirthSum.read("3/2/1984", TODAY));
        assertEquals(Optional.of(1989), BirthSum.read(" 1989 ", TODAY));
        for (String wrong : List.of("", "-1989", "0", "19", "13/45/1984", "1901")) {
            assertEquals(Optional.empty(), BirthSum.read(wrong, TODAY), wrong);
        }
        assertEquals(Optional.empty(), BirthSum.read(null, TODAY));
    }

    @Test
    void namesCountOnce() {
        assertEquals(List.of("ann", "bob"), new BeginRecovery("Ann, bob ann", "x", null).names());
        assertEquals(List.of(), new BeginRecovery(null, null, null).names());
    }

    private static boolean fits(String... codes) {
        return RecoveryRules.fit(List.of(codes), TWO, String::equals);
    }
}
