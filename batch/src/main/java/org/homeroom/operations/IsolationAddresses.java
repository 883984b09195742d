package org.homeroom.operations;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.homeroom.identity.Permission;
import org.homeroom.operations.IsolationFindings.Part;
import org.homeroom.operations.LoopbackHttp.Told;

/**
 * Asks every address that can be read, from the table of permissions, for the things of another
 * school: as each person who may go there at home, and with a token of home at the other's host.
 */
final class IsolationAddresses {

    private static final String API = "/api/v1";
    private static final int NOT_THERE = 403;
    private static final Pattern PARAMETER = Pattern.compile("([\\w-]+)/\\{(\\w+)}");

    private final CanarySchool ours;
    private final CanarySchool theirs;
    private final IsolationFindings findings;

    IsolationAddresses(CanarySchool ours, CanarySchool theirs, IsolationFindings findings) {
        this.ours = ours;
        this.theirs = theirs;
        this.findings = findings;
    }

    /** Asks them all. */
    void check() throws IOException {
        for (String way : Permission.allWays()) {
            Permission right = Permission.of(way).orElseThrow();
            // What is open to strangers or about the whole district is no school's.
            if (right == Permission.DOOR || right.isOfDistrict()) {
                continue;
            }
            if (way.startsWith("GET ")) {
                route(way, way.substring("GET ".length()));
            } else if (way.startsWith("PAGE ")) {
                page(way, way.substring("PAGE ".length()));
            }
        }
    }

    private void route(String way, String route) throws IOException {
        findings.tried(isExport(route) ? Part.EXPORTS : Part.ROUTES, way);
        String path = API + filled(way, route) + needed(route);
        boolean names = route.contains("{");
        boolean alive = false;
        for (String role : who(way)) {
            Told told = ours.ask(role, ours.host(), path);
            if (names && told.isGood()) {
                findings.leak(way + " answers " + role + " about another school's thing");
            }
            judge(way, role, told, theirs.isIn(text(told)));
            alive |= theirs.ask(role, theirs.host(), path).isGood();
            door(way, role, path);
        }
        if (!alive) {
            findings.gap(way + ": nobody could read it at home, so nothing is known of it");
        }
    }

    // With the ids of the other school's things, of the kinds that the address names.
    private String filled(String way, String route) {
        Matcher parameter = PARAMETER.matcher(route);
        return parameter.replaceAll(
                one -> {
                    String kind = kind(route, one);
                    Optional<String> id = theirs.id(kind);
                    if (id.isEmpty()) {
                        findings.gap(way + ": there is no canary of the kind " + kind);
                    }
                    return one.group(1) + "/" + id.orElse("none");
                });
    }

    // What a route cannot be asked without.
    private String needed(String route) {
        return route.endsWith("/loan-quote")
                ? "?amount=1.00&product_id=" + theirs.id("bank-products").orElse("none")
                : "";
    }

    private static String kind(String route, MatchResult parameter) {
        if (route.endsWith("/receipt")) {
            return "receipts"; // of people who are gone
        }
        return parameter.group(2).startsWith("student") ? "students" : parameter.group(1);
    }

    private void page(String way, String page) throws IOException {
        findings.tried(isExport(page) ? Part.EXPORTS : Part.PAGES, way);
        List<String> roles = who(way);
        if (roles.isEmpty()) {
            findings.gap(way + ": nobody at hand may open it");
        }
        for (String role : roles) {
            for (String id : theirs.ids()) {
                String asked =
                        page
                                + "?class="
                                + theirs.id("classes").orElseThrow()
                                + "&student="
                                + theirs.id("students").orElseThrow()
                                + "&account="
                                + theirs.id("accounts").orElseThrow()
                                + "&id="
                                + id;
                Told told = ours.ask(role, ours.host(), asked);
                judge(way, role, told, theirs.showsIn(text(told)));
            }
            door(way, role, page);
        }
    }

    private void judge(String way, String role, Told told, boolean shows) {
        if (shows) {
            findings.leak(way + " shows " + role + " what is another school's");
        } else if (told.status() >= 500) {
            findings.gap(way + " broke for " + role + " with " + told.status());
        }
    }

    // The token of one school at the door of the other.
    private void door(String way, String role, String path) throws IOException {
        Told told = ours.ask(role, theirs.host(), path);
        if (told.status() != NOT_THERE) {
            findings.leak(way + " lets " + role + " of another school in with " + told.status());
        }
    }

    private List<String> who(String way) {
        return ours.roles().stream().filter(role -> Permission.opens(way, Set.of(role))).toList();
    }

    private static boolean isExport(String path) {
        return path.matches(".*(\\.csv|\\.zip|/export|/statement)");
    }

    /** Returns the answer as text, of an archive the text of its files. */
    private static String text(Told told) throws IOException {
        if (!told.text().startsWith("PK")) {
            return told.text();
        }
        StringBuilder all = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(told.body()))) {
            while (zip.getNextEntry() != null) {
                all.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }
}
