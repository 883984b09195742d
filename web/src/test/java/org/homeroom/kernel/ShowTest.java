package org.homeroom.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ShowTest {

    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");

    // Tuesday 13 October 2026, 09:42 in Los Angeles.
    private final Show show =
            new Show(
                    new SchoolClock(
                            Clock.fixed(Instant.parse("2026-10-13T16:42:00Z"), ZoneOffset.UTC)));

    @Test
    void writesMoneyWithTwoDecimalsAndATrueMinus() {
        assertEquals("0.00", show.money(0));
        assertEquals("1,234.50", show.money(123450));
        assertEquals("\u22128.05", show.money(-805));
        assertEquals("92,233,720,368,547,758.07", show.money(Long.MAX_VALUE));
    }

    @Test
    void signsWhatChangesABalance() {
        assertEquals("+5.00", show.signed(500));
        assertEquals("\u22120.01", show.signed(-1));
        assertEquals("0.00", show.signed(0));
    }

    @Test
    void namesDaysAndMonthsInTheReadersLanguage() {
        LocalDate day = LocalDate.of(2026, 10, 9);
        Language.bind(Language.FR);
        try {
            assertEquals("vendredi 9 octobre", show.heading(day));
            assertEquals("ven. 9 oct.", show.date(day, LOS_ANGELES));
            assertEquals("1,234.50", show.money(123450));
        } finally {
            Language.bind(null);
        }
        assertEquals("Friday 9 October", show.heading(day));
    }

    @Test
    void writesTimesAsBrieflyAsTheirDistanceAllows() {
        assertEquals("09:10", show.time(Instant.parse("2026-10-13T16:10:00Z"), LOS_ANGELES));
        assertEquals("Mon 14:10", show.time(Instant.parse("2026-10-12T21:10:00Z"), LOS_ANGELES));
        assertEquals("Fri 9 Oct", show.time(Instant.parse("2026-10-09T21:10:00Z"), LOS_ANGELES));
        assertEquals("9 Oct 2025", show.time(Instant.parse("2025-10-09T21:10:00Z"), LOS_ANGELES));
        assertEquals("", show.time(null, LOS_ANGELES));
    }

    @Test
    void writesMomentsWithTheirDayHoweverNear() {
        assertEquals(
                "Tue 13 Oct 09:10",
                show.moment(Instant.parse("2026-10-13T16:10:00Z"), LOS_ANGELES));
        assertEquals("", show.moment(null, LOS_ANGELES));
    }

    @Test
    void countsDaysInTheZoneOfTheSchool() {
        Instant lateEvening = Instant.parse("2026-10-14T05:30:00Z");
        assertEquals("22:30", show.time(lateEvening, LOS_ANGELES));
        assertEquals("Wed 08:30", show.time(lateEvening, ZoneId.of("Africa/Nairobi")));
    }

    @Test
    void tellsWeeksApartOverTheTurnOfTheYear() {
        Show january =
                new Show(
                        new SchoolClock(
                                Clock.fixed(
                                        Instant.parse("2027-01-02T12:00:00Z"), ZoneOffset.UTC)));
        assertEquals(
                "Thu 10:00", january.time(Instant.parse("2026-12-31T10:00:00Z"), ZoneOffset.UTC));
        assertEquals(
                "2 Jan 2026", january.time(Instant.parse("2026-01-02T10:00:00Z"), ZoneOffset.UTC));
    }

    @Test
    void writesDays() {
        assertEquals("Fri 16 Oct", show.date(LocalDate.of(2026, 10, 16), LOS_ANGELES));
        assertEquals("1 Jan 2027", show.date(LocalDate.of(2027, 1, 1), LOS_ANGELES));
    }

    @Test
    void writesLengthsInWholeMinutes() {
        assertEquals("0 min", show.duration(59));
        assertEquals("32 min", show.duration(1979));
        assertEquals("1 h 05 min", show.duration(3900));
        assertEquals("12 h", show.duration(43200));
    }

    @Test
    void writesLengthsThatAddUpToTheSecond() {
        assertEquals("59 s", show.exact(59));
        assertEquals("32 min 09 s", show.exact(1929));
        assertEquals("2 h 00 min 01 s", show.exact(7201));
        assertEquals("6 h 27 min 59 s", show.exact(23279));
        assertEquals("120 h", show.exact(432000));
    }

    @Test
    void takesInitialsWithoutTitles() {
        assertEquals("AO", show.initials("Amani Okello"));
        assertEquals("WM", show.initials("Wanjiru M."));
        assertEquals("O", show.initials("Ms. Okello"));
        assertEquals("", show.initials(null));
    }
}
