package org.homeroom.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.junit.jupiter.api.Test;

class PeriodTest {

    private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 30);

    @Test
    void daysGoFromTheBeginOfTheFirstToTheEndOfTheLast() {
        Period month = Period.of(FIRST, LAST, NAIROBI, null);

        assertEquals(Instant.parse("2026-10-31T21:00:00Z"), month.from());
        assertEquals(Instant.parse("2026-11-30T21:00:00Z"), month.to());
    }

    @Test
    void oneDayIsAPeriodAndAnEndMayBeOpen() {
        Period day = Period.of(FIRST, FIRST, NAIROBI, null);

        assertEquals(day.from().plusSeconds(24 * 60 * 60), day.to());
        assertNull(Period.of(FIRST, null, NAIROBI, null).to());
        assertNull(Period.of(null, LAST, NAIROBI, null).from());
    }

    @Test
    void daysTurnedRoundAreRefused() {
        Refusal refusal = assertThrows(Refusal.class, () -> Period.of(LAST, FIRST, NAIROBI, null));

        assertEquals(ErrorCode.VALIDATION_ERROR, refusal.code());
        assertEquals("to", refusal.field());
        assertEquals("The last day comes before the first.", refusal.getMessage());
    }
}
