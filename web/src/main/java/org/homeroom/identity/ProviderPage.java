package org.homeroom.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.OwnPath;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.kernel.Texts;

/**
 * Where a browser sets out to the identity provider and comes back from it. The secret it holds,
 * not its address, says who it is, so a stranger's link signs nobody in.
 */
@Named
@RequestScoped
public class ProviderPage {

    private static final Texts TEXTS = Texts.of("identity");
    // The server hands the scope on to the provider, and takes it off the address.
    private static final String THERE = "/sso/?scope=email";

    @Inject ProviderSignInService providers;
    @Inject SessionDoor door;
    @Inject SchoolClock clock;
    @Inject HttpServletRequest request;

    private String problem;

    /** Leads the browser to the provider, or takes it in when it is back. */
    public void pass() {
        if (isGoing()) {
            // Browsers let a form lead nowhere abroad, also by redirects; here the way begins anew.
            response().setHeader("Refresh", "0; url=" + THERE);
        } else {
            arrive();
        }
    }

    /** Tells whether the browser is on its way to the provider. */
    public boolean isGoing() {
        return ProviderWay.isOpen() && request.getParameter("go") != null;
    }

    /** Returns where the provider is asked. */
    public String getThere() {
        return THERE;
    }

    /** Returns what people call their account there. */
    public String getLabel() {
        return ProviderWay.label();
    }

    private void arrive() {
        String secret = DoorCookie.PROVIDER.of(request).orElse(null);
        DoorCookie.PROVIDER.take(request, response());
        try {
            ProviderVisit visit = providers.take(secret);
            if (visit.linking() == null) {
                enter(visit);
            } else {
                providers.link(visit);
                FieldForm.say(TEXTS.get("provider.linked"));
                FieldForm.redirect("/identity/profile");
            }
        } catch (Refusal refusal) {
            problem = refusal.sentence();
        }
    }

    private void enter(ProviderVisit visit) {
        try {
            door.open(request, providers.enter(visit.identity()));
            FieldForm.redirect(OwnPath.of(visit.goal()));
        } catch (SecondFactorNeeded needed) {
            FirstStep.of(needed, Visit.of(request).place().schoolId(), clock.now())
                    .storeIn(request.getSession(true));
            FieldForm.redirect("/identity/sign-in?state=code");
        }
    }

    private static HttpServletResponse response() {
        return (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
    }

    /** Returns why the person is still outside, or null. */
    public String getProblem() {
        return problem;
    }
}
