package org.homeroom.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.primefaces.context.PrimeFacesContext;

/**
 * The challenge in the form at the door, where the server's settings ask for one. A class's device
 * is known and is not challenged.
 */
@Named
@RequestScoped
public class ChallengePage {

    @Inject HumanCheck check;
    @Inject PinPlaceService places;
    @Inject StudentDoor students;
    @Inject HttpServletRequest request;

    private Optional<HumanCheck.Challenge> asked;

    /** Returns the challenge to be shown, null for none. */
    public HumanCheck.Challenge getShown() {
        return asked().orElse(null);
    }

    /** Returns the nonce with which the page lets the service's script run. */
    public String getNonce() {
        return PrimeFacesContext.getCspState(FacesContext.getCurrentInstance()).getNonce();
    }

    /**
     * Requires an answer where one is asked for.
     *
     * @throws Refusal when there is none, or not a person's
     */
    void require() {
        boolean passed =
                asked().map(
                                challenge ->
                                        check.passes(
                                                request.getParameter(challenge.field()),
                                                request.getRemoteAddr()))
                        .orElse(true);
        if (!passed) {
            throw new Refusal(
                    ErrorCode.AUTHENTICATION_ERROR,
                    "Show first that you are a person: wait for the tick above the button.");
        }
    }

    private Optional<HumanCheck.Challenge> asked() {
        if (asked == null) {
            asked = check.challenge().filter(one -> !places.isDevice(students.place(request)));
        }
        return asked;
    }
}
