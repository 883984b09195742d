package org.homeroom.payroll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PayHistoryTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 30);

    @Test
    void daysFilter() {
        PayHistory month = new PayHistory("2026-11-01", "2026-11-30", "");

        assertEquals(FIRST, month.first());
        assertEquals(LAST, month.last());
        assertEquals("from=2026-11-01&to=2026-11-30", month.days(LAST));
    }

    /** The ledger refuses such days, and the page is of more than its history. */
    @Test
    void aFirstDayAfterTheLastFiltersNothing() {
        PayHistory turned = new PayHistory("2026-11-30", "2026-11-01", "");

        assertNull(turned.first());
        assertEquals(FIRST, turned.last());
        assertEquals("2026-11-30", turned.from());
    }
}
