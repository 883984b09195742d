package org.homeroom.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeroom.kernel.InBrowser;
import org.homeroom.kernel.Visitor;
import org.homeroom.kernel.Visitors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every page that somebody comes to by following links opens, has no findings of axe in either
 * theme, and does not scroll sideways on a phone. A page that is not named here, or is no longer
 * reached, is a finding as well.
 */
@ExtendWith(InBrowser.class)
class PageTourIT {

    private static final String PASSWORD = "demo-Teacher-1";

    /** Links of the page's own parts and navigation; downloads are no pages. */
    private static final String LINKS =
            """
            links => links
              .filter(link => link.origin === location.origin && !/[.]|^.(api|errors)/.test(link.pathname))
              .map(link => link.pathname + link.search)""";

    /**
     * Parameters that lead to another page of the same path, not to another part of the same page.
     */
    private static final Set<String> TELLING = Set.of("account", "id", "state");

    private static final Set<String> TEACHERS =
            Set.of(
                    "/attendance/board",
                    "/attendance/import",
                    "/attendance/marks",
                    "/attendance/month",
                    "/attendance/projector",
                    "/attendance/taps",
                    "/banking/bank",
                    "/banking/give",
                    "/banking/lending",
                    "/banking/loans",
                    "/banking/settings",
                    "/banking/templates",
                    "/economy/schedules",
                    "/economy/today",
                    "/identity/profile",
                    "/ledger/books",
                    "/ledger/day",
                    "/ledger/entries",
                    "/ledger/entry?id",
                    "/ledger/holds",
                    "/ledger/statement",
                    "/ledger/statement?account",
                    "/messaging/chat",
                    "/messaging/guests?id",
                    "/payroll/line?id",
                    "/payroll/pay",
                    "/payroll/run?id",
                    "/payroll/settings",
                    "/roster/badges",
                    "/roster/devices",
                    "/roster/family",
                    "/roster/import",
                    "/roster/roster");
    private static final Set<String> SCHOOL_ADMINS =
            Set.of(
                    "/audit/log",
                    "/identity/invitations",
                    "/identity/people",
                    "/identity/person?id",
                    "/payroll/schedule",
                    "/roster/oneroster");
    private static final Set<String> OPERATORS =
            Set.of(
                    "/economy/schedules",
                    "/operations/isolation",
                    "/operations/job?id",
                    "/operations/jobs",
                    "/payroll/schedule");

    @Test
    void strangers(Visitors people) {
        tour(people.atPlatform(), "platform", Set.of("/tenancy/schools", "/identity/sign-in"));
        tour(
                people.at("riverbend"),
                "school",
                Set.of("/identity/sign-in", "/identity/sign-in?state", "/roster/claim"));
    }

    @Test
    void student(Visitors people) {
        Visitor wanjiru = people.signedIn("wanjiru", "2468").live();
        tour(
                wanjiru,
                "student",
                Set.of(
                        "/economy/home",
                        "/economy/week",
                        "/ledger/statement?account",
                        "/messaging/chat"));
    }

    @Test
    void teacher(Visitors people) {
        Visitor okello = people.signedIn("okello", PASSWORD).live();
        tour(okello, "teacher", TEACHERS);
        for (String ofClass :
                List.of(
                        "/banking/settings",
                        "/banking/loans",
                        "/banking/lending",
                        "/banking/templates",
                        "/roster/devices")) {
            okello.open(ofClass);
            okello.reads("Period 1 · Maths 6");
        }
        okello.open("/payroll/pay");
        okello.button("Rehearse pay day").click();
        okello.standsAt("/payroll/run");
        okello.live();
        assertEquals(List.of(), okello.look("teacher-payroll-rehearsal"));
    }

    @Test
    void schoolAdmin(Visitors people) {
        Visitor principal = people.signedIn("principal", PASSWORD).live();
        // Class rooms are for those in them.
        Set<String> expected = new TreeSet<>(TEACHERS);
        expected.remove("/messaging/chat");
        expected.remove("/messaging/guests?id");
        expected.addAll(SCHOOL_ADMINS);
        tour(principal, "principal", expected, TEACHERS);
    }

    @Test
    void parent(Visitors people) {
        tour(
                people.signedIn("parent", PASSWORD),
                "parent",
                Set.of("/economy/children", "/ledger/statement?account", "/messaging/chat"),
                TEACHERS);
    }

    @Test
    void operator(Visitors people) {
        tour(
                people.atPlatform().signIn("operator", PASSWORD).live(),
                "operator",
                OPERATORS,
                union(TEACHERS, SCHOOL_ADMINS));
    }

    @Test
    void platformAdmin(Visitors people) {
        tour(
                people.atPlatform().signIn("admin", PASSWORD).live(),
                "admin",
                union(OPERATORS, SCHOOL_ADMINS),
                union(TEACHERS, SCHOOL_ADMINS, OPERATORS));
    }

    @SafeVarargs
    private static Set<String> union(Set<String>... sets) {
        return Stream.of(sets).flatMap(Set::stream).collect(Collectors.toSet());
    }

    private static void tour(Visitor visitor, String who, Set<String> expected) {
        tour(visitor, who, expected, Set.of());
    }

    /**
     * Follows links from the start page, one of each page, and looks at what they lead to.
     *
     * @param expected pages that must be reached
     * @param judged pages that somebody else's tour looks at closely
     */
    private static void tour(
            Visitor visitor, String who, Set<String> expected, Set<String> judged) {
        Set<String> seen = new TreeSet<>();
        List<String> findings = new ArrayList<>();
        // A list links to many pages of one name: only the first is opened.
        Set<String> met = new TreeSet<>();
        Deque<String> waiting = new ArrayDeque<>(List.of("/"));
        while (!waiting.isEmpty()) {
            Page page = visitor.page();
            visitor.open(waiting.pop());
            String name = name(page.url());
            if (seen.add(name)) {
                String picture = who + name.replaceAll("[/?]", "-");
                findings.addAll(
                        judged.contains(name) ? visitor.glance(picture) : visitor.look(picture));
                links(page).stream().filter(link -> met.add(name(link))).forEach(waiting::add);
            }
        }
        assertEquals("", String.join("\n", findings));
        assertTrue(seen.containsAll(expected), () -> "reached only " + seen);
    }

    @SuppressWarnings("unchecked") // What the script returns is a list of texts.
    private static List<String> links(Page page) {
        return (List<String>) page.evalOnSelectorAll("a[href]", LINKS);
    }

    private static String name(String address) {
        URI uri = URI.create(address);
        String telling =
                Stream.of(String.valueOf(uri.getRawQuery()).split("&"))
                        .map(parameter -> parameter.replaceFirst("=.*", ""))
                        .filter(TELLING::contains)
                        .collect(Collectors.joining("&"));
        return uri.getPath() + (telling.isEmpty() ? "" : "?" + telling);
    }
}
