package org.homeroom.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which addresses are open to strangers, and which writes come from pages that are not ours. */
final class DoorRules {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final String DEVICES = "/kiosk/";
    private static final String SIGN_IN = "PAGE /identity/sign-in";

    private DoorRules() {}

    static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }

    static boolean isResource(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/jakarta.faces.resource/");
    }

    static boolean isSignIn(HttpServletRequest request) {
        return way(request).equals(SIGN_IN);
    }

    static boolean isRead(String method) {
        return READS.contains(method);
    }

    /** Tells whether the request goes to a page or a socket; resources decide for themselves. */
    static boolean isPage(HttpServletRequest request) {
        return !path(request).equals("/") && !isResource(request) && !isApi(request);
    }

    /**
     * Tells whether the request goes where a class's device is at home: its start, its pages, and
     * what they send to.
     */
    static boolean isForDevice(HttpServletRequest request) {
        if (isApi(request)) {
            return belowApi(request).startsWith(DEVICES);
        }
        String way = way(request);
        boolean start = path(request).equals("/");
        return start
                || isPage(request)
                        && !Permission.isOpen(way)
                        && Permission.opens(way, Set.of(Roles.KIOSK));
    }

    /** Returns where a request to a page or a socket goes, as the table of permissions names it. */
    static String way(HttpServletRequest request) {
        String path = path(request);
        return path.startsWith("/ws/")
                ? "SOCKET " + path
                : "PAGE " + (path.endsWith(".xhtml") ? path.substring(0, path.length() - 6) : path);
    }

    /** Returns the address of a request to the REST interface below the interface's own. */
    static String belowApi(HttpServletRequest request) {
        String below = request.getPathInfo();
        return below == null ? "" : below;
    }

    /** Tells whether the person of the visit may go the way, at the place where they stand. */
    static boolean mayGo(String way, Visit visit) {
        Optional<Permission> needed = Permission.of(way);
        boolean atDistrict = visit.place().school() != null && visit.place().school().isDistrict();
        return needed.isPresent()
                && needed.get().isGivenTo(visit.caller().roles())
                && (atDistrict || !needed.get().isOfDistrict());
    }

    // What the server serves, without parameters of the path and decoded.
    private static String path(HttpServletRequest request) {
        String further = request.getPathInfo();
        return request.getServletPath() + (further == null ? "" : further);
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
