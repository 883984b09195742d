package org.homeroom.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.homeroom.kernel.FieldForm;

/** Sends a browser to the identity provider, by the module that speaks with it. */
@ApplicationScoped
public class ProviderWayOut {

    private static final String THERE = "/identity/provider?go=true";

    @Inject HttpServletRequest request;

    /** Leaves the secret in the browser and leads it on. */
    void go(String secret) {
        HttpServletResponse response =
                (HttpServletResponse)
                        FacesContext.getCurrentInstance().getExternalContext().getResponse();
        DoorCookie.PROVIDER.leave(request, response, secret);
        FieldForm.redirect(THERE);
    }
}
