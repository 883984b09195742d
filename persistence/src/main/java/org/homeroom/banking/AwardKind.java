package org.homeroom.banking;

import jakarta.annotation.Nullable;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a teacher gives to chosen students (domain/economy.md 5.3). */
public enum AwardKind {
    /** Adds to checking. */
    REWARD("pay_expense"),
    /** Takes from checking, by the class's overdraft rules. */
    FINE("fine_income"),
    /** Adds to or takes from checking or savings. */
    PAYMENT("adjustment");

    private final String counter;

    AwardKind(String counter) {
        this.counter = counter;
    }

    /** Returns the word in the journal and in the database. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the class's account that the money comes from or goes to. */
    public String counter() {
        return counter;
    }

    /** Finds the kind of a word; none for null and for any other word. */
    public static Optional<AwardKind> of(@Nullable String wire) {
        return Stream.of(values()).filter(kind -> kind.wire().equals(wire)).findFirst();
    }
}
