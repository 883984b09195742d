package org.homeroom.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** Brings the bound school's personal data under a new key, a part at a time. */
@ApplicationScoped
public class PersonalRotation {

    // No key has this number, so every value is of another.
    private static final int NONE = 0;

    @Inject DataKeys keys;
    @Inject PersonalCatalogue catalogue;
    @Inject DataKeyRepository stored;
    @Inject @Any Instance<Unmarked> unmarked;

    /** Adds the new key; returns its number. */
    public int begin() {
        return keys.rotate();
    }

    /** Returns the number of the key that seals now. */
    public int newest() {
        return keys.ring().newest();
    }

    /** Counts the values that there are, and rows without a blind index. */
    public long all() {
        return left(NONE);
    }

    /** Counts the values and rows that are not under that key, or have no blind index. */
    public long left(int number) {
        long values =
                catalogue.columns().stream()
                        .mapToLong(entry -> catalogue.left(entry, number))
                        .sum();
        return values + unmarked.stream().mapToLong(Unmarked::count).sum();
    }

    /** Works on some of them; returns how many, 0 when none is left. */
    public int next(int number, int limit) {
        // Marks are of plain text, which opens at any time, so their order does not matter.
        for (Unmarked rows : unmarked) {
            int done = rows.markNext(limit);
            if (done > 0) {
                return done;
            }
        }
        for (PersonalCatalogue.Entry entry : catalogue.columns()) {
            int done = catalogue.sealNext(entry, number, limit);
            if (done > 0) {
                return done;
            }
        }
        return 0;
    }

    /** Retires the keys before that one. */
    public void end(int number) {
        stored.retireBefore(number);
    }
}
