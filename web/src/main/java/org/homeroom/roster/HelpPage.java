package org.homeroom.roster;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.Flash;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Texts;

/** Where a student helps a teacher back in: a passphrase, and a code shown once. */
@Named
@RequestScoped
public class HelpPage {

    private static final Texts TEXTS = Texts.of("roster");
    private static final String HERE = "/roster/help";
    private static final String CODE = "org.homeroom.recovery.student-code";

    @Inject RecoveryHelpService help;

    private List<RecoveryAsked> asked;
    private String passphrase;
    private String code;

    /** Reads the requests before Faces asks what is shown. */
    @PostConstruct
    void load() {
        code = (String) flash().get(CODE);
        asked = help.asked();
    }

    /** Makes the code and shows it, this once. */
    public void make() {
        FieldForm.submit(
                "help",
                () -> flash().put(CODE, help.code(FieldForm.sent("recovery"), passphrase)),
                () -> HERE);
    }

    /** Takes the request off the start page. */
    public void dismiss() {
        FieldForm.submit(
                "dismiss",
                () -> {
                    help.dismiss(FieldForm.sent("recovery"));
                    FieldForm.say(TEXTS.get("help.dismissed"));
                },
                () -> "/economy/home");
    }

    private static Flash flash() {
        return FacesContext.getCurrentInstance().getExternalContext().getFlash();
    }

    /** Returns the oldest request that waits for the student, or null. */
    public RecoveryAsked getAsked() {
        return asked.stream()
                .filter(one -> !one.coded())
                .findFirst()
                .orElse(asked.isEmpty() ? null : asked.get(0));
    }

    /** Returns the code just made, in two groups, or null. */
    public String getCode() {
        return code == null ? null : code.substring(0, 3) + " " + code.substring(3);
    }

    public String getPassphrase() {
        return passphrase;
    }

    public void setPassphrase(String passphrase) {
        this.passphrase = passphrase;
    }
}
