package org.homeroom.shell;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.homeroom.identity.Roles;
import org.homeroom.tenancy.SchoolRef;

/** Where each kind of person may go. A page that does not exist has no entry. */
final class Navigation {

    private static final NavItem AUDIT =
            new NavItem("audit", "/audit/log", "pi-history", "nav.audit", false);
    private static final NavItem ROSTERS =
            new NavItem("oneroster", "/roster/oneroster", "pi-sync", "nav.rosters", false);
    private static final NavItem CHAT =
            new NavItem("chat", "/messaging/chat", "pi-comments", "nav.chat", true);
    private static final List<NavGroup> TEACHER =
            List.of(
                    new NavGroup(
                            "",
                            List.of(
                                    new NavItem(
                                            "today",
                                            "/economy/today",
                                            "pi-home",
                                            "nav.today",
                                            true))),
                    new NavGroup(
                            "nav.class",
                            List.of(
                                    new NavItem(
                                            "roster",
                                            "/roster/roster",
                                            "pi-users",
                                            "nav.roster",
                                            true),
                                    new NavItem(
                                            "attendance",
                                            "/attendance/board",
                                            "pi-clock",
                                            "nav.attendance",
                                            false),
                                    CHAT)),
                    new NavGroup(
                            "nav.economy",
                            List.of(
                                    new NavItem(
                                            "pay", "/payroll/pay", "pi-wallet", "nav.pay", true),
                                    new NavItem(
                                            "give", "/banking/give", "pi-star", "nav.give", false),
                                    new NavItem(
                                            "bank",
                                            "/banking/bank",
                                            "pi-building-columns",
                                            "nav.bank",
                                            false),
                                    new NavItem(
                                            "books",
                                            "/ledger/books",
                                            "pi-book",
                                            "nav.books",
                                            false),
                                    new NavItem(
                                            "settings",
                                            "/payroll/settings",
                                            "pi-cog",
                                            "nav.settings",
                                            false))));
    private static final List<NavGroup> STUDENT =
            List.of(
                    new NavGroup(
                            "",
                            List.of(
                                    new NavItem(
                                            "home", "/economy/home", "pi-home", "nav.home", true),
                                    new NavItem(
                                            "week",
                                            "/economy/week",
                                            "pi-calendar-clock",
                                            "nav.week",
                                            false))),
                    new NavGroup(
                            "nav.money",
                            List.of(
                                    new NavItem(
                                            "statement",
                                            "/ledger/statement",
                                            "pi-list",
                                            "nav.statement",
                                            true),
                                    new NavItem(
                                            "savings",
                                            "/banking/savings",
                                            "pi-building-columns",
                                            "nav.savings",
                                            true))),
                    new NavGroup("nav.my.class", List.of(CHAT)));

    private static final NavItem CHILDREN =
            new NavItem("children", "/economy/children", "pi-home", "nav.children", true);

    /** A class's device, whose page has no navigation. */
    private static final NavItem DEVICE =
            new NavItem("kiosk", "/roster/kiosk", "pi-tablet", "nav.home", true);

    /** What everybody finds for whom there are no pages of their own. */
    private static final List<NavGroup> ANYBODY =
            List.of(
                    new NavGroup(
                            "",
                            List.of(
                                    new NavItem(
                                            "welcome",
                                            "/shell/welcome",
                                            "pi-home",
                                            "nav.home",
                                            true),
                                    CHAT,
                                    new NavItem(
                                            "profile",
                                            "/identity/profile",
                                            "pi-user",
                                            "profile.open",
                                            true))));

    private static final NavItem SCHEDULE =
            new NavItem("schedule", "/payroll/schedule", "pi-money-bill", "nav.schedule", false);
    private static final NavGroup JOBS =
            new NavGroup(
                    "nav.platform",
                    List.of(
                            new NavItem("jobs", "/operations/jobs", "pi-server", "nav.jobs", true),
                            new NavItem(
                                    "isolation",
                                    "/operations/isolation",
                                    "pi-shield",
                                    "nav.isolation",
                                    false),
                            SCHEDULE,
                            AUDIT));
    private static final NavItem SCHOOLS =
            new NavItem("schools", "/tenancy/overview", "pi-building", "nav.schools", true);
    private static final NavItem PEOPLE =
            new NavItem("people", "/identity/people", "pi-id-card", "nav.people", true);
    private static final NavItem INVITATIONS =
            new NavItem(
                    "invitations", "/identity/invitations", "pi-send", "nav.invitations", false);

