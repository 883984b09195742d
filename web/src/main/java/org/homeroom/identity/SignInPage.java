package org.homeroom.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.homeroom.kernel.OwnPath;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.kernel.Texts;
import org.homeroom.tenancy.Place;
import org.homeroom.tenancy.SchoolRef;

/** The door of a school: students with a PIN, everybody else with a password. */
@Named
@RequestScoped
public class SignInPage {

    private static final Texts TEXTS = Texts.of("identity");
    private static final String STAFF = "staff";
    private static final String CODE = "code";
    private static final String BADGE = "badge";
    private static final String DEVICE = "/roster/kiosk";
    private static final String PASSPHRASE = "passphrase";

    @Inject SignInService signIn;
    @Inject PasskeySignInService passkeys;
    @Inject ProviderSignInService providers;
    @Inject ProviderWayOut ways;
    @Inject PinPlaceService places;
    @Inject StudentDoor students;
    @Inject ChallengePage challenge;
    @Inject SessionDoor door;
    @Inject SchoolClock clock;
    @Inject HttpServletRequest request;

    private FirstStep halfway;
    private String state;
    private String next;
    private boolean ended;
    private boolean changed;
    private String username;
    private String pin;
    private String passphrase;
    private boolean pinTooLittle;
    private boolean asked;
    private String password;
    private String code;
    private String passkey;
    private String badge;
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
        changed = Boolean.parseBoolean(request.getParameter("changed"));
        if (state == null && DoorSide.isStaffs(request, next, ended)) {
            state = STAFF;
        }
        if (CODE.equals(state)) {
            halfway =
                    FirstStep.of(request.getSession(false), place().schoolId(), clock.now())
                            .orElse(null);
        }
    }

    /** Signs a student in and leads on. */
    public void asStudent() throws IOException {
        enter(
                () -> {
                    SignIn command = new SignIn(username, null, pin, null, passphrase);
                    return known(command.passphrase() != null, enter(command));
                });
    }

    /** Signs a student in with the badge and leads on. */
    public void withBadge() throws IOException {
        enter(
                () -> {
                    challenge.require();
                    return known(true, signIn.signInByBadge(badge, pin));
                });
    }

    /** Signs anybody else in and leads on. */
    public void asStaff() throws IOException {
        enter(() -> enter(new SignIn(username, password, null)));
    }

    /** Signs somebody in whose password was right, with the code of the authenticator. */
    public void withCode() throws IOException {
        enter(() -> signIn.finish(halfway.accountId(), halfway.way(), code));
    }

    /** Signs somebody in with the answer of their passkey. */
    public void withPasskey() throws IOException {
        enter(() -> passkeys.signIn(DoorRules.site(request), passkey));
    }

    /** Sends somebody to the identity provider. */
    public void toProvider() throws IOException {
        ways.go(providers.begin(next));
    }

    /** Returns what people call their account at the identity provider; empty without one. */
    public String getProvider() {
        return ProviderWay.label();
    }

    /** Returns what the button says that leads there. */
    public String getProviderText() {
        return TEXTS.get("sign-in.provider", getProvider());
    }

    /** Tells whether the staff's form is shown; the district's page has no other. */
    public boolean isStaff() {
        return STAFF.equals(state)
                || CODE.equals(state)
                || school() == null
                || school().isDistrict();
    }

    /** Tells whether a student shows a badge instead of typing a name. */
    public boolean isByBadge() {
        return BADGE.equals(state) && !isStaff();
    }

    /**
     * Tells whether a student types the passphrase too: because a PIN was too little, or because
     * nobody's can be enough here.
     */
    public boolean isAskingPassphrase() {
        return !isStaff() && !isByBadge() && (PASSPHRASE.equals(state) || isPinTooLittle());
    }

    private boolean isPinTooLittle() {
        if (!asked) {
            asked = true;
            pinTooLittle = !places.isEnoughForSome(students.place(request));
        }
        return pinTooLittle;
    }

    /** Tells whether the password was right and the code is asked for. */
    public boolean isHalfway() {
        return halfway != null;
    }

    /** Returns the key of a text for the form shown. */
    public String text(String what) {
        String form = isHalfway() ? CODE : isStaff() ? STAFF : isByBadge() ? BADGE : "student";
        return "sign-in." + form + "." + what;
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
        String on = next == null ? "" : "&next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        return door() + "?state=" + wanted + on;
    }

    /** Returns the people of the demonstration who sign in with the form shown. */
    public List<DemonstrationPeople.Row> getPeople() {
        return DemonstrationPeople.of(school() == null ? null : school().subdomain(), isStaff());
    }

    // The same form stands on the page of a class's device.
    private String door() {
        String here = request.getServletPath().replaceFirst("\\.xhtml$", "");
        return here.equals(DEVICE) ? DEVICE : "/identity/sign-in";
    }

    private SignedIn enter(SignIn command) {
        challenge.require();
        return signIn.signIn(command, students.place(request));
    }

    private SignedIn known(boolean held, SignedIn student) {
        if (held) {
            HttpServletResponse response =
                    (HttpServletResponse)
                            FacesContext.getCurrentInstance().getExternalContext().getResponse();
            students.remember(request, response, student.caller().accountId());
        }
        return student;
    }

    private void enter(Supplier<SignedIn> way) throws IOException {
        try {
            door.open(request, way.get());
            lead(OwnPath.of(next));
        } catch (SecondFactorNeeded needed) {
            FirstStep.of(needed, place().schoolId(), clock.now()).storeIn(request.getSession(true));
            lead(address(CODE));
        } catch (PassphraseNeeded needed) {
            state = PASSPHRASE;
            problem = needed.sentence();
        } catch (Refusal refusal) {
            problem = refusal.sentence();
        }
    }

    private static void lead(String address) throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().redirect(address);
        faces.responseComplete();
    }

    private SchoolRef school() {
        return place().school();
    }

    private Place place() {
        return Visit.of(request).place();
    }

    public String getState() {
        return state;
    }

    public String getNext() {
        return next;
    }

    /** Tells whether the person has just chosen new proofs. */
    public boolean isChanged() {
        return changed;
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

    public String getPassphrase() {
        return passphrase;
    }

    public void setPassphrase(String passphrase) {
        this.passphrase = passphrase;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    /** Tells whether something was typed wrong; nobody types a passkey. */
    public boolean isMistyped() {
        return problem != null && passkey == null;
    }

    public String getBadge() {
        return badge;
    }

    public void setBadge(String badge) {
        this.badge = badge;
    }

    public String getPasskey() {
        return passkey;
    }

    public void setPasskey(String passkey) {
        this.passkey = passkey;
    }

    /** Returns why the person is still outside, or null. */
    public String getProblem() {
        return problem;
    }
}
