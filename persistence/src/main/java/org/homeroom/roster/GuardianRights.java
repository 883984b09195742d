package org.homeroom.roster;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much a guardian sees of a pupil (tenancy.md section 7); the strongest first. */
public enum GuardianRights {
    /** Time in class, balances and every entry. */
    FULL,

    /** Time in class and balances, without what they come from. */
    LIMITED,

    /** Time in class alone. */
    SUPERVISED,

    /** Nothing, although the guardian stands with the family. */
    NONE;

    /** Tells whether the guardian sees the pupil at all. */
    public boolean showsTime() {
        return this != NONE;
    }

    /** Tells whether the guardian sees what the pupil has. */
    public boolean showsBalance() {
        return this == FULL || this == LIMITED;
    }

    /** Tells whether the guardian sees what the pupil's balance comes from. */
    public boolean showsEntries() {
        return this == FULL;
    }

    /** Returns the word by which it is stored and sent. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Finds it by its word; empty for any other text. */
    public static Optional<GuardianRights> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
