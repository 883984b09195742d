package org.homeroom.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Texts;

/** The part of the profile where a person changes what they sign in with. */
@Named
@RequestScoped
public class ProofsPage {

    private static final Texts TEXTS = Texts.of("identity");

    @Inject AccountService accounts;
    @Inject HttpServletRequest request;

    private String current;
    private String next;

    /** Changes the password. */
    public void changePassword() {
        act(
                "secret",
                () -> accounts.changePassword(here(), current, next),
                "profile.password.done");
    }

    /** Changes the PIN. */
    public void changePin() {
        act("number", () -> accounts.changePin(here(), current, next), "profile.pin.done");
    }

    /** Changes the passphrase. */
    public void changePassphrase() {
        act(
                "phrase",
                () -> accounts.changePassphrase(here(), current, next),
                "profile.passphrase.done");
    }

    /** Tells whether the person signs in with a PIN, not with a password. */
    public boolean isStudent() {
        return CallerContext.require().has(Roles.STUDENT);
    }

    /** Tells whether the account lives at this address, so that it can be changed here. */
    public boolean isAtHome() {
        return accounts.find(CallerContext.require().accountId()).isPresent();
    }

    private UUID here() {
        return Visit.of(request).signIn();
    }

    private static void act(String form, Runnable work, String text) {
        FieldForm.submit(
                form,
                () -> {
                    work.run();
                    FieldForm.say(TEXTS.get(text));
                },
                () -> "/identity/profile");
    }

    public String getCurrent() {
        return current;
    }

    public void setCurrent(String current) {
        this.current = current;
    }

    public String getNext() {
        return next;
    }

    public void setNext(String next) {
        this.next = next;
    }
}
