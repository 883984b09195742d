package org.homeroom.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which addresses are open to strangers, and which writes come from pages that are not ours. */
final class DoorRules {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final String SIGN_IN = "/identity/sign-in";
    private static final List<String> OPEN =
            List.of(
                    SIGN_IN,
                    "/identity/invitation",
                    "/identity/reset",
                    "/roster/claim",
                    "/tenancy/schools",
                    "/errors/",
                    // These two decide for themselves: resources by annotation, sockets by ticket.
                    "/api/",
                    "/ws/");

    private DoorRules() {}

    static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }

    static boolean isResource(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/jakarta.faces.resource/");
    }

    static boolean isSignIn(HttpServletRequest request) {
        return isAt(request.getRequestURI(), SIGN_IN);
    }

    static boolean isRead(String method) {
        return READS.contains(method);
    }

    static boolean needsPerson(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.equals("/")
                && !isResource(request)
                && OPEN.stream().noneMatch(open -> isAt(path, open));
    }

    // What ends with a slash is open with everything below it.
    private static boolean isAt(String path, String open) {
        return open.endsWith("/")
                ? path.startsWith(open)
                : path.equals(open) || path.equals(open + ".xhtml");
    }

    /** Browsers name the page that a write or a socket comes from; others need not. */
    static boolean isForeignWrite(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        boolean bearer = request.getHeader("Authorization") != null;
        return origin != null
                && !bearer
                && !isRead(request.getMethod())
                && !isOurs(origin, request);
    }

    private static boolean isOurs(String origin, HttpServletRequest request) {
        try {
            return String.valueOf(URI.create(origin).getAuthority())
                    .equalsIgnoreCase(request.getHeader("Host"));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Returns the site as browsers sign it into the answers of authenticators. */
    static PasskeySite site(HttpServletRequest request) {
        String host = request.getServerName().toLowerCase(Locale.ROOT);
        String authority = request.getHeader("Host").toLowerCase(Locale.ROOT);
        return new PasskeySite(host, request.getScheme() + "://" + authority);
    }
}
