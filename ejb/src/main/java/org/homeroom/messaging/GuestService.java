package org.homeroom.messaging;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.DoorKey;
import org.homeroom.identity.DoorKeyService;
import org.homeroom.identity.NewDoorKey;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;

/**
 * Lets guests into one conversation for hours, by a link. Whoever lets them in is in the
 * conversation; one that the caller is not in looks like one that does not exist.
 */
@Stateless
@RolesAllowed({Roles.TEACHER, Roles.STAFF, Roles.SCHOOL_ADMIN})
public class GuestService {

    /** How many hours a guest may stay at most. */
    public static final int MOST_HOURS = 24;

    @Inject MessagingRepository messages;
    @Inject DoorKeyService keys;
    @Inject SchoolClock clock;

    /** Lists who may read and write in the conversation as a guest now, the newest first. */
    public List<DoorKey> list(UUID conversationId) {
        requireMember(conversationId);
        return keys.of(Roles.GUEST, conversationId);
    }

    /** Returns the name of a conversation that the caller is in. */
    public String conversation(UUID conversationId) {
        requireMember(conversationId);
        return messages.name(conversationId).orElseThrow(Refusal::notFound);
    }

    /** Returns the zone in which times of a conversation are shown that the caller is in. */
    public ZoneId zone(UUID conversationId) {
        requireMember(conversationId);
        return messages.zone(conversationId).orElseThrow(Refusal::notFound);
    }

    /**
     * Lets somebody in; the secret of the link is known only now.
     *
     * @param name under which the guest writes
     * @param hours from now, 1 to {@link #MOST_HOURS}
     * @throws Refusal not found, or naming {@code name} or {@code hours}
     */
    public NewDoorKey invite(UUID conversationId, String name, Integer hours) {
        requireMember(conversationId);
        if (hours == null || hours < 1 || hours > MOST_HOURS) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR, "hours", "A guest stays for 1 to 24 hours.");
        }
        Instant now = clock.now();
        Instant end = now.plus(Duration.ofHours(hours));
        NewDoorKey made = keys.make(Roles.GUEST, conversationId, name, end);
        messages.addGuest(conversationId, made.key().accountId(), now);
        return made;
    }

    /**
     * Sends a guest away at once. What the guest wrote stays, marked.
     *
     * @throws Refusal not found, when the conversation has no such guest
     */
    public void end(UUID conversationId, UUID guestId) {
        requireMember(conversationId);
        keys.end(Roles.GUEST, conversationId, guestId);
        messages.dropGuest(conversationId, guestId);
    }

    /**
     * Tells the holder of a link where it leads.
     *
     * @throws Refusal when it leads nowhere any more
     */
    @PermitAll
    public GuestLink open(String secret) {
        DoorKey key =
                keys.find(secret)
                        .filter(found -> found.role().equals(Roles.GUEST))
                        .orElseThrow(GuestService::ended);
        String room = messages.name(key.placeId()).orElseThrow(GuestService::ended);
        return new GuestLink(
                key.name(),
                room,
                key.endsAt(),
                messages.zone(key.placeId()).orElseThrow(GuestService::ended));
    }

    private void requireMember(UUID conversationId) {
        messages.newest(conversationId, CallerContext.require().accountId())
                .orElseThrow(Refusal::notFound);
    }

    private static Refusal ended() {
        return new Refusal(
                ErrorCode.NOT_FOUND, "This link has ended. Ask who invited you for a new one.");
    }
}
