package org.homeroom.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/**
 * The installation's own secrets, from the server's credential store. An alias holds one secret, or
 * several with commas between, of which the first is used for what is new and all for what is old.
 */
@ApplicationScoped
public class InstallationKeys {

    /** Wraps the keys of the schools. */
    public static final String MASTER = "homeroom-master-key";

    /** Goes into passwords' hashes and into the marks by which seats recognise pupils. */
    public static final String PEPPER = "homeroom-pepper";

    /** Seals the secrets of authenticators. */
    public static final String FACTOR = "homeroom-factor-key";

    private static final List<String> ALIASES = List.of(MASTER, PEPPER, FACTOR);
    private static final int SHORTEST = 32;
    // Random hex has about fourteen of the sixteen; words repeated to make up length have fewer.
    private static final int FEWEST_SIGNS = 8;

    private final Map<String, String> secrets;

    /** Takes them from the store that the environment names. */
    public InstallationKeys() {
        this(KeyStoreFile.read(System.getenv(), ALIASES));
    }

    /** Takes these, by alias. */
    public InstallationKeys(Map<String, String> secrets) {
        this.secrets = Map.copyOf(secrets);
    }

    /**
     * Returns the secret for what is new.
     *
     * @throws Refusal when there is none that may be used
     */
    public String first(String alias) {
        return all(alias).stream()
                .findFirst()
                .orElseThrow(
                        () ->
                                new Refusal(
                                        ErrorCode.EXTERNAL_SERVICE_ERROR,
                                        "This server has no "
                                                + alias
                                                + " in its credential store. Ask who runs it."));
    }

    /** Returns the secrets for what is old, the newest first; those too weak are not among them. */
    public List<String> all(String alias) {
        return given(alias).stream().filter(InstallationKeys::isStrong).toList();
    }

    /** Says what is wrong with the keys, a sentence each; nothing when all is well. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (String alias : ALIASES) {
            if (given(alias).isEmpty()) {
                faults.add(alias + " is not in the credential store");
            } else if (all(alias).size() < given(alias).size()) {
                faults.add(
                        alias + " is weak: give at least 32 characters drawn at random, not words");
            }
        }
        if (ALIASES.stream().flatMap(alias -> all(alias).stream()).distinct().count()
                < ALIASES.stream().mapToLong(alias -> all(alias).size()).sum()) {
            faults.add("Two aliases hold the same secret; each needs one of its own");
        }
        return faults;
    }

    private List<String> given(String alias) {
        return Arrays.stream(secrets.getOrDefault(alias, "").split(","))
                .map(String::strip)
                .filter(secret -> !secret.isEmpty())
                .toList();
    }

    private static boolean isStrong(String secret) {
        return secret.length() >= SHORTEST && secret.chars().distinct().count() >= FEWEST_SIGNS;
    }
}
