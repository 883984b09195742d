package org.homeroom.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NumberTextTest {

    private static final String NBSP = "\u00a0";
    private static final String NARROW = "\u202f";

    @Test
    void readsEitherDecimalSignAndThousands() {
        Map.ofEntries(
                        Map.entry("2.50", "2.50"),
                        Map.entry("2,50", "2.50"),
                        Map.entry(" 7 ", "7"),
                        // No thousand begins with a nought.
                        Map.entry("0.500", "0.500"),
                        Map.entry("0,500", "0.500"),
                        Map.entry("-0.005", "-0.005"),
                        Map.entry("+2,5", "+2.5"),
                        Map.entry("\u22122,50", "-2.50"),
                        Map.entry("1000", "1000"),
                        Map.entry("1,000.00", "1000.00"),
                        Map.entry("1.000,00", "1000.00"),
                        Map.entry("1 000,00", "1000.00"),
                        Map.entry("1" + NBSP + "000.5", "1000.5"),
                        Map.entry("1" + NARROW + "000", "1000"),
                        Map.entry("1'000.00", "1000.00"),
                        Map.entry("-12,345,678.90", "-12345678.90"),
                        Map.entry("12.345.678", "12345678"))
                .forEach(
                        (typed, meant) -> {
                            assertEquals(meant, NumberText.amount("amount", typed), typed);
                            assertEquals(meant, NumberText.rate("rate", typed), typed);
                        });
    }

    @Test
    void refusesWhatCouldBeAThousandOrAOne() {
        for (String typed : List.of("1,000", "1.000", "-12,500", "250.125", " 1,000 ")) {
            assertEquals("sum", refusal(() -> NumberText.amount("sum", typed)).field(), typed);
        }
        assertEquals(
                "1,000 can be read in two ways. Write 1000.00 or 1.00.",
                refusal(() -> NumberText.amount("amount", "1,000")).getMessage());
        assertEquals(
                "1,125 can be read in two ways. Write 1125 or 1.125.",
                refusal(() -> NumberText.rate("rate", "1,125")).getMessage());
    }

    /** A rate of less than one has as many decimals as it likes, with either sign. */
    @Test
    void readsRatesWithManyDecimals() {
        assertEquals("0.25", NumberText.rate("rate", "0,25"));
        assertEquals("0.125", NumberText.rate("rate", "0.125"));
        assertEquals("0.125", NumberText.rate("rate", "0,125"));
        assertEquals("0.333333", NumberText.rate("rate", "0,333333"));
        assertEquals("1.125", NumberText.rate("rate", "1.125"));
    }

    /** Whoever reads it refuses it in words of its own. */
    @Test
    void leavesAloneWhatIsNoNumber() {
        for (String typed :
                List.of("", "half", "1e3", "1,00,000", "1,000,00", "1 00", "--1", "1.")) {
            assertEquals(typed, NumberText.amount("amount", typed));
            assertEquals(typed, NumberText.rate("rate", typed));
        }
        assertEquals("", NumberText.amount("amount", null));
    }

    private static Refusal refusal(org.junit.jupiter.api.function.Executable read) {
        return assertThrows(Refusal.class, read);
    }
}
