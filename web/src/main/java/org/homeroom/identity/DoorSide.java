package org.homeroom.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Set;
import org.homeroom.kernel.OwnPath;

/**
 * Which form of the door a visitor needs who did not say: the staff's for a page that no student
 * may open; for one that both may, the form by which somebody last came in with this browser. Its
 * cookie is a convenience and no proof of anything.
 */
final class DoorSide {

    static final String COOKIE = "homeroom-door";

    private static final String STAFF = "staff";
    private static final String STUDENT = "student";
    private static final Set<String> STUDENTS = Set.of(Roles.STUDENT, Roles.DEMONSTRATION_STUDENT);

    private DoorSide() {}

    /**
     * Tells whether the visitor is more likely one of the staff.
     *
     * @param next where the door leads, null for the person's first page
     * @param ended whether the visitor was signed in until now
     */
    static boolean isStaffs(HttpServletRequest request, String next, boolean ended) {
        String way = "PAGE " + OwnPath.of(next).replaceFirst("[?#].*", "");
        boolean closed = Permission.of(way).isPresent() && !Permission.isOpen(way);
        if (closed && !Permission.opens(way, STUDENTS)) {
            return true;
        }
        return (closed || ended) && isMayBeStaffs(way) && STAFF.equals(last(request));
    }

    /** Keeps by which form the person of the visit came in, for as long as the browser is open. */
    static void keep(HttpServletRequest request, HttpServletResponse response, Visit visit) {
        boolean inSession = visit.csrf() != null && DoorRules.isPage(request);
        if (!inSession) {
            return;
        }
        String side = STUDENTS.stream().anyMatch(visit.caller()::has) ? STUDENT : STAFF;
        if (!side.equals(last(request))) {
            Cookie cookie = new Cookie(COOKIE, side);
            cookie.setPath("/");
            cookie.setHttpOnly(true);
            cookie.setSecure(request.isSecure());
            cookie.setAttribute("SameSite", "Lax");
            response.addCookie(cookie);
        }
    }

    // A page of students alone, such as their week, is nobody else's to come back to.
    private static boolean isMayBeStaffs(String way) {
        return Permission.of(way).map(right -> !STUDENTS.containsAll(right.roles())).orElse(true);
    }

    private static String last(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? null
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse(null);
    }
}
