package org.homeroom.payroll;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.tenancy.SchoolRef;
import org.homeroom.tenancy.SchoolService;
import org.homeroom.tenancy.TenantContext;

/** Which schedule holds in the bound school: its own, or the district's. */
@ApplicationScoped
public class PayPlan {

    /** How long the district's schedule is remembered; every student's home asks for it. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    @Inject PayDayService days;
    @Inject SchoolService schools;
    @Inject SchoolClock clock;

    private final ReentrantLock asking = new ReentrantLock();
    private volatile Remembered remembered = new Remembered(PaySchedule.NONE, Instant.MIN);

    private record Remembered(PaySchedule schedule, Instant at) {}

    /**
     * A schedule and whose it is.
     *
     * @param source school or district
     */
    public record Holding(String source, PaySchedule schedule) {

        /** Tells whether it, and not its own pay days, is a class's. */
        public boolean rules(PaidByItself one) {
            return schedule.isOn() && (schedule.overrules() || !one.hasOwn());
        }
    }

    /** Returns the schedule that holds: the school's own, unless it has none or is overruled. */
    public Holding holding() {
        return holding(days.schedule(), district());
    }

    /**
     * Returns the schedule that holds where the school's own is known already, for pages. While
     * somebody asks for the district's, everybody else goes on with what is remembered: a page has
     * a connection, and where each waits for a second one nobody gets it.
     */
    Holding holding(PaySchedule own) {
        if (!asking.tryLock()) {
            return holding(own, remembered.schedule());
        }
        try {
            return holding(own, district());
        } finally {
            asking.unlock();
        }
    }

    private static Holding holding(PaySchedule own, PaySchedule above) {
        return above.isOn() && (above.overrules() || !own.isOn())
                ? new Holding("district", above)
                : new Holding("school", own);
    }

    private PaySchedule district() {
        Instant now = clock.now();
        if (remembered.at().plus(FRESH).isAfter(now)) {
            return remembered.schedule();
        }
        Optional<SchoolRef> district = schools.district();
        PaySchedule found = district.isEmpty() ? PaySchedule.NONE : read(district.get());
        remembered = new Remembered(found, now);
        return found;
    }

    private PaySchedule read(SchoolRef district) {
        try {
            return TenantContext.callAs(district.id(), days::scheduleApart);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the district's pay days could not be read", e);
        }
    }
}
