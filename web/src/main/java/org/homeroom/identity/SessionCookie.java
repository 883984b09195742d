package org.homeroom.identity;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.annotation.WebListener;

/**
 * The session's cookie where people come by TLS, which the server's setting {@code homeroom.tls}
 * tells: browsers keep a cookie with this prefix from plain http and from every other host, and
 * take none that another school's host has set (ecosystem D2).
 */
@WebListener
public class SessionCookie implements ServletContextListener {

    private static final String NAME = "__Host-homeroom";

    @Override
    public void contextInitialized(ServletContextEvent event) {
        if (Boolean.getBoolean("homeroom.tls")) {
            SessionCookieConfig cookie = event.getServletContext().getSessionCookieConfig();
            cookie.setName(NAME);
            cookie.setPath("/");
            cookie.setSecure(true);
        }
    }
}
