package org.homeroom.privacy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wildfly.security.auth.server.IdentityCredentials;
import org.wildfly.security.credential.PasswordCredential;
import org.wildfly.security.credential.store.CredentialStore;
import org.wildfly.security.credential.store.CredentialStore.CredentialSourceProtectionParameter;
import org.wildfly.security.credential.store.WildFlyElytronCredentialStoreProvider;
import org.wildfly.security.password.WildFlyElytronPasswordProvider;
import org.wildfly.security.password.interfaces.ClearPassword;

/**
 * The file of the server's credential store (resource {@code credential-store=homeroom} of the
 * Elytron subsystem), opened for the application by Elytron's own interface. {@code HOMEROOM_KEYS}
 * is its path and {@code HOMEROOM_KEYS_PASSWORD} what opens it.
 */
public final class KeyStoreFile {

    private static final System.Logger LOG = System.getLogger(KeyStoreFile.class.getName());
    private static final String TYPE = "KeyStoreCredentialStore";
    private static final Provider[] PROVIDERS = {
        new WildFlyElytronCredentialStoreProvider(), new WildFlyElytronPasswordProvider()
    };

    private KeyStoreFile() {}

    /** Reads the secrets of these aliases; empty, with a line in the log, when that fails. */
    static Map<String, String> read(Map<String, String> env, List<String> aliases) {
        String path = env.get("HOMEROOM_KEYS");
        if (path == null || !Files.isReadable(Path.of(path))) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "No key store: HOMEROOM_KEYS must name the file of the credential store"
                            + " homeroom (docs/running.md)");
            return Map.of();
        }
        try {
            return secrets(
                    open(path, env.getOrDefault("HOMEROOM_KEYS_PASSWORD", ""), false), aliases);
        } catch (GeneralSecurityException e) {
            LOG.log(System.Logger.Level.ERROR, "The key store " + path + " did not open: " + e);
            return Map.of();
        }
    }

    /** Adds to the file, which is made when it is not there, the aliases that it does not have. */
    public static void complete(Path file, String password, Map<String, String> secrets)
            throws GeneralSecurityException {
        CredentialStore store = open(file.toString(), password, true);
        for (Map.Entry<String, String> secret : secrets.entrySet()) {
            if (!store.exists(secret.getKey(), PasswordCredential.class)) {
                store.store(secret.getKey(), clear(secret.getValue()));
            }
        }
        store.flush();
    }

    private static CredentialStore open(String path, String password, boolean create)
            throws GeneralSecurityException {
        CredentialStore store = CredentialStore.getInstance(TYPE, PROVIDERS[0]);
        store.initialize(
                Map.of(
                        "location",
                        path,
                        "create",
                        Boolean.toString(create),
                        // What the server's subsystem and elytron-tool make.
                        "keyStoreType",
                        "JCEKS"),
                new CredentialSourceProtectionParameter(
                        IdentityCredentials.NONE.withCredential(clear(password))),
                PROVIDERS);
        return store;
    }

    private static Map<String, String> secrets(CredentialStore store, List<String> aliases)
            throws GeneralSecurityException {
        Map<String, String> found = new HashMap<>();
        for (String alias : aliases) {
            PasswordCredential secret = store.retrieve(alias, PasswordCredential.class);
            if (secret != null) {
                ClearPassword clear = secret.getPassword(ClearPassword.class);
                found.put(alias, new String(clear.getPassword()));
            }
        }
        return found;
    }

    private static PasswordCredential clear(String secret) {
        return new PasswordCredential(
                ClearPassword.createRaw(ClearPassword.ALGORITHM_CLEAR, secret.toCharArray()));
    }
}
