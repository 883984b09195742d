package org.homeroom.identity;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

/**
 * One of a person's passkeys, for the person to recognise.
 *
 * @param host where it opens the door
 * @param lastUsedAt null before the first use
 */
public record PasskeyRef(
        UUID id, String name, String host, Instant createdAt, @Nullable Instant lastUsedAt) {}
