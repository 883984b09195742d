package org.homeroom.banking;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

/**
 * What became of something that a bank was to book by itself.
 *
 * @param kind {@code interest} or {@code due}
 * @param outcome started, empty (there was nothing to book), or null while it waits
 * @param note why it waits: unfinished, changing, failed; else null
 * @param run its run, with its title and state; null without one
 */
public record BankDayRow(
        String kind,
        Instant due,
        @Nullable String outcome,
        @Nullable String note,
        @Nullable UUID run,
        @Nullable String title,
        @Nullable BankRunState state) {}
