package org.homeroom.demonstration;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.homeroom.attendance.TapHistoryImportService;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.payroll.PayRunService;
import org.homeroom.payroll.PaySettings;
import org.homeroom.payroll.PaySettingsService;
import org.homeroom.payroll.PayState;
import org.homeroom.roster.ClassRef;

/** Thirty days of a class: the taps as a history file, and two pay days. */
@Dependent
class DemonstrationMonth {

    private static final long RATE_MICROS_PER_MINUTE = 250_000;
    static final int DAILY_LIMIT_MINUTES = 75;
    private static final int DAYS_BETWEEN_PAY = 14;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration GLANCE = Duration.ofMillis(100);

    @Inject TapHistoryImportService history;
    @Inject PaySettingsService settings;
    @Inject PayRunService payRuns;
    @Inject SchoolClock clock;

    void live(ClassRef home, List<String> usernames) {
        LocalDate today = clock.today(home.zone());
        LocalDate lastPayDay =
                today.minusDays(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.FRIDAY));
        LocalDate firstPayDay = lastPayDay.minusDays(DAYS_BETWEEN_PAY);
        long version = settings.get(home.id()).version();
        settings.change(
                home.id(),
                new PaySettings(
                        RATE_MICROS_PER_MINUTE,
                        DAILY_LIMIT_MINUTES,
                        DAYS_BETWEEN_PAY,
                        firstPayDay,
                        null,
                        version));
        SchoolDays days = new SchoolDays(home.name().hashCode(), home.zone(), today);
        upload(home.id(), days.taps(usernames, Integer.parseInt(home.period())));
        pay(home, firstPayDay);
        pay(home, lastPayDay);
        upload(home.id(), days.tapsJustNow(usernames, clock.now()));
    }

    private void upload(UUID classId, List<SchoolDays.PastTap> taps) {
        StringBuilder csv = new StringBuilder("username,action,at,reason\n");
        for (SchoolDays.PastTap tap : taps) {
            csv.append(tap.username()).append(',').append(tap.action()).append(',');
            csv.append(tap.at()).append(',').append(tap.reason()).append('\n');
        }
        byte[] bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
        try {
            history.upload(classId, "tap-history.csv", new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void pay(ClassRef home, LocalDate payDay) {
        Instant through = payDay.atTime(LocalTime.of(16, 0)).atZone(home.zone()).toInstant();
        UUID run = payRuns.rehearse(home.id(), through).id();
        payRuns.commit(run);
        Instant end = clock.now().plus(PATIENCE);
        while (payRuns.find(run).state() != PayState.PAID) {
            if (clock.now().isAfter(end)) {
                throw new IllegalStateException(
                        "pay run " + run + " is " + payRuns.find(run).state());
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }
}
