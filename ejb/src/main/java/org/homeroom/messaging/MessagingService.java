package org.homeroom.messaging;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.homeroom.identity.Caller;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Feed;
import org.homeroom.kernel.Ids;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;

/**
 * Reading and writing in conversations, for their members. Open to every signed-in person; a
 * conversation one is not in looks like one that does not exist.
 */
@Stateless
@PermitAll
public class MessagingService {

    /** Characters a message may have, after the blanks around it are cut off. */
    public static final int LONGEST_TEXT = 4_000;

    private static final int LONGEST_CLIENT_ID = 100;
    private static final int LARGEST_PAGE = 200;

    @Inject MessagingRepository messages;
    @Inject PostingPace pace;
    @Inject SchoolClock clock;
    @Inject Event<MessagePosted> posted;

    /**
     * Stores a message of the caller.
     *
     * @param clientId the caller's own number of the message, which stores once however often it is
     *     sent; null draws one
     */
    public PostedMessage post(UUID conversationId, String text, String clientId) {
        Caller caller = CallerContext.require();
        String wanted = readable(text);
        String number = clientId == null ? Ids.next().toString() : checked(clientId);
        pace.count(caller.accountId());
        StoredMessage stored =
                messages.post(
                                conversationId,
                                caller.accountId(),
                                wanted,
                                number,
                                clock.now().truncatedTo(ChronoUnit.MILLIS))
                        .orElseThrow(Refusal::notFound);
        if (stored.replayed() && !stored.text().equals(wanted)) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "client_id",
                    "Another message was sent under this number. Send it under a new one.");
        }
        Message message =
                new Message(
                        conversationId,
                        stored.seq(),
                        caller.accountId(),
                        caller.displayName(),
                        caller.has(Roles.GUEST),
                        stored.text(),
                        number,
                        stored.at());
        if (!stored.replayed()) {
            posted.fire(new MessagePosted(caller.schoolId(), message));
        }
        return new PostedMessage(message, stored.replayed());
    }

    /** Returns messages after the number, oldest first; {@code next} is null when none are left. */
    public Feed<Message> messages(UUID conversationId, long after, int limit) {
        long newest = newest(conversationId).orElseThrow(Refusal::notFound);
        List<Message> rows = messages.after(conversationId, after, bounded(limit));
        boolean more = !rows.isEmpty() && rows.get(rows.size() - 1).seq() < newest;
        return new Feed<>(rows, more ? String.valueOf(rows.get(rows.size() - 1).seq()) : null);
    }

    /** Returns the newest messages before the number, oldest first, as a page shows them. */
    public List<Message> before(UUID conversationId, long seq, int limit) {
        newest(conversationId).orElseThrow(Refusal::notFound);
        return messages.before(conversationId, seq, bounded(limit));
    }

    /** Returns the caller's conversations, the one with the newest message first. */
    public List<ConversationRow> conversations() {
        return messages.conversations(CallerContext.require().accountId());
    }

    /** Remembers that the caller has read up to the number. */
    public void markRead(UUID conversationId, long seq) {
        messages.markRead(conversationId, CallerContext.require().accountId(), seq);
    }

    /** Returns the newest number of a conversation the caller is in; empty when not in it. */
    public OptionalLong newest(UUID conversationId) {
        return messages.newest(conversationId, CallerContext.require().accountId());
    }

    /** Returns the newest number of the class's room when the caller is in it; else empty. */
    public OptionalLong newestOfClass(UUID classId) {
        return messages.newestOfClass(classId, CallerContext.require().accountId());
    }

    private static String readable(String text) {
        String trimmed = text == null ? "" : text.strip();
        if (trimmed.isEmpty()) {
            throw new Refusal(ErrorCode.VALIDATION_ERROR, "text", "Write something first.");
        }
        if (trimmed.codePointCount(0, trimmed.length()) > LONGEST_TEXT) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "text",
                    "That is too long. Write at most 4,000 characters.");
        }
        if (trimmed.indexOf('\0') >= 0) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR, "text", "Take out the characters nobody can see.");
        }
        return trimmed;
    }

    private static String checked(String clientId) {
        boolean visible = clientId.chars().allMatch(c -> c > 0x20 && c < 0x7f);
        if (clientId.isEmpty() || clientId.length() > LONGEST_CLIENT_ID || !visible) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR, "client_id", "Use 1 to 100 visible characters.");
        }
        return clientId;
    }

    private static int bounded(int limit) {
        return Math.max(1, Math.min(limit, LARGEST_PAGE));
    }
}
