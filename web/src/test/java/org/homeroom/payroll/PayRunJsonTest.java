package org.homeroom.payroll;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.MoneyJson;
import org.junit.jupiter.api.Test;

class PayRunJsonTest {

    /** So that the lines of a run add up to its total. */
    @Test
    void theTotalOfALineIsAllThatTheStudentGets() {
        PayRunJson.Line line = PayRunJson.Line.of(line(750, -125, 40), "TOK", ZoneOffset.UTC);

        assertEquals(new MoneyJson("7.50", "TOK"), line.amount());
        assertEquals(new MoneyJson("-1.25", "TOK"), line.corrected());
        assertEquals(new MoneyJson("0.40", "TOK"), line.marked());
        assertEquals(new MoneyJson("6.65", "TOK"), line.total());
    }

    private static PayLine line(long amount, long corrected, long marked) {
        return new PayLine(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "Amina",
                "K",
                1800,
                250_000,
                amount,
                2,
                null,
                null,
                null,
                1800L,
                List.of(),
                null,
                null,
                null,
                corrected,
                marked,
                null);
    }
}
