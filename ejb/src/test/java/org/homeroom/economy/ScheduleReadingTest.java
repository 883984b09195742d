package org.homeroom.economy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.homeroom.banking.BankDayService;
import org.homeroom.banking.BankHour;
import org.homeroom.banking.BankedByItself;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.payroll.PaidByItself;
import org.homeroom.payroll.PayCalendar;
import org.homeroom.payroll.PayDayService;
import org.homeroom.payroll.PayPlan;
import org.homeroom.payroll.PaySchedule;
import org.homeroom.tenancy.SchoolRef;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What runs by itself in a school, and when next. */
class ScheduleReadingTest {

    private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final UUID ROOM = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final PayCalendar WEEKLY =
            new PayCalendar(7, LocalDate.of(2026, 10, 16), LocalTime.of(16, 0));
    private static final SchoolRef SCHOOL =
            new SchoolRef(
                    UUID.randomUUID(),
                    "Riverbend",
                    "riverbend",
                    NAIROBI,
                    "en",
                    "school",
                    "active",
                    Set.of());

    private final ScheduleReading reading = new ScheduleReading();
    private PaySchedule own = new PaySchedule(WEEKLY, false, Instant.EPOCH, 3);
    private PayPlan.Holding holding = new PayPlan.Holding("school", own);

    @BeforeEach
    void fill() {
        reading.clock =
                new SchoolClock() {
                    @Override
                    public Instant now() {
                        return Instant.parse("2026-10-16T13:30:00Z");
                    }
                };
        reading.plan =
                new PayPlan() {
                    @Override
                    public Holding holding() {
                        return holding;
                    }
                };
        reading.payDays =
                new PayDayService() {
                    @Override
                    public PaySchedule schedule() {
                        return own;
                    }

                    @Override
                    public List<PaidByItself> classes() {
                        PayCalendar byHand = new PayCalendar(14, null, null);
                        return List.of(
                                new PaidByItself(ROOM, "Maths", UTC, WEEKLY, Instant.EPOCH, 5),
                                new PaidByItself(UUID.randomUUID(), "Art", UTC, byHand, null, 0));
                    }
                };
        reading.bankDays =
                new BankDayService() {
                    @Override
                    public List<BankedByItself> classes() {
                        BankHour two = new BankHour(LocalTime.of(14, 0), UTC);
                        return List.of(
                                new BankedByItself(
                                        ROOM, "Maths", two, Instant.EPOCH, null, null, null, 7));
                    }
                };
    }

    @Test
    void listsTheSchoolAndItsClassesEachInItsZone() {
        assertEquals(
                List.of(
                        "pay-run school 2026-10-23T13:00:00Z 3",
                        "pay-run class 2026-10-16T16:00:00Z 5",
                        "interest-run class 2026-10-16T14:00:00Z 7"),
                said());
        List<Schedule> all = reading.running(SCHOOL);
        assertNotEquals(all.get(1).id(), all.get(2).id());
        assertEquals(all, reading.running(SCHOOL));
    }

    @Test
    void whatIsOverruledHasNoNextTime() {
        PaySchedule district = new PaySchedule(WEEKLY, true, Instant.EPOCH, 1);
        holding = new PayPlan.Holding("district", district);

        assertEquals(
                List.of(
                        "pay-run school null 3",
                        "pay-run class null 5",
                        "interest-run class 2026-10-16T14:00:00Z 7"),
                said());
    }

    @Test
    void whatIsSwitchedOffIsNotListed() {
        own = PaySchedule.NONE;
        holding = new PayPlan.Holding("school", own);

        assertEquals(2, said().size());
    }

    private List<String> said() {
        return reading.running(SCHOOL).stream()
                .map(one -> one.job() + " " + one.kind() + " " + one.nextAt() + " " + one.version())
                .toList();
    }
}
