package org.homeroom.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.Flash;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Refusal;
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
    private static final String HERE = "/identity/invitations";
    private static final String LINES = "org.homeroom.invitations.lines";
    private static final String MADE = "org.homeroom.invitations.made";

    @Inject InvitationService invitations;
    @Inject InvitationListService lists;
    @Inject PeopleService people;
    @Inject SchoolClock clock;
    @Inject HttpServletRequest request;

    private int page = 1;
    private Slice<Invitation> found;
    private NewInvitation made;
    private String role;
    private String name;
    private String email;
    private String department;
    private String employeeId;
    private String message;
    private String list;
    private List<InvitedLine> lines = List.of();

    /** Reads which page the address asks for. */
    @PostConstruct
    void read() {
        String wanted = request.getParameter("page");
        made = (NewInvitation) flash().get(MADE);
        @SuppressWarnings("unchecked")
        List<InvitedLine> sent = (List<InvitedLine>) flash().get(LINES);
        lines = sent == null ? List.of() : sent;
        page = wanted != null && wanted.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(wanted) : 1;
    }

    /** Invites somebody and shows the link, this once, on a page that may be loaded again. */
    public void invite() {
        FieldForm.submit(
                "invite",
                () ->
                        flash().put(
                                        MADE,
                                        invitations.invite(
                                                new InvitePerson(
                                                        role,
                                                        text(name),
                                                        text(email),
                                                        new InvitationNotes(
                                                                text(department),
                                                                text(employeeId),
                                                                text(message))))),
                () -> HERE);
    }

    /** Invites everybody of the list or file and shows what became of each line, this once. */
    public void inviteAll() {
        FieldForm.submit("several", () -> flash().put(LINES, new ArrayList<>(sent())), () -> HERE);
    }

    private List<InvitedLine> sent() {
        Part file = FieldForm.file("several");
        if (file == null) {
            return lists.invite(list, role, text(message));
        }
        if (text(list) != null) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR, "list", "Choose a file or write lines, not both.");
        }
        try (InputStream content = file.getInputStream()) {
            // One byte more tells a file that is too large.
            return lists.inviteFile(
                    content.readNBytes(InvitationListService.LARGEST_FILE + 1), role);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what became of the list just sent; empty when none was. */
    public List<InvitedLine> getLines() {
        return lines;
    }

    /** Returns the links just made, one a line with its address, to be passed on. */
    public String getLinks() {
        return lines.stream()
                .filter(line -> line.made() != null)
                .map(line -> line.email() + "\t" + link(line.made()))
                .collect(Collectors.joining("\n"));
    }

    /** Returns the address of the invitation's link. */
    public String link(NewInvitation invitation) {
        return HostName.of(request).address() + "/identity/invitation?token=" + invitation.secret();
    }

    /** Makes a new link and shows it likewise. */
    public void renew() {
        FieldForm.submit(
                "list",
                () -> flash().put(MADE, invitations.renew(FieldForm.sent("invitation"))),
                () -> HERE);
        found = null;
    }

    /** Takes an invitation back. */
    public void revoke() {
        if (FieldForm.succeeds("list", () -> invitations.revoke(FieldForm.sent("invitation")))) {
            FieldForm.say(TEXTS.get("invitations.revoked"));
            FieldForm.redirect(HERE);
        }
    }

    private static Flash flash() {
        return FacesContext.getCurrentInstance().getExternalContext().getFlash();
    }

    /** Returns the address of the link just made, or null. */
    public String getLink() {
        return made == null ? null : link(made);
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

    public String getDepartment() {
        return department;
    }

    public void setDepartment(String department) {
        this.department = department;
    }

    public String getEmployeeId() {
        return employeeId;
    }

    public void setEmployeeId(String employeeId) {
        this.employeeId = employeeId;
    }

    public String getMessage() {
        return message;
    }

    public void setMessage(String message) {
        this.message = message;
    }

    public String getList() {
        return list;
    }

    public void setList(String list) {
        this.list = list;
    }
}
