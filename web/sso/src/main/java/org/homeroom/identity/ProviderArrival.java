package org.homeroom.identity;

import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.wildfly.security.http.oidc.IDToken;
import org.wildfly.security.http.oidc.OidcPrincipal;

/**
 * Hears from the server's {@code elytron-oidc-client} whom the provider vouches for, and hands that
 * over to the main module: the browser's secret says to which visit it belongs. The server lets
 * nobody come this far whom the provider does not know.
 */
public class ProviderArrival extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String BACK = "/identity/provider";

    @Inject ProviderSignInService providers;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
        providers.arrived(secret(request), identity(request));
        // The next one at this browser has to ask the provider again.
        request.getSession().invalidate();
        response.sendRedirect(BACK);
    }

    private static ProviderIdentity identity(HttpServletRequest request) {
        OidcPrincipal<?> principal = (OidcPrincipal<?>) request.getUserPrincipal();
        IDToken said = principal.getOidcSecurityContext().getIDToken();
        boolean verified = Boolean.TRUE.equals(said.getEmailVerified());
        return new ProviderIdentity(
                said.getIssuer(), said.getSubject(), verified ? said.getEmail() : null);
    }

    // Null for a browser that nobody sent here; what is said of it is lost then.
    private static String secret(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return Arrays.stream(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> cookie.getName().equals(ProviderWay.cookie()))
                .map(Cookie::getValue)
                .findFirst()
                .orElse(null);
    }
}
