package org.homeroom.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.homeroom.kernel.Refusal;
import org.homeroom.tenancy.SchoolRef;

/** The door of a school: students with a PIN, everybody else with a password. */
@Named
@RequestScoped
public class SignInPage {

    private static final String STAFF = "staff";

    @Inject SignInService signIn;
    @Inject SessionDoor door;
    @Inject HttpServletRequest request;

    private String state;
    private String next;
    private boolean ended;
    private String username;
    private String pin;
    private String password;
    private String problem;

    /**
     * Reads which form this is before Faces asks whether its button is shown: the page keeps no
     * state, so its form sends along what its address said.
     */
    @PostConstruct
    void read() {
        state = request.getParameter("state");
        next = request.getParameter("next");
        ended = Boolean.parseBoolean(request.getParameter("ended"));
    }

    /** Signs a student in and leads on. */
    public void asStudent() throws IOException {
        enter(null, pin);
    }

    /** Signs anybody else in and leads on. */
    public void asStaff() throws IOException {
        enter(password, null);
    }

    /** Tells whether the staff's form is shown; the district's page has no other. */
    public boolean isStaff() {
        return STAFF.equals(state) || school() == null || school().isDistrict();
    }

    /** Tells whether the school is closed for the time being, so that there is no form at all. */
    public boolean isSuspended() {
        return Visit.of(request).place().suspended();
    }

    /** Tells whether there is a choice at all. */
    public boolean isStudentsHere() {
        return school() != null && !school().isDistrict();
    }

    /** Returns the address of the other form, which leads to the same place afterwards. */
    public String address(String wanted) {
        String query = STAFF.equals(wanted) ? "?state=staff" : "?state=student";
        String on = next == null ? "" : "&next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        return "/identity/sign-in" + query + on;
    }

    /** Returns the people of the demonstration who sign in with the form shown. */
    public List<DemonstrationPeople.Row> getPeople() {
        return DemonstrationPeople.of(school() == null ? null : school().subdomain(), isStaff());
    }

    private void enter(String givenPassword, String givenPin) throws IOException {
        try {
            SignedIn person = signIn.signIn(new SignIn(username, givenPassword, givenPin));
            door.open(request, person);
            FacesContext faces = FacesContext.getCurrentInstance();
            ExternalContext external = faces.getExternalContext();
            external.redirect(DoorRules.ownPath(next));
            faces.responseComplete();
        } catch (Refusal refusal) {
            problem = refusal.getMessage();
        }
    }

    private SchoolRef school() {
        return Visit.of(request).place().school();
    }

    public String getState() {
        return state;
    }

    public String getNext() {
        return next;
    }

    public boolean isEnded() {
        return ended;
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getPin() {
        return pin;
    }

    public void setPin(String pin) {
        this.pin = pin;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    /** Returns why the person is still outside, or null. */
    public String getProblem() {
        return problem;
    }
}
