package org.homeroom.tryout;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.homeroom.banking.MoneyText;
import org.homeroom.identity.HandOver;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.Texts;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;
import org.homeroom.tenancy.HostName;
import org.homeroom.tenancy.TryOut;

/** Where a teacher begins to be a student for ten minutes, goes in and ends it. */
@Named
@RequestScoped
public class TryOutPage {

    private static final Texts TEXTS = Texts.of("tryout");

    @Inject RosterService roster;
    @Inject TryOutService tryOuts;
    @Inject HttpServletRequest request;

    private ClassRef like;
    private TryOut running;
    private String checking = "50.00";
    private String savings = "0.00";

    /** Names the class before Faces asks what is shown. */
    @PostConstruct
    void load() {
        UUID id = FieldForm.id(request.getParameter("class"));
        if (id == null) {
            throw Refusal.notFound();
        }
        like = roster.ownedClass(id);
        running = tryOuts.running().orElse(null);
    }

    /** Leads in when the address says so: a form may not lead away from its host. */
    public void go() {
        if (request.getParameter("go") != null) {
            FieldForm.succeeds("begin", () -> FieldForm.redirect(door()));
        }
    }

    private String door() {
        HandOver made = tryOuts.enter();
        return HostName.of(request).withLabel(made.school().subdomain())
                + "/identity/arrive?code="
                + made.code();
    }

    /** Begins one. */
    public void begin() {
        FieldForm.submit(
                "begin",
                () ->
                        tryOuts.begin(
                                new BeginTryOut(
                                        like.id(),
                                        MoneyText.minor("checking", checking, like.currency()),
                                        MoneyText.minor("savings", savings, like.currency()))),
                this::here);
    }

    /** Ends it. */
    public void end() {
        FieldForm.submit(
                "running",
                () -> {
                    tryOuts.end();
                    FieldForm.say(TEXTS.get("begin.ended"));
                },
                this::here);
    }

    private String here() {
        return "/tryout/begin?class=" + like.id();
    }

    public ClassRef getLike() {
        return like;
    }

    /** Returns the one that runs, or null. */
    public TryOut getRunning() {
        return running;
    }

    public String getPin() {
        return TryOutClass.PIN;
    }

    public String getPassphrase() {
        return TryOutClass.PASSPHRASE;
    }

    public String getChecking() {
        return checking;
    }

    public void setChecking(String checking) {
        this.checking = checking;
    }

    public String getSavings() {
        return savings;
    }

    public void setSavings(String savings) {
        this.savings = savings;
    }
}
