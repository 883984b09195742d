package org.homeroom.messaging;

import java.time.ZoneId;
import java.util.UUID;

/**
 * A conversation in a person's list.
 *
 * @param zone in which its times are shown, the class's
 * @param members without guests
 * @param guests who may read and write now
 * @param last the newest message, null before the first
 * @param newest the newest message's number, 0 before the first
 * @param readUpTo the number up to which this person has read
 */
public record ConversationRow(
        UUID id,
        UUID classId,
        String name,
        ZoneId zone,
        int members,
        int guests,
        Message last,
        long newest,
        long readUpTo) {

    /** Returns how many messages this person has not read. */
    public long unread() {
        return newest - readUpTo;
    }
}
