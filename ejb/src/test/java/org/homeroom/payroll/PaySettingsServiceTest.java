package org.homeroom.payroll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;
import org.homeroom.tenancy.TenantContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In which order the settings of several classes are stored, and what is refused before. */
class PaySettingsServiceTest {

    private static final UUID FIRST = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final UUID SECOND = UUID.fromString("00000000-0000-0000-0000-000000000002");
    private static final UUID THIRD = UUID.fromString("00000000-0000-0000-0000-000000000003");
    private static final UUID STRANGE = UUID.fromString("00000000-0000-0000-0000-000000000004");

    private final PaySettingsService service = new PaySettingsService();
    private final List<UUID> stored = new ArrayList<>();

    @BeforeEach
    void fill() {
        service.roster =
                new RosterService() {
                    @Override
                    public ClassRef ownedClass(UUID id) {
                        if (id.equals(STRANGE)) {
                            throw Refusal.notFound();
                        }
                        return new ClassRef(id, "Maths", "A", null, "TOK", null, null);
                    }
                };
        service.settings =
                new PaySettingsRepository() {
                    @Override
                    public PaySettings of(UUID id) {
                        return seen(id.equals(SECOND) ? 5 : 1);
                    }

                    @Override
                    public boolean store(UUID school, UUID id, PaySettings changed, Instant now) {
                        stored.add(id);
                        return changed.version() == of(id).version();
                    }
                };
        service.clock = new SchoolClock();
        service.audit =
                new AuditService() {
                    @Override
                    public void record(
                            String action,
                            String subjectType,
                            Object subjectId,
                            Map<String, ?> before,
                            Map<String, ?> after) {}
                };
    }

    /** As taps lock them, so that neither waits for the other. */
    @Test
    void classesAreStoredInTheOrderOfTheirIds() throws Exception {
        assertEquals(3, change(seen(5), THIRD, FIRST, SECOND, FIRST));
        assertEquals(List.of(FIRST, SECOND, THIRD), stored);
    }

    @Test
    void nothingIsStoredWhenOneIsRefused() {
        assertThrows(Refusal.class, () -> change(seen(4), FIRST));
        assertThrows(Refusal.class, () -> change(seen(5), FIRST, STRANGE));
        PaySettings absurd = new PaySettings(1, null, 7, LocalDate.MAX, null, 5);
        assertEquals(
                "first_pay_date", assertThrows(Refusal.class, () -> change(absurd, FIRST)).field());
        assertEquals(List.of(), stored);
    }

    @Test
    void aRateBelowZeroIsToldSo() {
        PaySettings below = new PaySettings(-1, null, 7, null, null, 5);

        Refusal refusal = assertThrows(Refusal.class, () -> change(below, FIRST));

        assertEquals("rate_per_minute", refusal.field());
        assertEquals(
                "The pay rate is below zero. Write 0 to pay nothing for time, or a number such as"
                        + " 0.25.",
                refusal.getMessage());
        assertEquals(List.of(), stored);
    }

    private int change(PaySettings changed, UUID... also) throws Exception {
        return TenantContext.callAs(
                UUID.randomUUID(), () -> service.changeMany(SECOND, List.of(also), changed));
    }

    private static PaySettings seen(long version) {
        return new PaySettings(250_000, null, 7, null, null, version);
    }
}
