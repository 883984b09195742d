package org.homeroom.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * A key that lets in whoever holds it, as an account of its own that was made for one place.
 *
 * @param accountId also the key's number
 * @param role {@link Roles#KIOSK} for a device of a class, {@link Roles#GUEST} for a guest of a
 *     conversation
 * @param placeId the class or the conversation
 * @param name what people call the device or the guest
 * @param seenAt when it was last used, give or take a minute; null for never
 * @param endsAt when it ends by itself, null for never
 */
public record DoorKey(
        UUID accountId,
        String role,
        UUID placeId,
        String name,
        UUID madeBy,
        Instant madeAt,
        Instant seenAt,
        Instant endsAt) {}