    private static final NavItem TEACHERS =
            new NavItem("teachers", "/roster/teachers", "pi-chart-bar", "nav.teachers", false);
    private static final NavItem CALENDAR =
            new NavItem("calendar", "/tenancy/calendar", "pi-calendar", "nav.calendar", false);
    private static final NavItem BRAND =
            new NavItem("brand", "/tenancy/brand", "pi-palette", "nav.brand", false);

    /** What the district's administrators find at the district's own address. */
    private static final List<NavGroup> DISTRICT =
            List.of(new NavGroup("", List.of(SCHOOLS, PEOPLE, INVITATIONS, ROSTERS)), JOBS);

    /** What they find at the address of a school. */
    private static final List<NavGroup> VISITING =
            List.of(
                    new NavGroup(
                            "nav.school",
                            List.of(PEOPLE, TEACHERS, INVITATIONS, ROSTERS, CALENDAR, BRAND)),
                    JOBS);

    private static final List<NavGroup> SCHOOL_ADMIN =
            Stream.concat(
                            // They are in no class's room, and nobody reads there unseen.
                            TEACHER.stream().map(group -> group.without(CHAT)),
                            Stream.of(
                                    new NavGroup(
                                            "nav.school",
                                            List.of(
                                                    // A phone's bar is full with the class.
                                                    new NavItem(
                                                            PEOPLE.key(),
                                                            PEOPLE.href(),
                                                            PEOPLE.icon(),
                                                            PEOPLE.label(),
                                                            false),
                                                    TEACHERS,
                                                    INVITATIONS,
                                                    ROSTERS,
                                                    SCHEDULE,
                                                    CALENDAR,
                                                    BRAND,
                                                    AUDIT))))
                    .toList();

    /** The strongest role first: it decides the home and the navigation. */
    private static final List<String> STRONGEST_FIRST =
            List.of(
                    Roles.OPERATOR,
                    Roles.PLATFORM_ADMIN,
                    Roles.DISTRICT_ADMIN,
                    Roles.TEACHER,
                    Roles.SCHOOL_ADMIN,
                    Roles.STUDENT,
                    Roles.DEMONSTRATION_STUDENT,
                    Roles.STAFF,
                    Roles.PARTNER,
                    Roles.PARENT,
                    Roles.GUEST,
                    Roles.KIOSK);

    private static final Set<String> ADMINISTRATORS =
            Set.of(Roles.PLATFORM_ADMIN, Roles.DISTRICT_ADMIN);

    private static final Map<String, List<NavGroup>> BY_ROLE =
            Map.of(
                    Roles.OPERATOR,
                    List.of(JOBS),
                    Roles.PLATFORM_ADMIN,
                    VISITING,
                    Roles.DISTRICT_ADMIN,
                    VISITING,
                    Roles.TEACHER,
                    TEACHER,
                    Roles.SCHOOL_ADMIN,
                    SCHOOL_ADMIN,
                    Roles.STUDENT,
                    STUDENT,
                    Roles.DEMONSTRATION_STUDENT,
                    STUDENT,
                    Roles.GUEST,
                    List.of(new NavGroup("", List.of(CHAT))),
                    Roles.KIOSK,
                    List.of(new NavGroup("", List.of(DEVICE))),
                    Roles.PARENT,
                    List.of(new NavGroup("", List.of(CHILDREN, CHAT))));

    private Navigation() {}

    /** Returns the role that decides; staff for somebody without any. */
    static String leadingRole(Set<String> roles) {
        return STRONGEST_FIRST.stream().filter(roles::contains).findFirst().orElse(Roles.STAFF);
    }

    /** Returns the entries at the place, without what the roles may not open. */
    static List<NavGroup> of(Set<String> roles, SchoolRef place) {
        String role = leadingRole(roles);
        boolean overSchools = place != null && place.isDistrict() && ADMINISTRATORS.contains(role);
        List<NavGroup> all = overSchools ? DISTRICT : BY_ROLE.getOrDefault(role, ANYBODY);
        return Stream.concat(all.stream(), family(roles, role))
                .map(group -> group.within(place).openTo(roles, place))
                .filter(group -> !group.items().isEmpty())
                .toList();
    }

    // Teachers and staff may have children at the school too.
    private static Stream<NavGroup> family(Set<String> roles, String leading) {
        boolean also = roles.contains(Roles.PARENT) && !leading.equals(Roles.PARENT);
        return also ? Stream.of(new NavGroup("", List.of(CHILDREN))) : Stream.empty();
    }

    /** Returns the page that a person sees first. */
    static String home(Set<String> roles, SchoolRef place) {
        return of(roles, place).stream()
                .map(group -> group.items().get(0).href())
                .findFirst()
                .orElse("/shell/welcome");
    }
}
