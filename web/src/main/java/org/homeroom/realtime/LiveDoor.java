package org.homeroom.realtime;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.homeroom.identity.Bearer;
import org.homeroom.identity.Permission;
import org.homeroom.identity.TicketService;
import org.homeroom.identity.Visit;
import org.homeroom.tenancy.TenantContext;

/**
 * Decides before the handshake who knocks: by the session's cookie, or by a one-time ticket where
 * no cookie travels. A stranger's handshake is accepted and closed at once, because a browser shows
 * its page the code of a close but not that of a refused handshake. Stands behind the filters that
 * bind the school and the caller.
 */
public class LiveDoor extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String CHANNEL = "live";

    @Inject transient TicketService tickets;

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Visitor visitor = visitor(request);
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public Principal getUserPrincipal() {
                        return visitor;
                    }
                },
                response);
    }

    private Visitor visitor(HttpServletRequest request) {
        if (!PageOrigin.isOurs(request)) {
            return new Visitor(null, null, CloseReason.NOT_ADMITTED);
        }
        String ticket = request.getParameter("ticket");
        Visit visit = Visit.of(request);
        Bearer bearer =
                ticket == null ? new Bearer(visit.person(), visit.signIn()) : redeem(ticket);
        if (bearer == null || bearer.person() == null) {
            return new Visitor(null, null, CloseReason.NOT_SIGNED_IN);
        }
        return Permission.opens("SOCKET /ws/live", bearer.person().caller().roles())
                ? new Visitor(bearer.person().caller(), bearer.signIn(), null)
                : new Visitor(null, null, CloseReason.NOT_ADMITTED);
    }

    private Bearer redeem(String ticket) {
        boolean atSchool = TenantContext.current() != null;
        return atSchool ? tickets.redeem(ticket, CHANNEL).orElse(null) : null;
    }
}
