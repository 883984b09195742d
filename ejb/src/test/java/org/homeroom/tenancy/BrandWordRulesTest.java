package org.homeroom.tenancy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import org.homeroom.kernel.Refusal;
import org.junit.jupiter.api.Test;

/** What a school says of itself has an end, and a year that can be. */
class BrandWordRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 31);

    @Test
    void emptyIsNothing() {
        assertEquals(
                BrandWords.NONE, required(new BrandWords(" ", "", "\r\n", null)), "nothing said");
        assertEquals(BrandWords.NONE, required(BrandWords.NONE));
    }

    @Test
    void linesStayAndCountOnce() {
        String full = "a\r\n".repeat(249) + "bc";
        assertEquals(500, required(new BrandWords(null, full, null, null)).vision().length());
        assertEquals("vision", refused(new BrandWords(null, full + "d", null, null)));
        assertEquals("mission", refused(new BrandWords(null, null, "x".repeat(501), null)));
        assertEquals("mission", refused(new BrandWords(null, null, "a\u0007", null)));
        assertEquals("motto", refused(new BrandWords("a\nb", null, null, null)));
        assertEquals("motto", refused(new BrandWords("x".repeat(121), null, null, null)));
    }

    @Test
    void theYearIsNotAheadOfTheSchoolsOwn() {
        assertEquals(1800, year(1800));
        assertEquals(2026, year(2026));
        assertNull(year(null));
        for (Integer bad : new Integer[] {1799, 2027, 0, -1987, 19_870}) {
            assertEquals("founded", refused(new BrandWords(null, null, null, bad)));
        }
    }

    private static Integer year(Integer typed) {
        return required(new BrandWords(null, null, null, typed)).founded();
    }

    private static BrandWords required(BrandWords words) {
        return BrandWordRules.require(words, TODAY);
    }

    private static String refused(BrandWords words) {
        return assertThrows(Refusal.class, () -> required(words)).field();
    }
}
