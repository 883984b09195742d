package org.homeroom.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.homeroom.kernel.FailureEnvelope;
import org.homeroom.kernel.Json;
import org.homeroom.kernel.OwnPath;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;

/** Turns requests away: programs in the envelope, people to a page. */
@ApplicationScoped
public class DoorAnswers {

    private static final String SIGN_IN = "/identity/sign-in";

    @Inject SchoolClock clock;

    /** Says why the request goes no further. */
    public void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
            throws IOException {
        Denials.because(request, refusal);
        if (DoorRules.isApi(request)) {
            json(response, refusal);
        } else {
            request.setAttribute(Refusal.class.getName(), refusal.sentence());
            response.sendError(refusal.code().status(), refusal.sentence());
        }
    }

    /**
     * Leads a visitor to the sign-in page and from there back to where they wanted to go.
     *
     * @param known whether the visitor came with a session that is over
     */
    public void sendToSignIn(
            HttpServletRequest request, HttpServletResponse response, boolean known)
            throws IOException {
        // Whoever sends the form of a closed page was let in when the page was opened.
        boolean ended = known || !DoorRules.isRead(request.getMethod());
        String address =
                SIGN_IN + "?next=" + encode(wanted(request)) + (ended ? "&ended=true" : "");
        if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            // Faces' own script follows this; it would show the sign-in page inside the page
            // otherwise.
            response.setContentType("text/xml;charset=UTF-8");
            response.getWriter()
                    .write(
                            "<?xml version='1.0' encoding='UTF-8'?><partial-response><redirect url=\""
                                    + address.replace("&", "&amp;")
                                    + "\"/></partial-response>");
        } else {
            response.sendRedirect(address);
        }
    }

    private void json(HttpServletResponse response, Refusal refusal) throws IOException {
        FailureEnvelope envelope = FailureEnvelope.of(refusal, clock.now());
        response.setStatus(refusal.code().status());
        response.setContentType("application/json");
        response.getOutputStream().write(Json.strict().writeValueAsBytes(envelope));
    }

    private static String wanted(HttpServletRequest request) {
        if (!DoorRules.isRead(request.getMethod())) {
            return OwnPath.ofForm(request) + OwnPath.AGAIN;
        }
        String path = request.getRequestURI().replaceFirst("\\.xhtml$", "");
        String query = request.getQueryString();
        return query == null ? path : path + "?" + query;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
