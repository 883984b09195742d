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
    DEVICE("homeroom-device", Duration.ofDays(400)),
    /** By which students' accounts know a browser. */
    BROWSER("homeroom-browser", Duration.ofDays(400)),
    /** By which a browser is known that comes back from the identity provider. */
    PROVIDER(ProviderWay.COOKIE, ProviderWay.PATIENCE);

    private final String name;
    // Browsers keep none longer than 400 days.
    private final Duration life;

    DoorCookie(String name, Duration life) {
        this.name = name;
        this.life = life;
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
        write(request, response, secret, life);
    }

    /** Takes the secret away from the browser. */
    public void take(HttpServletRequest request, HttpServletResponse response) {
        write(request, response, "", Duration.ZERO);
    }

    private void write(
            HttpServletRequest request,
            HttpServletResponse response,
            String secret,
            Duration kept) {
        Cookie cookie = new Cookie(cookieName(), secret);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge((int) kept.toSeconds());
        response.addCookie(cookie);
    }

    private String cookieName() {
        return Boolean.getBoolean("homeroom.tls") ? "__Host-" + name : name;
    }
}
