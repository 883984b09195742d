package org.homeroom.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.homeroom.kernel.Language;
import org.homeroom.tenancy.SchoolRef;

/**
 * In which language a request is answered: the person's own choice, else what was chosen at the
 * door of this browser, else the school's, else what the browser asks for, else English. What a
 * program asks for comes before the school's.
 */
final class LanguageChoice {

    private static final String PARAMETER = "language";
    private static final String COOKIE = "homeroom-language";

    private LanguageChoice() {}

    static Language of(HttpServletRequest request, Visit visit) {
        return Stream.of(
                        own(visit),
                        atDoor(request, visit),
                        isProgram(request, visit) ? asked(request) : Optional.<Language>empty(),
                        school(visit),
                        asked(request))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(Language.EN);
    }

    /** Keeps what a visitor chose at the door for as long as the browser is open. */
    static void keep(HttpServletRequest request, HttpServletResponse response, Visit visit) {
        parameter(request, visit)
                .ifPresent(chosen -> response.addCookie(cookie(request, chosen.code())));
    }

    /** Forgets what was chosen at the door. */
    static void forget(HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = cookie(request, "");
        cookie.setMaxAge(0);
        response.addCookie(cookie);
    }

    // Browsers always ask for the language of their menus, which is seldom the reader's wish.
    private static boolean isProgram(HttpServletRequest request, Visit visit) {
        return DoorRules.isApi(request) && visit.signIn() == null;
    }

    private static Optional<Language> own(Visit visit) {
        return Optional.ofNullable(visit.caller()).map(Caller::language);
    }

    private static Optional<Language> atDoor(HttpServletRequest request, Visit visit) {
        return parameter(request, visit).or(() -> cookie(request));
    }

    private static Optional<Language> parameter(HttpServletRequest request, Visit visit) {
        if (visit.signIn() != null || DoorRules.isApi(request)) {
            return Optional.empty();
        }
        return DoorRules.isRead(request.getMethod())
                ? Language.of(request.getParameter(PARAMETER))
                : inAddress(request.getQueryString());
    }

    // A form that asks for a language says so in its address: what it holds is not read here.
    private static Optional<Language> inAddress(String query) {
        return Stream.of(query == null ? new String[0] : query.split("&"))
                .filter(part -> part.startsWith(PARAMETER + "="))
                .findFirst()
                .flatMap(part -> Language.of(part.substring(PARAMETER.length() + 1)));
    }

    private static Optional<Language> cookie(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .findFirst()
                        .flatMap(cookie -> Language.of(cookie.getValue()));
    }

    private static Optional<Language> school(Visit visit) {
        return Optional.ofNullable(visit.place().school())
                .map(SchoolRef::language)
                .flatMap(Language::of);
    }

    // Without the header the container names its own language.
    private static Optional<Language> asked(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null
                ? Optional.empty()
                : Collections.list(request.getLocales()).stream()
                        .map(Locale::getLanguage)
                        .map(Language::of)
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    private static Cookie cookie(HttpServletRequest request, String value) {
        Cookie cookie = new Cookie(COOKIE, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
