package org.homeroom.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** Offers pages what their scripts send as {@code X-CSRF-Token}. */
@Named
@RequestScoped
public class Csrf {

    @Inject HttpServletRequest request;

    /** Returns the session's token, empty before sign-in. */
    public String getToken() {
        Visit visit = Visit.of(request);
        return visit == null || visit.csrf() == null ? "" : visit.csrf();
    }
}
