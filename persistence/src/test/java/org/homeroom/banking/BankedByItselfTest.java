package org.homeroom.banking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a bank that books by itself is to book, and when. */
class BankedByItselfTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalDate DAY = LocalDate.of(2026, 10, 16);
    private static final Instant HOUR = Instant.parse("2026-10-16T20:00:00Z");

    /** The hour of New York's clock, also when clocks change. */
    @Test
    void theHourFollowsTheClock() {
        BankHour four = new BankHour(LocalTime.of(16, 0), NEW_YORK);
        assertEquals(DAY.minusDays(1), four.newest(HOUR.minusSeconds(1)));
        assertEquals(DAY, four.newest(HOUR));
        assertEquals(
                Instant.parse("2026-11-01T21:00:00Z"),
                four.next(Instant.parse("2026-10-31T20:00:00Z")));

        BankHour early = new BankHour(LocalTime.of(2, 30), NEW_YORK);
        LocalDate jump = LocalDate.of(2026, 3, 8);
        assertEquals(jump.minusDays(1), early.newest(Instant.parse("2026-03-08T07:10:00Z")));
        assertEquals(jump, early.newest(Instant.parse("2026-03-08T07:30:00Z")));

        BankHour twice = new BankHour(LocalTime.of(1, 30), NEW_YORK);
        LocalDate longer = LocalDate.of(2026, 11, 1);
        assertEquals(longer.minusDays(1), twice.newest(Instant.parse("2026-11-01T05:29:59Z")));
        assertEquals(longer, twice.newest(Instant.parse("2026-11-01T05:30:00Z")));
        assertEquals(
                Instant.parse("2026-11-02T06:30:00Z"),
                twice.next(Instant.parse("2026-11-01T06:30:00Z")));
    }

    @Test
    void aPeriodIsDueAtTheHourOfTheDayAfterIt() {
        BankedByItself one = banked(Instant.EPOCH, DAY, null, null);

        assertEquals(List.of(), one.due(HOUR.minusSeconds(1)));
        assertEquals(List.of("interest " + HOUR), said(one, HOUR));
    }

    /** After a standstill: one period after another, loans and certificates once. */
    @Test
    void whatWasMissedIsDueFromTheOldestOn() {
        BankedByItself one = banked(Instant.EPOCH, DAY, DAY, HOUR.minusSeconds(86_400));
        Instant later = Instant.parse("2026-11-20T12:00:00Z");

        assertEquals(List.of("interest " + HOUR, "due 2026-11-19T21:00:00Z"), said(one, later));
    }

    @Test
    void whatIsDueIsLookedAtOnceAnHour() {
        assertEquals(List.of(), said(banked(Instant.EPOCH, null, DAY, HOUR), HOUR.plusSeconds(99)));
        assertEquals(1, said(banked(Instant.EPOCH, null, DAY, null), HOUR).size());
        assertEquals(List.of(), said(banked(Instant.EPOCH, null, DAY.plusDays(1), null), HOUR));
    }

    @Test
    void nothingIsDueBeforeTheFirstHourAfterItWasSet() {
        BankedByItself one = banked(HOUR, DAY.minusDays(30), DAY.minusDays(30), null);

        assertEquals(List.of(), one.due(HOUR.plusSeconds(3600)));
        assertEquals(2, one.due(HOUR.plusSeconds(86_400)).size());
    }

    private static BankedByItself banked(
            Instant since, LocalDate interestFrom, LocalDate oldest, Instant looked) {
        BankHour four = new BankHour(LocalTime.of(16, 0), NEW_YORK);
        return new BankedByItself(
                UUID.randomUUID(), "Maths", four, since, interestFrom, oldest, looked, 1);
    }

    private static List<String> said(BankedByItself one, Instant now) {
        return one.due(now).stream().map(day -> day.kind() + " " + day.due()).toList();
    }
}
