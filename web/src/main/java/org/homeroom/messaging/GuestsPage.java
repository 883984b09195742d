package org.homeroom.messaging;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.Flash;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
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
    private static final String MADE = "org.homeroom.guests.made";

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
        made = (NewDoorKey) flash().get(MADE);
    }

    /** Lets somebody in and shows the link, this once, on a page that may be loaded again. */
    public void invite() {
        FieldForm.submit(
                "invite",
                () -> flash().put(MADE, guests.invite(conversationId, name, hours)),
                this::here);
    }

    /** Sends a guest away. */
    public void end() {
        FieldForm.submit(
                "list",
                () -> {
                    guests.end(conversationId, FieldForm.sent("guest"));
                    FieldForm.say(TEXTS.get("guests.ended"));
                },
                this::here);
    }

    private String here() {
        return "/messaging/guests?id=" + conversationId;
    }

    private static Flash flash() {
        return FacesContext.getCurrentInstance().getExternalContext().getFlash();
    }

    /** Returns the zone in which the conversation's times are shown. */
    public ZoneId getZone() {
        return guests.zone(conversationId);
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
