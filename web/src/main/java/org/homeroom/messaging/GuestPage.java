package org.homeroom.messaging;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.homeroom.identity.SessionDoor;
import org.homeroom.identity.SignInService;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Refusal;

/** Where a guest comes in by a link, as often as needed until it ends. */
@Named
@RequestScoped
public class GuestPage {

    @Inject GuestService guests;
    @Inject SignInService signIn;
    @Inject SessionDoor door;
    @Inject HttpServletRequest request;

    private String key;
    private GuestLink open;
    private String problem;

    /** Reads the link before Faces asks what is shown. */
    @PostConstruct
    void load() {
        key = request.getParameter("key");
        try {
            open = guests.open(key == null ? "" : key);
        } catch (Refusal refusal) {
            problem = refusal.sentence();
        }
    }

    /** Lets the guest in. */
    public void enter() {
        FieldForm.submit(
                "enter",
                () -> door.open(request, signIn.signInByKey(key)),
                () -> "/messaging/chat");
    }

    /** Returns where the link leads, or null when it has ended. */
    public GuestLink getOpen() {
        return open;
    }

    /** Returns why nobody comes in by it, or null. */
    public String getProblem() {
        return problem;
    }

    public String getKey() {
        return key;
    }
}
