package org.homeroom.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;
import org.homeroom.tenancy.TenantContext;

/**
 * Each school's keys, unwrapped and remembered for half a minute: another node's new key is taken
 * up by then. Keys are never deleted, so whoever still seals with the one before does no harm.
 */
@ApplicationScoped
public class DataKeys {

    static final String SEAL = "seal";
    static final String MARK = "mark";

    private static final long REMEMBERED_NANOS = 30_000_000_000L;
    private static final int ID_BYTES = 4;

    private record Read(KeyRing ring, long at) {}

    private final Map<UUID, Read> rings = new ConcurrentHashMap<>();

    @Inject DataKeyRepository stored;
    @Inject InstallationKeys installation;

    /** Returns the keys of the school at hand; a school without any is given them. */
    KeyRing ring() {
        Read read = rings.get(TenantContext.require());
        return read == null || System.nanoTime() - read.at() > REMEMBERED_NANOS
                ? reread()
                : read.ring();
    }

    /** Returns them as they stand in the table now. */
    KeyRing reread() {
        UUID school = TenantContext.require();
        List<WrappedKey> keys = stored.all();
        if (keys.size() < 2) {
            stored.add(wrapped(SEAL, 1, Sealed.draw()));
            stored.add(wrapped(MARK, 1, Sealed.draw()));
            keys = stored.all();
        }
        KeyRing ring = unwrapped(school, keys);
        rings.put(school, new Read(ring, System.nanoTime()));
        return ring;
    }

    /** Adds the key that seals from now on, wraps all by the installation's newest; its number. */
    int rotate() {
        KeyRing before = reread();
        stored.all().stream()
                .filter(key -> !key.masterId().equals(id(newestMaster())))
                .forEach(key -> stored.rewrap(wrapped(key.purpose(), key.number(), bytes(key))));
        stored.add(wrapped(SEAL, before.newest() + 1, Sealed.draw()));
        return reread().newest();
    }

    /** Reads every school's keys again when they are next needed. */
    void forget() {
        rings.clear();
    }

    /** Tells whether this server can unwrap what that key of the installation has wrapped. */
    public boolean knows(String masterId) {
        return masters().stream().map(DataKeys::id).anyMatch(masterId::equals);
    }

    private KeyRing unwrapped(UUID school, List<WrappedKey> keys) {
        Map<Integer, SecretKey> seals = new HashMap<>();
        SecretKey marking = null;
        int newest = 0;
        for (WrappedKey key : keys) {
            if (key.purpose().equals(SEAL)) {
                seals.put(key.number(), Sealed.key(bytes(key)));
                newest = Math.max(newest, key.number());
            } else {
                marking = Sealed.key(bytes(key));
            }
        }
        return new KeyRing(school, seals, newest, marking);
    }

    private byte[] bytes(WrappedKey key) {
        String master =
                masters().stream()
                        .filter(one -> id(one).equals(key.masterId()))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "the credential store no longer has the key that"
                                                        + " wrapped this school's keys"));
        return Sealed.open(wrapping(master), place(key.purpose(), key.number()), key.wrapped());
    }

    private WrappedKey wrapped(String purpose, int number, byte[] bytes) {
        String master = newestMaster();
        byte[] sealed = Sealed.seal(wrapping(master), place(purpose, number), bytes);
        return new WrappedKey(purpose, number, id(master), sealed);
    }

    private String newestMaster() {
        return installation.first(InstallationKeys.MASTER);
    }

    private List<String> masters() {
        return installation.all(InstallationKeys.MASTER);
    }

    private static String place(String purpose, int number) {
        return TenantContext.require() + "|privacy_data_key|" + purpose + "|" + number;
    }

    private static SecretKey wrapping(String master) {
        return Sealed.key(Sealed.mark(utf8(master), "wrap"));
    }

    private static String id(String master) {
        return HexFormat.of().formatHex(Arrays.copyOf(Sealed.mark(utf8(master), "id"), ID_BYTES));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
