package org.homeroom.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.kernel.Slice;
import org.homeroom.kernel.Texts;
import org.homeroom.tenancy.HostName;

/** Invitations: who was asked, who came, and asking somebody. */
@Named
@RequestScoped
public class InvitationsPage {

    private static final Texts TEXTS = Texts.of("identity");

    private static final int ROWS = 25;

    @Inject InvitationService invitations;
    @Inject PeopleService people;
    @Inject SchoolClock clock;
    @Inject HttpServletRequest request;

    private int page = 1;
    private Slice<Invitation> found;
    private NewInvitation made;
    private String role;
    private String name;
    private String email;

    /** Reads which page the address asks for. */
    @PostConstruct
    void read() {
        String wanted = request.getParameter("page");
        page = wanted != null && wanted.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(wanted) : 1;
    }

    /** Invites somebody and shows the link, this once. */
    public void invite() {
        boolean done =
                FieldForm.succeeds(
                        "invite",
                        () ->
                                made =
                                        invitations.invite(
                                                new InvitePerson(role, text(name), text(email))));
        if (done) {
            name = null;
            email = null;
            found = null;
        }
    }

    /** Makes a new link and shows it, this once. */
    public void renew() {
        FieldForm.succeeds("list", () -> made = invitations.renew(FieldForm.sent("invitation")));
        found = null;
    }

    /** Takes an invitation back. */
    public void revoke() {
        if (FieldForm.succeeds("list", () -> invitations.revoke(FieldForm.sent("invitation")))) {
            FieldForm.say(TEXTS.get("invitations.revoked"));
            FieldForm.redirect("/identity/invitations");
        }
    }

    /** Returns the address of the link just made, or null. */
    public String getLink() {
        return made == null
                ? null
                : HostName.of(request).address() + "/identity/invitation?token=" + made.secret();
    }

    /** Returns the invitation just made, or null. */
    public Invitation getMade() {
        return made == null ? null : made.invitation();
    }

    /** Returns what became of all of them. */
    public InvitationStats getStats() {
        return invitations.stats();
    }

    /** Returns the invitations of this page, the newest first. */
    public List<Invitation> getRows() {
        return found().rows();
    }

    /** Returns how many there are. */
    public long getCount() {
        return found().total();
    }

    public int getPages() {
        return (int) Math.max(1, (found().total() + ROWS - 1) / ROWS);
    }

    public int getPage() {
        return page;
    }

    /** Returns the state as it is now. */
    public String state(Invitation invitation) {
        return invitation.stateAt(clock.now());
    }

    /** Returns the roles that the caller may give, the weakest first. */
    public List<String> getGrantable() {
        return people.grantable();
    }

    // Read when the page asks, and once more after what a form did.
    private Slice<Invitation> found() {
        if (found == null) {
            found = invitations.list(page, ROWS);
        }
        return found;
    }

    private static String text(String entered) {
        return entered == null || entered.isBlank() ? null : entered.strip();
    }

    public String getRole() {
        return role;
    }

    public void setRole(String role) {
        this.role = role;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}
