package org.homeroom.payroll;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.tenancy.SchoolRef;
import org.homeroom.tenancy.SchoolService;
import org.homeroom.tenancy.TenantContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whose schedule holds in a school. */
class PayPlanTest {

    private static final UUID DISTRICT = UUID.randomUUID();
    private static final SchoolRef REF =
            new SchoolRef(
                    DISTRICT,
                    "District",
                    "d",
                    ZoneId.of("UTC"),
                    "en",
                    "district",
                    "active",
                    Set.of());

    @Test
    void theSchoolsOwnWinsUnlessItHasNoneOrIsOverruled() {
        assertEquals("school", holding(on(false), on(false)));
        assertEquals("district", holding(on(false), on(true)));
        assertEquals("district", holding(PaySchedule.NONE, on(false)));
        assertEquals("school", holding(on(false), PaySchedule.NONE));
        assertEquals("school", holding(PaySchedule.NONE, PaySchedule.NONE));
    }

    /** Each of those who wait would have a connection that the one who asks may need. */
    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aPageDoesNotWaitWhileAnotherAsks() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answers = new CountDownLatch(1);
        PayPlan plan =
                plan(
                        PaySchedule.NONE,
                        () -> {
                            asked.countDown();
                            answers.await();
                            return on(true);
                        });
        CompletableFuture<String> first =
                CompletableFuture.supplyAsync(() -> plan.holding(on(false)).source());
        asked.await();
        assertEquals("school", plan.holding(on(false)).source());
        answers.countDown();
        assertEquals("district", first.join());
        assertEquals("district", plan.holding(on(false)).source());
    }

    private static String holding(PaySchedule school, PaySchedule district) {
        return plan(school, () -> district).holding().source();
    }

    private static PayPlan plan(PaySchedule school, Callable<PaySchedule> district) {
        PayPlan plan = new PayPlan();
        plan.clock =
                new SchoolClock() {
                    @Override
                    public Instant now() {
                        return Instant.EPOCH;
                    }
                };
        plan.schools =
                new SchoolService() {
                    @Override
                    public Optional<SchoolRef> district() {
                        return Optional.of(REF);
                    }
                };
        plan.days =
                new PayDayService() {
                    @Override
                    public PaySchedule schedule() {
                        return school;
                    }

                    @Override
                    public PaySchedule scheduleApart() {
                        assertEquals(DISTRICT, TenantContext.require());
                        try {
                            return district.call();
                        } catch (Exception e) {
                            throw new AssertionError(e);
                        }
                    }
                };
        return plan;
    }

    private static PaySchedule on(boolean overrules) {
        PayCalendar weekly = new PayCalendar(7, LocalDate.EPOCH, LocalTime.NOON);
        return new PaySchedule(weekly, overrules, Instant.EPOCH, 1);
    }
}
