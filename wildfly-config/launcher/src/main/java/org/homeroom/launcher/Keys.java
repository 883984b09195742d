package org.homeroom.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import org.homeroom.privacy.InstallationKeys;
import org.homeroom.privacy.KeyStoreFile;

/**
 * The credential store of one data directory, with keys drawn once, unless the environment has one.
 */
final class Keys {

    private static final String STORE = "HOMEROOM_KEYS";

    private Keys() {}

    /**
     * Returns what the server's environment must say of the store, which is made when it is new.
     */
    static Map<String, String> of(Path data) throws IOException {
        if (System.getenv().containsKey(STORE)) {
            return Map.of();
        }
        Path file = data.resolve("homeroom.keys");
        Secrets secrets = new Secrets(data.resolve("database.properties"));
        String password = secrets.password("keys");
        try {
            // A directory from before there was a store has drawn two of them already.
            KeyStoreFile.complete(
                    file,
                    password,
                    Map.of(
                            InstallationKeys.MASTER,
                            Secrets.draw(),
                            InstallationKeys.PEPPER,
                            secrets.known("pepper"),
                            InstallationKeys.FACTOR,
                            secrets.known("factor-key")));
        } catch (GeneralSecurityException e) {
            throw new IOException("The key store " + file + " could not be opened", e);
        }
        return Map.of(STORE, file.toString(), STORE + "_PASSWORD", password);
    }
}
