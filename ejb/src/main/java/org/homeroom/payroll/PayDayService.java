package org.homeroom.payroll;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
    @Inject SchoolClock clock;

    /** Lists what is due now and was not due before the class's settings were stored. */
    public List<PayDay> due() {
        Instant now = clock.now();
        return settings.selfPaying().stream()
                .flatMap(one -> one.due(now).map(at -> new PayDay(one.classId(), at)).stream())
                .toList();
    }

    /** Takes a pay day in hand; false when it is done or somebody else has it. */
    public boolean take(PayDay day) {
        return days.take(day.classId(), day.due(), clock.now(), PATIENCE);
    }

    /** Notes that the pay day's run is under way, or that there was nothing to pay. */
    public void end(PayDay day, boolean started, UUID runId) {
        days.end(day.classId(), day.due(), started ? "started" : "empty", runId);
    }
}
