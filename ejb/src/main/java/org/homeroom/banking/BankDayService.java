package org.homeroom.banking;

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
 * What the banks of the bound school book by themselves (domain/economy.md 18). For a timer, and
 * for whoever has asked before who may see it; no page or resource leads here. Steps have a
 * transaction of their own, so that what is taken in hand is seen by other nodes.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class BankDayService {

    /** Longer than a rehearsal takes; what a fallen node had in hand is taken up after it. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Inject BankDayRepository days;
    @Inject SchoolClock clock;

    /** Lists the classes whose banks book by themselves, in the caller's transaction. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public List<BankedByItself> classes() {
        return days.open();
    }

    /** Lists what is to be booked now. */
    public List<BankDay> due() {
        Instant now = clock.now();
        return days.open().stream().flatMap(one -> one.due(now).stream()).toList();
    }

    /** Takes something in hand; false when it is done or somebody else has it. */
    public boolean take(BankDay day) {
        return days.take(day, clock.now(), PATIENCE);
    }

    /** Notes that a run is under way, or with null that there was nothing to book. */
    public void end(BankDay day, UUID runId) {
        days.end(day, runId);
    }

    /** Notes what keeps it waiting; it is tried again after a while. */
    public void waits(BankDay day, BankDayNote note) {
        days.waits(day, note);
    }
}
