package org.homeroom.banking;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/** What every act with money is checked for before the database is asked. */
final class MoneyRules {

    /** A million of the currency's units at two digits; far beyond any class, far from overflow. */
    static final long LARGEST = 100_000_000L;

    static final int LONGEST_TEXT = 200;

    private MoneyRules() {}

    static Refusal wrong(String field, String message) {
        return new Refusal(ErrorCode.VALIDATION_ERROR, field, message);
    }

    /** Requires the id that keeps an act sent twice from being done twice. */
    static void act(UUID act) {
        if (act == null) {
            throw wrong("act", "Correct the fields that are named and send it again.");
        }
    }

    /** Requires an amount that is not below zero. */
    static long amount(String field, long amount) {
        if (amount < 0) {
            throw wrong(field, "The amount cannot be below zero.");
        }
        if (amount > LARGEST) {
            throw wrong(field, "The amount goes from 0.00 to 1,000,000.00.");
        }
        return amount;
    }

    /** Requires an amount above zero. */
    static long positive(String field, long amount) {
        if (amount <= 0) {
            throw wrong(field, "The amount must be more than zero.");
        }
        if (amount > LARGEST) {
            throw wrong(field, "The amount goes from 0.01 to 1,000,000.00.");
        }
        return amount;
    }

    /** Requires an amount other than zero. */
    static long signed(String field, long amount) {
        if (amount == 0) {
            throw wrong(field, "The amount cannot be zero.");
        }
        if (amount > LARGEST || amount < -LARGEST) {
            throw wrong(
                    field, "The amount goes from 0.01 to 1,000,000.00, or below zero to take it.");
        }
        return amount;
    }

    /** Requires a text that people will read. */
    static String text(String field, String text) {
        if (text == null || text.isBlank() || text.strip().length() > LONGEST_TEXT) {
            throw wrong(
                    field,
                    "Say what it is for, in 1 to " + LONGEST_TEXT + " letters; students read it.");
        }
        return text.strip();
    }

    /** Requires at least one student and nobody unnamed; names nobody twice. */
    static List<UUID> students(List<UUID> students) {
        if (students == null || students.isEmpty() || students.stream().anyMatch(Objects::isNull)) {
            throw wrong("student_ids", "Choose at least one student.");
        }
        return students.stream().distinct().toList();
    }
}
