package org.homeroom.roster;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Texts;

/** Where a teacher asks that a class or the account be closed. */
@Named
@RequestScoped
public class ClosingPage {

    private static final Texts TEXTS = Texts.of("roster");
    private static final String ACCOUNT = "account";
    private static final String HERE = "/roster/closing";

    @Inject DeletionRequestService requests;
    @Inject RosterService roster;

    private List<DeletionRequest> mine;
    private String period;
    private String reason;

    /** Returns the teacher's requests, the newest first. */
    public List<DeletionRequest> getRequests() {
        if (mine == null) {
            mine = requests.mine();
        }
        return mine;
    }

    /** Returns the classes that may be asked for. */
    public List<ClassRef> getClasses() {
        return roster.myClasses();
    }

    /** Asks for a class, or for the account when no period is chosen. */
    public void ask() {
        boolean account = ACCOUNT.equals(period);
        act(
                "ask",
                () -> requests.ask(account ? ACCOUNT : "period", account ? null : period, reason),
                "closing.asked");
    }

    /** Takes a request back. */
    public void withdraw() {
        act(
                "withdraw",
                () -> requests.end(FieldForm.sent("request"), "withdrawn"),
                "closing.withdrawn");
    }

    private void act(String form, Runnable work, String said) {
        FieldForm.submit(
                form,
                () -> {
                    work.run();
                    FieldForm.say(TEXTS.get(said));
                },
                () -> HERE);
    }

    public String getPeriod() {
        return period;
    }

    public void setPeriod(String period) {
        this.period = period;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
