package org.homeroom.payroll;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.kernel.SchoolClock;

/**
 * Pays the classes of the bound school that are paid by themselves (domain/economy.md 5.2). For a
 * timer; no page or resource leads here. Steps have a transaction of their own, so that a pay day
 * taken in hand is seen by other nodes.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PayDayService {

    /** Longer than a rehearsal takes; what a fallen node had in hand is taken up after it. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Inject PaySettingsRepository settings;
    @Inject PayDayRepository days;
    @Inject PayScheduleRepository schedules;
    @Inject SchoolClock clock;

    /** Returns the bound school's schedule, in the caller's transaction if there is one. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public PaySchedule schedule() {
        return schedules.find();
    }

    /** Returns the bound school's schedule, apart from another school's transaction. */
    public PaySchedule scheduleApart() {
        return schedules.find();
    }

    /** Lists the classes that go on, with their own pay days, in the caller's transaction. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public List<PaidByItself> classes() {
        return settings.open();
    }

    /**
     * Lists what is due now, was not due before the pay days were set, and has not ended. Notes
     * which classes the schedule leaves out, because they have pay days of their own.
     */
    public List<PayDay> due(PayPlan.Holding holding) {
        Instant now = clock.now();
        Map<UUID, Instant> paid = days.ended(false);
        Map<UUID, Instant> skipped = days.ended(true);
        List<PayDay> due = new ArrayList<>();
        for (PaidByItself one : settings.open()) {
            Optional<Instant> scheduled = holding.schedule().due(now, one.zone());
            boolean ruled = holding.rules(one);
            Optional<Instant> at = ruled ? scheduled : one.due(now);
            // A pay day of both is the class's own: one instant of a class ends once.
            if (!ruled && one.hasOwn() && !at.equals(scheduled)) {
                scheduled
                        .filter(when -> isNew(skipped, one, when) && isNew(paid, one, when))
                        .ifPresent(when -> days.skip(one.classId(), when, holding.source(), now));
            }
            String source = ruled ? holding.source() : "class";
            // What was left out stays so when the class gives its own pay days up.
            at.filter(when -> isNew(paid, one, when) && !when.equals(skipped.get(one.classId())))
                    .ifPresent(when -> due.add(new PayDay(one.classId(), when, source)));
        }
        return due;
    }

    private static boolean isNew(Map<UUID, Instant> ended, PaidByItself one, Instant at) {
        return at.isAfter(ended.getOrDefault(one.classId(), Instant.MIN));
    }

    /** Takes a pay day in hand; false when it is done or somebody else has it. */
    public boolean take(PayDay day) {
        return days.take(day.classId(), day.due(), day.source(), clock.now(), PATIENCE);
    }

    /** Notes that the pay day's run is under way, or that there was nothing to pay. */
    public void end(PayDay day, boolean started, UUID runId) {
        days.end(day.classId(), day.due(), started ? "started" : "empty", runId);
    }

    /** Notes what keeps a pay day waiting; it is tried again after a while. */
    public void waits(PayDay day, PayDayNote note) {
        days.waits(day.classId(), day.due(), note.code());
    }

    /** Lists the newest pay days of the bound school's classes and what became of them. */
    public List<PayDayRow> newest(int limit) {
        return days.newest(limit);
    }
}
