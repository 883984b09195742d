package org.homeroom.messaging;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.homeroom.identity.DoorKey;
import org.homeroom.identity.NewDoorKey;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.Texts;
import org.homeroom.tenancy.HostName;

/** Guests of a conversation: who is here, and a link for one more. */
@Named
@RequestScoped
public class GuestsPage {

    private static final Texts TEXTS = Texts.of("messaging");

    @Inject GuestService guests;
    @Inject HttpServletRequest request;

    private UUID conversationId;
    private String room;
    private List<DoorKey> rows;
    private NewDoorKey made;
    private String name;
    private int hours = 2;

    /** Names the conversation before Faces asks what is shown. */
    @PostConstruct
    void choose() {
        conversationId = FieldForm.id(request.getParameter("id"));
        if (conversationId == null) {
            throw Refusal.notFound();
        }
        room = guests.conversation(conversationId);
    }

    /** Lets somebody in and shows the link, this once. */
    public void invite() {
        if (FieldForm.succeeds("invite", () -> made = guests.invite(conversationId, name, hours))) {
            name = null;
            rows = null;
        }
    }

    /** Sends a guest away. */
    public void end() {
        FieldForm.submit(
                "list",
                () -> {
                    guests.end(conversationId, FieldForm.sent("guest"));
                    FieldForm.say(TEXTS.get("guests.ended"));
                },
                () -> "/messaging/guests?id=" + conversationId);
    }

    /** Returns the guests, the newest first. */
    public List<DoorKey> getRows() {
        if (rows == null) {
            rows = guests.list(conversationId);
        }
        return rows;
    }

    /** Returns the address of the link just made, or null. */
    public String getLink() {
        return made == null
                ? null
                : HostName.of(request).address() + "/messaging/guest?key=" + made.secret();
    }

    /** Returns the guest just let in, or null. */
    public DoorKey getMade() {
        return made == null ? null : made.key();
    }

    /** Returns for how many hours a guest may be let in. */
    public List<Integer> getChoices() {
        return List.of(1, 2, 4, 8, GuestService.MOST_HOURS);
    }

    public UUID getId() {
        return conversationId;
    }

    public String getRoom() {
        return room;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public int getHours() {
        return hours;
    }

    public void setHours(int hours) {
        this.hours = hours;
    }
}
