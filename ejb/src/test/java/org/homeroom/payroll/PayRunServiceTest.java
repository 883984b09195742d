package org.homeroom.payroll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.homeroom.identity.Caller;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Up to when a run may be rehearsed. */
class PayRunServiceTest {

    private static final UUID CLASS = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final Instant PAID = Instant.parse("2026-11-20T16:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    private final PayRunService service = new PayRunService();
    private final List<Instant> rehearsed = new ArrayList<>();
    private Instant paid = PAID;

    @BeforeEach
    void fill() {
        service.roster =
                new RosterService() {
                    @Override
                    public ClassRef ownedClass(UUID id) {
                        return new ClassRef(id, "Maths", "A", null, "TOK", null, null);
                    }
                };
        service.steps =
                new PayRunStepService() {
                    // In a transaction of its own; the service has none.
                    @Override
                    public Optional<Instant> paidThrough(UUID classId) {
                        return Optional.ofNullable(paid);
                    }

                    @Override
                    public Optional<PayRun> unfinished(UUID classId) {
                        return Optional.empty();
                    }

                    @Override
                    public PayRun rehearse(UUID classId, Instant through, UUID replaces, UUID by) {
                        rehearsed.add(through);
                        return null;
                    }
                };
        service.clock =
                new SchoolClock() {
                    @Override
                    public Instant now() {
                        return NOW;
                    }
                };
    }

    @Test
    void timeBeforeTheLastPayIsNotPaidOnceMore() throws Exception {
        Refusal refusal =
                assertThrows(Refusal.class, () -> rehearse(Instant.parse("2020-01-01T00:00:00Z")));

        assertEquals("through", refusal.field());
        assertEquals(
                "This class was paid up to 2026-11-20T16:00:00Z already. Choose that time or a later one.",
                refusal.getMessage());
        assertEquals(List.of(), rehearsed);
    }

    @Test
    void correctionsAreRehearsedUpToTheLastPayItself() throws Exception {
        rehearse(PAID);
        rehearse(PAID.plusSeconds(1));
        rehearse(null);

        assertEquals(List.of(PAID, PAID.plusSeconds(1), NOW), rehearsed);
    }

    @Test
    void aClassThatWasNeverPaidBeginsAnywhere() throws Exception {
        paid = null;

        rehearse(Instant.EPOCH);

        assertEquals(List.of(Instant.EPOCH), rehearsed);
    }

    private void rehearse(Instant through) throws Exception {
        Caller teacher =
                new Caller(UUID.randomUUID(), UUID.randomUUID(), Set.of(Roles.TEACHER), "Teacher");
        CallerContext.callAs(teacher, () -> service.rehearse(CLASS, through));
    }
}
