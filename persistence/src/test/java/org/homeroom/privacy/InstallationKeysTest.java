package org.homeroom.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeroom.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationKeysTest {

    private static final String ONE = "0123456789abcdef0123456789abcde1";
    private static final String TWO = "0123456789abcdef0123456789abcde2";
    private static final String THREE = "0123456789abcdef0123456789abcde3";
    private static final Map<String, String> GOOD =
            Map.of(
                    InstallationKeys.MASTER, ONE,
                    InstallationKeys.PEPPER, TWO,
                    InstallationKeys.FACTOR, THREE);

    @TempDir Path directory;

    @Test
    void keysOfTheirOwnThatNobodyGuessesAreWell() {
        assertEquals(List.of(), new InstallationKeys(GOOD).faults());
    }

    @Test
    void absentWeakAndSharedKeysAreFaults() {
        for (String bad : new String[] {"", "short", "changeme".repeat(5), THREE}) {
            Map<String, String> given = new HashMap<>(GOOD);
            given.put(InstallationKeys.MASTER, bad);

            assertEquals(1, new InstallationKeys(given).faults().size(), bad);
        }
        assertEquals(3, new InstallationKeys(Map.of()).faults().size());
    }

    @Test
    void aWeakKeyIsNeverUsed() {
        InstallationKeys keys = new InstallationKeys(Map.of(InstallationKeys.PEPPER, "short"));

        assertThrows(Refusal.class, () -> keys.first(InstallationKeys.PEPPER));
    }

    @Test
    void theStoreKeepsWhatItHasAndOpensByItsPasswordAlone() throws Exception {
        Path file = directory.resolve("homeroom.keys");
        KeyStoreFile.complete(file, "opens it", GOOD);
        KeyStoreFile.complete(file, "opens it", Map.of(InstallationKeys.MASTER, THREE));

        Map<String, String> env = new HashMap<>();
        env.put("HOMEROOM_KEYS", file.toString());
        env.put("HOMEROOM_KEYS_PASSWORD", "opens it");
        assertEquals(GOOD, KeyStoreFile.read(env, List.copyOf(GOOD.keySet())));
        env.put("HOMEROOM_KEYS_PASSWORD", "does not");
        assertTrue(KeyStoreFile.read(env, List.copyOf(GOOD.keySet())).isEmpty());
        assertTrue(KeyStoreFile.read(Map.of(), List.copyOf(GOOD.keySet())).isEmpty());
    }
}
