package org.homeroom.realtime;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/**
 * Whether a handshake comes from a page of ours. Browsers let any page open a socket to any host
 * and send the cookies along; the {@code Origin} header is how we know whose page it was. Programs
 * that are no browsers send none.
 */
final class PageOrigin {

    private PageOrigin() {}

    /** Tells whether the request names no origin, or its own host and port. */
    static boolean isOurs(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return true;
        }
        try {
            URI page = URI.create(origin);
            return request.getServerName().equalsIgnoreCase(page.getHost())
                    && port(page) == request.getServerPort();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static int port(URI page) {
        if (page.getPort() >= 0) {
            return page.getPort();
        }
        return "https".equals(page.getScheme()) ? 443 : 80;
    }
}
