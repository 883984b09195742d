package org.homeroom.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;

/**
 * Where a person arrives from another school. They press a button: a link alone must not sign
 * anybody in, or a stranger could sign others in to the stranger's own account.
 */
@Named
@RequestScoped
public class ArrivePage {

    @Inject SignInService signIn;
    @Inject SessionDoor door;
    @Inject SchoolClock clock;
    @Inject HttpServletRequest request;

    private String problem;

    /** Lets the person in, or asks for the code of the authenticator that this account has. */
    public void enter() {
        try {
            door.open(request, signIn.arrive(getCode(), null));
            FieldForm.redirect("/");
        } catch (SecondFactorNeeded needed) {
            FirstStep.of(needed, Visit.of(request).place().schoolId(), clock.now())
                    .storeIn(request.getSession(true));
            FieldForm.redirect("/identity/sign-in?state=code");
        } catch (Refusal refusal) {
            problem = refusal.sentence();
        }
    }

    public String getCode() {
        return request.getParameter("code");
    }

    /** Returns why the person is still outside, or null. */
    public String getProblem() {
        return problem;
    }
}
