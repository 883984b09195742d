package org.homeroom.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Refusal;

/** Where an invited person comes in: chooses name, user name and password, and is signed in. */
@Named
@RequestScoped
public class InvitationPage {

    @Inject InvitationService invitations;
    @Inject SignInService signIn;
    @Inject SessionDoor door;
    @Inject HttpServletRequest request;

    private String token;
    private Invitation open;
    private String problem;
    private String name;
    private String username;
    private String password;

    /** Reads the link before Faces asks what is shown. */
    @PostConstruct
    void load() {
        token = request.getParameter("token");
        try {
            open = invitations.open(token == null ? "" : token);
            name = open.displayName();
        } catch (Refusal refusal) {
            problem = refusal.sentence();
        }
    }

    /** Creates the account, signs its person in and leads on. */
    public void accept() {
        FieldForm.submit(
                "join",
                () -> {
                    PersonRef person =
                            invitations.accept(
                                    token, new AcceptInvitation(name, username, password));
                    door.open(request, signIn.again(person.id()).orElseThrow());
                },
                () -> "/");
    }

    /** Says no, and says so. */
    public void decline() {
        FieldForm.submit(
                "no",
                () -> invitations.decline(token),
                () -> "/identity/invitation?token=" + token);
    }

    /** Returns the invitation, or null when it cannot be accepted. */
    public Invitation getOpen() {
        return open;
    }

    /** Returns why it cannot be accepted, or null. */
    public String getProblem() {
        return problem;
    }

    public String getToken() {
        return token;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
