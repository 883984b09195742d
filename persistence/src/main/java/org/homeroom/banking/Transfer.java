package org.homeroom.banking;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

/**
 * Money from one account of a class to another.
 *
 * @param amount minor units, above zero
 * @param kind {@code transfer} between own accounts, {@code student_transfer} to another student
 * @param text what people read on the statement
 * @param toOwner whose account it goes to
 * @param limitSince from when on sent money counts for the limit; null without one
 * @param limit the most to be sent since then, this transfer included; null without one
 */
public record Transfer(
        UUID from,
        UUID to,
        long amount,
        String key,
        String kind,
        String text,
        UUID toOwner,
        UUID actorId,
        @Nullable Instant limitSince,
        @Nullable Long limit) {}
