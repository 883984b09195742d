package org.homeroom.economy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.kernel.Show;
import org.homeroom.ledger.LatestEntry;
import org.junit.jupiter.api.Test;

/** What the newest entries of a class are called. */
class TodayPageTest {

    private static final String ONE = "Pay for Mon 16 Nov: excused, 45 min";

    private final TodayPage page = new TodayPage();

    TodayPageTest() {
        page.texts = new EconomyTexts();
        page.show = new Show(new SchoolClock(Clock.systemUTC()));
    }

    /** One of a run's sentences would be told of all its entries, of one student's too. */
    @Test
    void entriesOfAPayRunAreCalledByTheirKind() {
        assertEquals("pay", page.what(entry("pay", ONE, true, 2, 2)));
        assertEquals("pay", page.what(entry("pay", ONE, true, 1, 2)));
        assertEquals("pay", page.what(entry("pay_correction", ONE, true, 1, 3)));
        assertEquals("taken back", page.what(entry("reversal", "Wrong week", true, 2, 4)));
    }

    @Test
    void anEntryThatStandsAloneSaysWhatItSays() {
        assertEquals(ONE, page.what(entry("pay", ONE, true, 1, 1)));
        assertEquals("Helped tidy up", page.what(entry("reward", "Helped tidy up", false, 1, 1)));
        // All entries of a bank's run say the same.
        assertEquals("Term bonus", page.what(entry("bonus", "Term bonus", false, 3, 3)));
    }

    private static LatestEntry entry(
            String kind, String description, boolean ofPay, int students, int entries) {
        return new LatestEntry(
                UUID.randomUUID(),
                Instant.EPOCH,
                kind,
                description,
                UUID.randomUUID(),
                "Wanjiru M.",
                100,
                UUID.randomUUID(),
                ofPay,
                students,
                entries);
    }
}
