package org.homeroom.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.crypto.SecretKey;
import org.homeroom.kernel.PersonalColumn;
import org.homeroom.kernel.PersonalSeal;

/**
 * Seals personal data by the school's newest key as {@code s1:number:base64}, bound to school,
 * table, column and row, and marks it for look-up (economy.md section 19).
 */
@ApplicationScoped
public class PersonalData implements PersonalSeal {

    private static final String FORM = "s1:";

    private final DataKeys keys;

    /** Takes the keys of the school at hand. */
    @Inject
    public PersonalData(DataKeys keys) {
        this.keys = keys;
    }

    /** For the container's proxy. */
    protected PersonalData() {
        this(null);
    }

    @Override
    public String seal(PersonalColumn column, Object row, String text) {
        if (text == null) {
            return null;
        }
        KeyRing ring = keys.ring();
        byte[] sealed =
                Sealed.seal(
                        ring.seals().get(ring.newest()),
                        place(ring, column, row),
                        text.getBytes(StandardCharsets.UTF_8));
        return prefix(ring.newest())
                + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    @Override
    public String open(PersonalColumn column, Object row, String stored) {
        if (!isSealed(stored)) {
            return stored;
        }
        int end = stored.indexOf(':', FORM.length());
        int number;
        byte[] sealed;
        try {
            number =
                    Integer.parseInt(stored.substring(FORM.length(), Math.max(end, FORM.length())));
            sealed = Base64.getUrlDecoder().decode(stored.substring(end + 1));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("a sealed value was changed in " + column, e);
        }
        KeyRing ring = keys.ring();
        if (!ring.seals().containsKey(number)) {
            ring = keys.reread();
        }
        SecretKey key = ring.seals().get(number);
        if (key == null) {
            throw new IllegalStateException("no key " + number + " for a value in " + column);
        }
        return new String(
                Sealed.open(key, place(ring, column, row), sealed), StandardCharsets.UTF_8);
    }

    /**
     * Returns a blind index of the text: equal texts of one school and purpose have equal marks,
     * which tell nothing without the school's key.
     *
     * @param text null stays null
     */
    public byte[] mark(String purpose, String text) {
        return text == null
                ? null
                : Sealed.mark(keys.ring().marking().getEncoded(), purpose + '\0' + text);
    }

    /** Tells whether the stored value is sealed at all. */
    public static boolean isSealed(String stored) {
        return stored != null && stored.startsWith(FORM);
    }

    /** Returns how values begin that this key sealed. */
    static String prefix(int number) {
        return FORM + number + ':';
    }

    private static String place(KeyRing ring, PersonalColumn column, Object row) {
        return ring.school() + "|" + column.table() + "|" + column.column() + "|" + row;
    }
}
