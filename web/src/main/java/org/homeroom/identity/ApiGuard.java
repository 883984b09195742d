package org.homeroom.identity;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.homeroom.kernel.Route;

/**
 * Resources are closed unless the table of permissions opens them; writes with a session cookie
 * need the page's token, because browsers add the cookie to requests of foreign pages too.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class ApiGuard implements ContainerRequestFilter {

    @Context ResourceInfo resource;
    @Context HttpServletRequest servletRequest;

    @Override
    public void filter(ContainerRequestContext request) {
        Visit visit = Visit.of(servletRequest);
        String way = Route.of(resource.getResourceClass(), resource.getResourceMethod()).toString();
        Denials.goes(servletRequest, way);
        if (visit == null || visit.person() == null) {
            if (!Permission.isOpen(way)) {
                throw DoorRefusals.signInFirst();
            }
        } else if (visit.csrf() != null
                && !DoorRules.isRead(request.getMethod())
                && !isSame(visit.csrf(), request.getHeaderString("X-CSRF-Token"))) {
            throw DoorRefusals.csrf();
        } else if (!DoorRules.mayGo(way, visit)) {
            throw DoorRefusals.notForYou();
        }
    }

    private static boolean isSame(String expected, String given) {
        return given != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8),
                        given.getBytes(StandardCharsets.UTF_8));
    }
}
