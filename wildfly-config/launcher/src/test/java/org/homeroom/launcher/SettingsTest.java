package org.homeroom.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void aNewcomerSetsNothing() {
        Settings settings = of(Map.of());

        assertEquals("http://localhost:8080/", settings.address());
        assertNull(settings.existing());
        assertTrue(settings.demonstration());
    }

    @Test
    void anExistingDatabaseIsUsedWithoutDemonstration() {
        Settings settings =
                of(
                        Map.of(
                                "DB_URL", "jdbc:postgresql://db/homeroom",
                                "DB_PASSWORD", "a",
                                "DB_OWNER_PASSWORD", "o"));

        assertEquals("homeroom_app", settings.existing().appUser());
        assertEquals("homeroom_owner", settings.existing().ownerUser());
        assertFalse(settings.demonstration());
    }

    @Test
    void anExistingDatabaseNeedsItsPasswords() {
        Refused refused =
                assertThrows(
                        Refused.class, () -> of(Map.of("DB_URL", "jdbc:postgresql://db/homeroom")));

        assertEquals("DB_URL is set, so DB_OWNER_PASSWORD must be set too.", refused.getMessage());
    }

    @Test
    void aPortIsANumberThatExists() {
        assertThrows(Refused.class, () -> of(Map.of("HOMEROOM_HTTP_PORT", "65536")));
        assertThrows(Refused.class, () -> of(Map.of("HOMEROOM_HTTP_PORT", "web")));
    }

    private static Settings of(Map<String, String> env) {
        return Settings.of(env, Path.of("root"), Path.of("wildfly"), Path.of("homeroom.ear"));
    }
}
