package org.homeroom.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Refusal;

/** Where somebody with a link chooses a new password, or a new PIN and passphrase. */
@Named
@RequestScoped
public class ResetPage {

    @Inject ResetService resets;
    @Inject HttpServletRequest request;

    private String token;
    private PersonRef owner;
    private String problem;
    private String password;
    private String pin;
    private String passphrase;

    /** Reads the link before Faces asks what is shown. */
    @PostConstruct
    void load() {
        token = request.getParameter("token");
        try {
            owner = resets.owner(token == null ? "" : token);
        } catch (Refusal refusal) {
            problem = refusal.sentence();
        }
    }

    /** Stores what was chosen and leads to the sign-in. */
    public void choose() {
        FieldForm.submit(
                "choose",
                () -> {
                    if (isStudent()) {
                        resets.chooseStudentProofs(token, pin, passphrase);
                    } else {
                        resets.choosePassword(token, password);
                    }
                },
                () ->
                        "/identity/sign-in?changed=true&state="
                                + (isStudent() ? "student" : "staff"));
    }

    /** Tells whether a PIN and a passphrase are chosen, not a password. */
    public boolean isStudent() {
        return owner != null && owner.roles().contains(Roles.STUDENT);
    }

    /** Returns whose link it is, or null when it is good for nothing. */
    public PersonRef getOwner() {
        return owner;
    }

    /** Returns why it is good for nothing, or null. */
    public String getProblem() {
        return problem;
    }

    public String getToken() {
        return token;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
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
}
