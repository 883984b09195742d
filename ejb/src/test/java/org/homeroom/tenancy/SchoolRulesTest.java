package org.homeroom.tenancy;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.homeroom.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What administrators may say about a school. */
class SchoolRulesTest {

    @Test
    void aUsualSchoolIsTaken() {
        assertDoesNotThrow(() -> SchoolRules.require(plan("Hill", "UTC", "sw", 0)));
        assertDoesNotThrow(() -> SchoolRules.require(plan("Hill", "Africa/Harare", "en", null)));
    }

    @Test
    void theFieldToBlameIsNamed() {
        assertEquals("name", blamed(plan(" ", "UTC", "en", 1)));
        assertEquals("name", blamed(plan("a".repeat(256), "UTC", "en", 1)));
        assertEquals("name", blamed(plan("a\u0000b", "UTC", "en", 1)));
        assertEquals("language", blamed(plan("Hill", "UTC", "de", 1)));
        assertEquals("language", blamed(plan("Hill", "UTC", null, 1)));
        assertEquals("students", blamed(plan("Hill", "UTC", "en", -1)));
        assertEquals(
                "modules",
                blamed(
                        new SchoolPlan(
                                "Hill",
                                "hill",
                                "UTC",
                                "en",
                                Set.of("magic"),
                                SchoolRules.USUAL_LIMITS)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Nowhere/City", "+02:00", "EST", "Etc/GMT+5", "SystemV/PST8"})
    void aZoneIsARegionAndACity(String zone) {
        assertEquals("zone", blamed(plan("Hill", zone, "en", 1)));
    }

    @Test
    void theChoiceOfZonesHasRegionsOnly() {
        assertTrue(SchoolRules.zones().contains("Africa/Nairobi"));
        assertFalse(SchoolRules.zones().contains("Etc/GMT+5"));
    }

    @Test
    void closingASchoolNeedsAReason() {
        assertThrows(Refusal.class, () -> SchoolRules.requireReason(" "));
        assertThrows(Refusal.class, () -> SchoolRules.requireReason("a".repeat(501)));
        assertDoesNotThrow(() -> SchoolRules.requireReason("Unpaid"));
    }

    private static String blamed(SchoolPlan plan) {
        return assertThrows(Refusal.class, () -> SchoolRules.require(plan)).field();
    }

    private static SchoolPlan plan(String name, String zone, String language, Integer students) {
        return new SchoolPlan(
                name, "hill", zone, language, Modules.ALL, new SchoolLimits(students, null));
    }
}
