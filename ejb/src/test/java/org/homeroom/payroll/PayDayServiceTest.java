package org.homeroom.payroll;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.kernel.SchoolClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose pay days are a class's: its own, its school's or its district's. */
class PayDayServiceTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 10, 16);
    private static final Instant FOUR = Instant.parse("2026-10-16T16:00:00Z");
    private static final Instant FIVE = FOUR.plusSeconds(3600);
    private static final UUID OWN = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final UUID OTHER = UUID.fromString("00000000-0000-0000-0000-000000000002");

    private final PayDayService service = new PayDayService();
    private final Map<UUID, Instant> paid = new HashMap<>();
    private final Map<UUID, Instant> leftOut = new HashMap<>();
    private final List<String> skipped = new ArrayList<>();
    private Instant now = FIVE.plusSeconds(1);

    @BeforeEach
    void fill() {
        service.settings =
                new PaySettingsRepository() {
                    @Override
                    public List<PaidByItself> open() {
                        PayCalendar four = new PayCalendar(7, FIRST, LocalTime.of(16, 0));
                        PayCalendar byHand = new PayCalendar(0, null, null);
                        return List.of(
                                new PaidByItself(
                                        OWN, "A", ZoneId.of("UTC"), four, Instant.EPOCH, 1),
                                new PaidByItself(OTHER, "B", ZoneId.of("UTC"), byHand, null, 0));
                    }
                };
        service.days =
                new PayDayRepository() {
                    @Override
                    public Map<UUID, Instant> ended(boolean wereSkipped) {
                        return wereSkipped ? leftOut : paid;
                    }

                    @Override
                    public void skip(UUID classId, Instant due, String source, Instant at) {
                        skipped.add(classId + " " + due + " " + source);
                    }
                };
        service.clock =
                new SchoolClock() {
                    @Override
                    public Instant now() {
                        return now;
                    }
                };
    }

    @Test
    void withoutAScheduleOnlyOwnPayDaysCount() {
        assertEquals(
                List.of(new PayDay(OWN, FOUR, "class")),
                service.due(new PayPlan.Holding("school", PaySchedule.NONE)));
        assertEquals(List.of(), skipped);
    }

    @Test
    void ownPayDaysWin() {
        assertEquals(
                List.of(new PayDay(OWN, FOUR, "class"), new PayDay(OTHER, FIVE, "school")),
                service.due(new PayPlan.Holding("school", atFive(false))));
        assertEquals(List.of(OWN + " " + FIVE + " school"), skipped);
    }

    @Test
    void unlessTheyAreOverruled() {
        assertEquals(
                List.of(new PayDay(OWN, FIVE, "district"), new PayDay(OTHER, FIVE, "district")),
                service.due(new PayPlan.Holding("district", atFive(true))));
        assertEquals(List.of(), skipped);
    }

    @Test
    void whatEndedIsNotDueAgainAndWhatWasMissedIsDueOnce() {
        paid.put(OTHER, FIVE);
        now = FIVE.plusSeconds(100 * 86_400L);
        Instant newest = FIVE.plusSeconds(98 * 86_400L);
        assertEquals(
                List.of(
                        new PayDay(OWN, newest.minusSeconds(3600), "class"),
                        new PayDay(OTHER, newest, "school")),
                service.due(new PayPlan.Holding("school", atFive(false))));
        paid.put(OTHER, newest);
        paid.put(OWN, newest);
        assertEquals(List.of(), service.due(new PayPlan.Holding("school", atFive(false))));
    }

    /** Marked as skipped it would never be paid, for its instant has one end. */
    @Test
    void anOwnPayDayAtTheInstantOfTheScheduleIsPaid() {
        PayPlan.Holding four = new PayPlan.Holding("school", at(16, false));
        assertEquals(
                List.of(new PayDay(OWN, FOUR, "class"), new PayDay(OTHER, FOUR, "school")),
                service.due(four));
        paid.putAll(Map.of(OWN, FOUR, OTHER, FOUR));
        assertEquals(List.of(), service.due(four));
        assertEquals(List.of(), skipped);
    }

    @Test
    void whatWasLeftOutIsNotDueWithoutOwnPayDays() {
        leftOut.put(OTHER, FIVE);
        assertEquals(
                List.of(new PayDay(OWN, FOUR, "class")),
                service.due(new PayPlan.Holding("school", atFive(false))));
        now = now.plusSeconds(7 * 86_400L);
        assertEquals(2, service.due(new PayPlan.Holding("school", atFive(false))).size());
    }

    private static PaySchedule atFive(boolean overrules) {
        return at(17, overrules);
    }

    private static PaySchedule at(int hour, boolean overrules) {
        PayCalendar calendar = new PayCalendar(7, FIRST, LocalTime.of(hour, 0));
        return new PaySchedule(calendar, overrules, Instant.EPOCH, 1);
    }
}
