package org.homeroom.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * A secret that stays in a browser when its session is over. No script reads it, no foreign page
 * sends it along with a write, and behind TLS no other host can set it (ecosystem.md D2).
 */
public enum DoorCookie {
    /** The key of a class's device. */
    DEVICE("homeroom-device"),
    /** By which students' accounts know a browser. */
    BROWSER("homeroom-browser");

    // Browsers keep no cookie longer.
    private static final Duration LIFE = Duration.ofDays(400);

    private final String name;

    DoorCookie(String name) {
        this.name = name;
    }

    /** Returns what the browser holds; empty when it holds nothing. */
    public Optional<String> of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(cookieName()))
                        .map(Cookie::getValue)
                        .filter(value -> !value.isBlank())
                        .findFirst();
    }

    /** Leaves the secret in the browser. */
    public void leave(HttpServletRequest request, HttpServletResponse response, String secret) {
        Cookie cookie = new Cookie(cookieName(), secret);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge((int) LIFE.toSeconds());
        response.addCookie(cookie);
    }

    private String cookieName() {
        return Boolean.getBoolean("homeroom.tls") ? "__Host-" + name : name;
    }
}
