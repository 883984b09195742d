package org.homeroom.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.QrCode;
import org.homeroom.kernel.Texts;

/** The part of the profile where people set up and remove their authenticator. */
@Named
@RequestScoped
public class TotpPage {

    private static final Texts TEXTS = Texts.of("identity");

    private static final String PROFILE = "/identity/profile";
    private static final String CODES = "org.homeroom.recovery-codes";

    @Inject TotpService totp;
    @Inject HttpServletRequest request;

    private TotpState state;
    private NewTotp enrolling;
    private List<String> recoveryCodes = List.of();
    private String code;
    private String password;

    /** Reads how the second factor stands before Faces asks which of the forms is shown. */
    @PostConstruct
    void load() {
        if (!isOffered()) {
            return;
        }
        state = totp.state();
        boolean settingUp = "setup".equals(request.getParameter("totp"));
        enrolling = settingUp && !state.enabled() ? totp.enrolling().orElse(null) : null;
        recoveryCodes = shownOnce();
    }

    /** Tells whether the caller signs in with a password at all. */
    public boolean isOffered() {
        return !CallerContext.require().has(Roles.STUDENT);
    }

    /** Draws a secret and shows it. */
    public void begin() {
        FieldForm.submit("totpBegin", totp::enroll, () -> PROFILE + "?totp=setup#totp");
    }

    /** Turns the second factor on and shows the recovery codes, this once. */
    public void confirm() {
        FieldForm.submit("totpConfirm", () -> show(totp.confirm(code)), () -> PROFILE + "#totp");
    }

    /** Replaces the recovery codes and shows them, this once. */
    public void renew() {
        FieldForm.submit(
                "totpChange",
                () -> show(totp.renewRecoveryCodes(password)),
                () -> PROFILE + "#totp");
    }

    /** Turns the second factor off. */
    public void remove() {
        FieldForm.submit("totpChange", () -> totp.remove(password), () -> PROFILE + "#totp");
    }

    /** Returns the secret for the app to read off the screen. */
    public String getQr() {
        String label = TEXTS.get("totp.qr");
        return QrCode.svg(enrolling.uri(), label);
    }

    /** Returns the secret for those who type it, in groups of four. */
    public String getSecret() {
        return enrolling.secret().replaceAll("(.{4})(?!$)", "$1 ");
    }

    public boolean isSettingUp() {
        return enrolling != null;
    }

    public TotpState getState() {
        return state;
    }

    /** Returns the recovery codes just drawn; empty at every other time. */
    public List<String> getRecoveryCodes() {
        return recoveryCodes;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    private static void show(List<String> codes) {
        FacesContext.getCurrentInstance().getExternalContext().getFlash().put(CODES, codes);
    }

    @SuppressWarnings("unchecked")
    private static List<String> shownOnce() {
        Object codes = FacesContext.getCurrentInstance().getExternalContext().getFlash().get(CODES);
        return codes == null ? List.of() : (List<String>) codes;
    }
}
