package org.homeroom.messaging;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.Permission;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.Show;
import org.homeroom.roster.RosterService;

/**
 * The class chat: the person's rooms, the chosen one's newest messages, and writing into it. Works
 * as plain pages; the page's script makes it live.
 */
@Named
@RequestScoped
public class ChatPage {

    private static final int SHOWN = 50;

    @Inject MessagingService messaging;
    @Inject RosterService roster;
    @Inject Show show;

    private String conversation;
    private String classId;
    private long before;
    private String text;

    private List<ConversationRow> rooms;
    private List<ChatLine> lines;

    /** Notes that the newest messages have been seen; a room the person is not in is not found. */
    public void open() {
        if (getRoom() != null && before == 0) {
            messaging.markRead(getRoom().id(), getRoom().newest());
        }
    }

    /** Stores what was written and shows the room again. */
    public void send() throws IOException {
        messaging.post(getRoom().id(), text, null);
        FacesContext.getCurrentInstance().getExternalContext().redirect(addressOf(getRoom()));
    }

    /** Returns the person's rooms, the one with the newest message first. */
    public List<ConversationRow> getRooms() {
        if (rooms == null) {
            rooms = messaging.conversations();
        }
        return rooms;
    }

    /**
     * Returns the chosen room, else the class's, else the first; null for a person without rooms,
     * and for one who sees the class without being in its room, as school administrators do: a room
     * is read by those in it alone (domain/messaging.md 7, rule 2).
     */
    public ConversationRow getRoom() {
        if (conversation != null || classId != null) {
            return getRooms().stream().filter(this::isChosen).findFirst().orElseGet(this::outside);
        }
        return getRooms().isEmpty() ? null : getRooms().get(0);
    }

    private ConversationRow outside() {
        if (conversation != null || classId == null) {
            throw Refusal.notFound();
        }
        roster.classFor(FieldForm.id(classId));
        return null;
    }

    /** Tells whether the person is in several rooms and needs a list to choose from. */
    public boolean isSeveral() {
        return getRooms().size() > 1;
    }

    /** Returns the messages to show, oldest first. */
    public List<ChatLine> getLines() {
        if (lines == null) {
            long end = before > 0 ? before : Long.MAX_VALUE;
            lines = lines(messaging.before(getRoom().id(), end, SHOWN));
        }
        return lines;
    }

    /** Returns the number of the oldest message shown when there are older ones, else 0. */
    public long getOlder() {
        return getLines().isEmpty() || getLines().get(0).seq() == 1 ? 0 : getLines().get(0).seq();
    }

    /** Returns the number up to which the page shows the room. */
    public long getUpTo() {
        return getLines().isEmpty() ? 0 : getLines().get(getLines().size() - 1).seq();
    }

    /** Returns the zone in which the room's times are shown. */
    public ZoneId getZone() {
        return getRoom().zone();
    }

    /** Tells whether the person may let guests in. */
    public boolean isHost() {
        return Permission.GUESTS.isGivenTo(CallerContext.require().roles());
    }

    /** Returns the account of the person reading. */
    public UUID getMe() {
        return CallerContext.require().accountId();
    }

    /** Tells whether the message is the reader's own. */
    public boolean isMine(Message message) {
        return message.senderId().equals(getMe());
    }

    /** Returns the address of a room. */
    public String addressOf(ConversationRow room) {
        return "/messaging/chat?conversation=" + room.id() + "&class=" + room.classId();
    }

    private boolean isChosen(ConversationRow room) {
        return conversation != null
                ? room.id().toString().equals(conversation)
                : room.classId().toString().equals(classId);
    }

    private List<ChatLine> lines(List<Message> messages) {
        List<ChatLine> shown = new ArrayList<>();
        LocalDate last = null;
        for (Message message : messages) {
            LocalDate day = LocalDate.ofInstant(message.at(), getZone());
            shown.add(line(message, day.equals(last) ? null : show.heading(day)));
            last = day;
        }
        return shown;
    }

    private ChatLine line(Message message, String day) {
        return new ChatLine(
                day,
                message.seq(),
                message.senderName(),
                show.initials(message.senderName()),
                isMine(message),
                message.byGuest(),
                show.clock(message.at(), getZone()),
                message.at(),
                message.text());
    }

    public String getConversation() {
        return conversation;
    }

    public void setConversation(String conversation) {
        this.conversation = conversation;
    }

    public String getClassId() {
        return classId;
    }

    public void setClassId(String classId) {
        this.classId = classId;
    }

    public long getBefore() {
        return before;
    }

    public void setBefore(long before) {
        this.before = before;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
