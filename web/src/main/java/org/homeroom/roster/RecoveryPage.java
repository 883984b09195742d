package org.homeroom.roster;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.Flash;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.QrCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.Texts;

/**
 * Where a teacher comes back with the students' help: names and date, then their codes, then the
 * new authenticator. The address holds the token, so that the page may be left and opened again.
 */
@Named
@RequestScoped
public class RecoveryPage {

    private static final Texts TEXTS = Texts.of("roster");
    private static final String SAVED_CODES = "org.homeroom.recovery.codes";
    private static final String SAVED_NAME = "org.homeroom.recovery.username";
    private static final String PIN = "org.homeroom.recovery.pin";
    private static final String DONE = "org.homeroom.recovery.done";

    @Inject RecoveryService recoveries;
    @Inject HttpServletRequest request;

    private String token;
    private RecoveryState state;
    private String problem;
    private String pin;
    private List<String> recoveryCodes;
    private String students;
    private String birthDate;
    private String resumePin;
    private String codes;
    private String username;
    private String password;
    private String code;

    /** Reads how the request stands before Faces asks which step is shown. */
    @PostConstruct
    @SuppressWarnings("unchecked") // Only this page puts it there.
    void load() {
        Flash flash = flash();
        recoveryCodes = (List<String>) flash.get(DONE);
        pin = (String) flash.get(PIN);
        codes = (String) flash.get(SAVED_CODES);
        username = (String) flash.get(SAVED_NAME);
        token = request.getParameter("request");
        if (token != null && recoveryCodes == null) {
            look();
        }
    }

    private void look() {
        try {
            state = recoveries.look(token);
            if (username == null) {
                username = state.username();
            }
        } catch (Refusal refusal) {
            problem = refusal.sentence();
        }
    }

    /** Begins, or goes on with what was begun. */
    public void begin() {
        FieldForm.submit(
                "begin",
                () -> {
                    BegunRecovery begun =
                            recoveries.begin(new BeginRecovery(students, birthDate, resumePin));
                    token = begun.token();
                    keep(SAVED_CODES, begun.codes());
                    keep(SAVED_NAME, begun.username());
                },
                this::here);
    }

    /** Keeps what was typed in so far and shows the PIN, this once. */
    public void save() {
        FieldForm.submit(
                "check",
                () -> {
                    keep(PIN, recoveries.save(token, codes, username));
                    keep(SAVED_CODES, codes);
                    keep(SAVED_NAME, username);
                },
                this::here);
    }

    /** Compares the codes. */
    public void prove() {
        FieldForm.submit("check", () -> recoveries.prove(token, codes, username), this::here);
        if (state != null) {
            look();
        }
    }

    /** Sets the new proofs and shows the recovery codes, this once. */
    public void finish() {
        FieldForm.submit(
                "factor",
                () -> keep(DONE, recoveries.finish(token, username, password, code)),
                () -> "/roster/recovery");
    }

    private String here() {
        return "/roster/recovery?request=" + token;
    }

    private static Flash flash() {
        return FacesContext.getCurrentInstance().getExternalContext().getFlash();
    }

    private static void keep(String name, Object value) {
        if (value != null) {
            flash().put(name, value);
        }
    }

    /** Returns how the request stands, null before there is one. */
    public RecoveryState getState() {
        return state;
    }

    /** Returns why the address is good for nothing, or null. */
    public String getProblem() {
        return problem;
    }

    /** Returns the secret for the app to read off the screen. */
    public String getQr() {
        return QrCode.svg(state.factor().uri(), TEXTS.get("recovery.qr"));
    }

    /** Returns the secret for those who type it, in groups of four. */
    public String getSecret() {
        return state.factor().secret().replaceAll("(.{4})(?!$)", "$1 ");
    }

    /** Returns the PIN just made, or null. */
    public String getPin() {
        return pin;
    }

    /** Returns the recovery codes just drawn, or null. */
    public List<String> getRecoveryCodes() {
        return recoveryCodes;
    }

    public String getToken() {
        return token;
    }

    public String getStudents() {
        return students;
    }

    public void setStudents(String students) {
        this.students = students;
    }

    public String getBirthDate() {
        return birthDate;
    }

    public void setBirthDate(String birthDate) {
        this.birthDate = birthDate;
    }

    public String getResumePin() {
        return resumePin;
    }

    public void setResumePin(String resumePin) {
        this.resumePin = resumePin;
    }

    public String getCodes() {
        return codes;
    }

    public void setCodes(String codes) {
        this.codes = codes;
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

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
