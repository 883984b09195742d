package org.homeroom.ledger;

import jakarta.annotation.Nullable;
import java.util.Objects;
import java.util.UUID;

/**
 * Why an entry was made, so that "why is my balance this?" is a walk and not a guess (design.md 3).
 *
 * @param type what kind of record, in lower case with underscores, such as {@code pay_line}
 * @param id the record's id; null when the cause is no record
 */
public record Cause(String type, @Nullable UUID id) {

    public Cause {
        Objects.requireNonNull(type, "type");
    }
}
