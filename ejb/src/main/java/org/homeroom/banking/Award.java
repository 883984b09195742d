package org.homeroom.banking;

import java.util.List;
import java.util.UUID;

/**
 * A reward, fine or payment for students of a class.
 *
 * @param id of the act; the same one gives once
 * @param account {@code checking} or {@code savings}; rewards and fines use checking
 * @param amount minor units; for a fine how much it is, without sign
 * @param reason what the students read
 */
public record Award(
        UUID id,
        UUID classId,
        AwardKind kind,
        String account,
        List<UUID> students,
        long amount,
        String reason) {}
