package org.homeroom.attendance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A mark that took the place of another one. Only ever added.
 *
 * @param before the mark that stood there
 * @param reason in the words of whoever changed it, null when nobody said
 * @param by who changed it, null when the account has no name any more
 */
public record MarkChange(
        UUID studentId,
        LocalDate day,
        Mark mark,
        Mark before,
        String reason,
        String by,
        Instant changedAt) {}
