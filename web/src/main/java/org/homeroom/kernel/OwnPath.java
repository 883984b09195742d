package org.homeroom.kernel;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Addresses that a request names to be led to: only those that stay on this host. */
public final class OwnPath {

    /**
     * At the end of an address that leads back to a form which did nothing yet; the frame's script
     * fills in what was typed.
     */
    public static final String AGAIN = "#again";

    // What forms send along of their page's address in fields of their own; never a secret.
    private static final List<String> KEPT =
            List.of("class", "id", "student", "account", "kind", "day", "mode", "job", "school");

    private OwnPath() {}

    /** Returns the path when it stays on this host, else the start page. */
    public static String of(String wanted) {
        // Browsers read a backslash as a slash and leave control characters out.
        boolean ours =
                wanted != null
                        && wanted.startsWith("/")
                        && !wanted.startsWith("//")
                        && wanted.chars().noneMatch(sign -> sign == '\\' || sign < ' ');
        return ours ? wanted : "/";
    }

    /**
     * Returns the address of the page whose form was sent. Forms go to the bare address of their
     * page; which class it shows stands in the address that the browser came from, or in the form
     * when that one was bare too, as after a refusal.
     */
    public static String ofForm(HttpServletRequest request) {
        String path = request.getRequestURI().replaceFirst("\\.xhtml$", "");
        String query = queryBefore(request, path);
        String known = query == null ? queryOf(request) : query;
        return known.isEmpty() ? path : path + "?" + known;
    }

    private static String queryBefore(HttpServletRequest request, String path) {
        try {
            URI page = URI.create(Objects.toString(request.getHeader("Referer"), ""));
            boolean same =
                    path.equals(page.getRawPath())
                            && request.getServerName().equalsIgnoreCase(page.getHost());
            return same ? page.getRawQuery() : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String queryOf(HttpServletRequest request) {
        return KEPT.stream()
                .filter(name -> !Objects.toString(request.getParameter(name), "").isBlank())
                .map(name -> name + "=" + encode(request.getParameter(name)))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
