package org.homeroom.identity;

import static org.homeroom.identity.Roles.DEMONSTRATION_STUDENT;
import static org.homeroom.identity.Roles.DISTRICT_ADMIN;
import static org.homeroom.identity.Roles.GUEST;
import static org.homeroom.identity.Roles.KIOSK;
import static org.homeroom.identity.Roles.OPERATOR;
import static org.homeroom.identity.Roles.PARENT;
import static org.homeroom.identity.Roles.PARTNER;
import static org.homeroom.identity.Roles.PLATFORM_ADMIN;
import static org.homeroom.identity.Roles.SCHOOL_ADMIN;
import static org.homeroom.identity.Roles.STAFF;
import static org.homeroom.identity.Roles.STUDENT;
import static org.homeroom.identity.Roles.TEACHER;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The one table of who may what (tenancy.md section 4, learning.md section 1): each right with its
 * roles and every way to it. A way is {@code GET /classes/{id}} and the like for the REST
 * interface, {@code PAGE /payroll/run}, {@code SOCKET /ws/live} or {@code JOB ledger-prove}. What
 * has no row here is closed to everybody. That the thing asked for is the person's own (a teacher's
 * class, a student's account) is decided by the services, which say "not found" otherwise.
 */
public enum Permission {
    /** Open to strangers: the doors themselves, and what the interface says of itself. */
    DOOR(
            Set.copyOf(Roles.ALL),
            "GET /asyncapi.json",
            "GET /openapi.json",
            "GET /recoveries/{token}",
            "PAGE /errors/broken",
            "PAGE /errors/expired",
            "PAGE /errors/forbidden",
            "PAGE /errors/missing",
            "PAGE /errors/wrong",
            "PAGE /identity/arrive",
            "PAGE /identity/invitation",
            "PAGE /identity/provider",
            "PAGE /identity/reset",
            "PAGE /identity/sign-in",
            "PAGE /messaging/guest",
            "PAGE /roster/child",
            "PAGE /roster/claim",
            "PAGE /roster/recovery",
            "PAGE /tenancy/brand.css",
            "PAGE /tenancy/logo",
            "PAGE /tenancy/schools",
            "POST /auth/login",
            "POST /auth/passkeys/options",
            "POST /auth/refresh",
            "POST /claims",
            "POST /claims/{id}/credentials",
            "POST /guardians",
            "POST /invitations/{token}/accept",
            "POST /invitations/{token}/decline",
            "POST /recoveries",
            "POST /recoveries/{token}/codes",
            "POST /recoveries/{token}/factor",
            "POST /recoveries/{token}/progress"),

    /** To know who one is here, and to leave. */
    PRESENCE(
            Set.copyOf(Roles.ALL),
            "GET /me",
            "PAGE /shell/welcome",
            "PATCH /me",
            "POST /auth/logout"),

    /** To be told what happens, while it happens. */
    LIVE(Who.PEOPLE, "POST /ws-tickets", "SOCKET /ws/live"),

    /** {@code profile.*}: one's own proofs and devices. */
    PROFILE(
            Who.STAYING,
            "DELETE /auth/devices/{id}",
            "GET /auth/devices",
            "GET /auth/devices/{id}",
            "PAGE /identity/profile",
            "PAGE /identity/prove",
            "POST /auth/proof"),

    /** Second factors and passkeys of those who sign in with a password. */
    FACTORS(
            Who.ADULTS,
            "DELETE /auth/passkeys/{id}",
            "DELETE /auth/totp",
            "GET /auth/passkeys",
            "GET /auth/totp",
            "PATCH /auth/passkeys/{id}",
            "POST /auth/passkeys",
            "POST /auth/totp/confirm",
            "POST /auth/totp/enroll",
            "POST /auth/totp/recovery-codes"),

    /** One's accounts at other schools, and the way over to them. */
    MEMBERSHIP(
            Set.of(PARENT, PARTNER, STAFF, TEACHER, SCHOOL_ADMIN),
            "DELETE /memberships/{id}",
            "GET /memberships",
            "PAGE /identity/schools",
            "POST /memberships",
            "POST /memberships/{id}/hand-over"),

    /** {@code communication}: reading and writing in one's own conversations. */
    TALK(
            Set.of(STUDENT, PARENT, STAFF, TEACHER, SCHOOL_ADMIN, PLATFORM_ADMIN, GUEST),
            "GET /conversations",
            "GET /conversations/{id}/messages",
            "PAGE /messaging/chat",
            "POST /conversations/{id}/messages"),

    /** To let guests into a conversation of one's own. */
    GUESTS(
            Set.of(STAFF, TEACHER, SCHOOL_ADMIN, PLATFORM_ADMIN),
            "DELETE /conversations/{id}/guests/{guest}",
            "GET /conversations/{id}/guests",
            "PAGE /messaging/guests",
            "POST /conversations/{id}/guests"),

    /** To see the classes one belongs to, and what is one's own in them. */
    CLASS_SEE(
            Who.IN_CLASSES,
            "GET /classes",
            "GET /classes/{id}/accounts",
            "GET /classes/{id}/bank-products",
            "GET /classes/{id}/bank-settings",
            "GET /classes/{id}/certificates",
            "GET /classes/{id}/lending",
            "GET /classes/{id}/loans",
            "GET /classes/{id}/pay-settings",
            "GET /loans/{id}",
            "PAGE /banking/loan"),

    /** {@code fees.read}: accounts of one's own, of one's child and of the classes one runs. */
    ACCOUNT_SEE(
            Who.and(Who.IN_CLASSES, PARENT),
            "GET /accounts/{id}",
            "GET /accounts/{id}/entries",
            "GET /accounts/{id}/statement",
            "GET /accounts/{id}/statement.csv",
            "GET /accounts/{id}/statement.pdf",
            "GET /accounts/{id}/why",
            "GET /pay-runs/{id}/lines/{student_id}",
            "PAGE /ledger/statement",
            "PAGE /payroll/line"),

    /** {@code child.read}: how one's children fare. */
    CHILD_SEE(Set.of(PARENT), "GET /children", "PAGE /economy/children"),

    /** To follow one more child, with a code from school. */
    CHILD_FOLLOW(Set.of(PARENT, STAFF, TEACHER, SCHOOL_ADMIN), "POST /guardians/me/children"),

    /** To come and go, and to move one's own money. */
    CLASS_ATTEND(
            Set.of(STUDENT, DEMONSTRATION_STUDENT),
            "GET /classes/{id}/loan-quote",
            "PAGE /banking/borrow",
            "PAGE /banking/savings",
            "PAGE /economy/home",
            "PAGE /economy/week",
            "POST /certificates/{id}/end",
            "POST /classes/{id}/certificates",
            "POST /classes/{id}/loans",
            "POST /classes/{id}/taps",
            "POST /loans/{id}/payoff",
            "POST /transfers"),

    /** To help one's teacher back in. */
    RECOVERY_HELP(
            Set.of(STUDENT),
            "GET /recovery-requests",
            "PAGE /roster/help",
            "POST /recovery-requests/{id}/code",
            "POST /recovery-requests/{id}/dismiss"),

    /** To prepare for the day on which every way in is lost. */
    RECOVERY_SETUP(
            Set.of(TEACHER),
            "DELETE /recovery-setup",
            "DELETE /recovery-setup/request",
            "GET /recovery-setup",
            "PAGE /roster/recovery-setup",
            "PUT /recovery-setup"),

    /** To wish a class or one's account closed. */
    CLOSING_ASK(Set.of(TEACHER), "PAGE /roster/closing", "POST /deletion-requests"),

    /** To see such wishes, and to end them. */
    CLOSING_SEE(
            Who.and(Who.ADMINISTRATORS, TEACHER),
            "GET /deletion-requests",
            "PATCH /deletion-requests/{id}"),

    /** To count teachers and their students, and to close what may be closed. */
    CLOSING(
            Who.ADMINISTRATORS,
            "GET /closings",
            "GET /teachers",
            "GET /teachers/counts",
            "PAGE /roster/teachers",
            "POST /closings"),

    /** To open a class, which is then one's own, from the first day on. */
    CLASS_OPEN(
            Set.of(TEACHER),
            "GET /onboarding",
            "PAGE /economy/start",
            "PATCH /onboarding",
            "POST /classes"),

    /** {@code classes.*}: to run a class. */
    CLASS_RUN(
            Who.RUNNING,
            "DELETE /classes/{id}/seats/{seat}",
            "GET /bank-runs/{id}",
            "GET /classes/{id}",
            "GET /classes/{id}/asleep",
            "GET /classes/{id}/attendance",
            "GET /classes/{id}/attendance.csv",
            "GET /classes/{id}/awards",
            "GET /classes/{id}/bonus-runs",
            "GET /classes/{id}/books",
            "GET /classes/{id}/books.csv",
            "GET /classes/{id}/closed-periods",
            "GET /classes/{id}/day-reversal",
            "GET /classes/{id}/due-runs",
            "GET /classes/{id}/entries.csv",
            "GET /classes/{id}/holds",
            "GET /classes/{id}/interest-runs",
            "GET /classes/{id}/pay-runs",
            "GET /classes/{id}/pay-students.csv",
            "GET /classes/{id}/seats",
            "GET /classes/{id}/students.csv",
            "GET /classes/{id}/corrections",
            "GET /classes/{id}/marks",
            "GET /classes/{id}/kiosk-refusals",
            "GET /classes/{id}/taps",
            "GET /classes/{id}/taps.csv",
            "GET /classes/{id}/tapping",
            "GET /pay-runs/{id}",
            "GET /pay-runs/{id}/lines.csv",
            "GET /roster-imports/{id}",
            "GET /tap-imports/{id}",
            "GET /untaken-marks",
            "PAGE /attendance/board",
            "PAGE /attendance/marks",
            "PAGE /attendance/month",
            "PAGE /attendance/projector",
            "PAGE /attendance/taps",
            "PAGE /attendance/import",
            "PAGE /attendance/template.csv",
            "PAGE /banking/award",
            "PAGE /banking/bank",
            "PAGE /banking/give",
            "PAGE /banking/lending",
            "PAGE /banking/loans",
            "PAGE /banking/run",
            "PAGE /banking/settings",
            "PAGE /banking/templates",
            "PAGE /economy/today",
            "PAGE /ledger/books",
            "PAGE /ledger/day",
            "PAGE /ledger/entries",
            "PAGE /ledger/entry",
            "PAGE /ledger/holds",
            "PAGE /payroll/pay",
            "PAGE /payroll/run",
            "PAGE /payroll/settings",
            "PAGE /roster/import",
            "PAGE /roster/roster",
            "PAGE /roster/seat",
            "PAGE /roster/template.csv",
            "PATCH /bank-products/{id}",
            "PATCH /classes/{id}",
            "PATCH /classes/{id}/seats/{seat}",
            "POST /bank-runs/{id}/commit",
            "POST /bank-runs/{id}/reverse",
            "POST /classes/{id}/asleep/{student}/wake",
            "POST /classes/{id}/attendance/tap-out",
            "POST /classes/{id}/award-rehearsals",
            "POST /classes/{id}/awards/{act}/reverse",
            "POST /classes/{id}/bank-products",
            "POST /classes/{id}/bonus-runs",
            "POST /classes/{id}/closed-periods",
            "POST /classes/{id}/day-reversal",
            "POST /classes/{id}/due-runs",
            "POST /classes/{id}/fines",
            "POST /classes/{id}/holds",
            "POST /classes/{id}/interest-runs",
            "POST /classes/{id}/pay-runs",
            "POST /classes/{id}/payments",
            "POST /classes/{id}/rewards",
            "POST /classes/{id}/roster",
            "POST /classes/{id}/corrections",
            "POST /classes/{id}/marks",
            "POST /classes/{id}/taps/import",
            "POST /entries/{id}/reverse",
            "POST /holds/{id}/capture",
            "POST /holds/{id}/release",
            "POST /loans/{id}/decision",
            "POST /loans/{id}/write-off",
            "POST /pay-runs/{id}/commit",
            "POST /pay-runs/{id}/reverse",
            "PUT /classes/{id}/bank-settings",
            "PUT /classes/{id}/lending",
            "PUT /classes/{id}/pay-settings",
            "PUT /classes/{id}/tapping"),

    /**
     * To say who follows the students of a class, to give them badges, and devices to the class.
     */
    CLASS_PEOPLE(
            Set.of(TEACHER, SCHOOL_ADMIN, PLATFORM_ADMIN),
            "DELETE /classes/{id}/badges/{student}",
            "DELETE /classes/{id}/devices/{device}",
            "DELETE /classes/{id}/students/{student}/family/codes/{code}",
            "DELETE /classes/{id}/students/{student}/family/{guardian}",
            "GET /classes/{id}/badges",
            "GET /classes/{id}/devices",
            "GET /classes/{id}/students/{student}/family",
            "PAGE /roster/badges",
            "PATCH /classes/{id}/students/{student}/family/{guardian}",
            "PAGE /roster/devices",
            "PAGE /roster/family",
            "POST /classes/{id}/badges",
            "POST /classes/{id}/students/{student}/family/codes",
            "POST /kiosk/devices"),

    /** To be a student of a class like one's own for ten minutes. */
    TRY_OUT(
            Set.of(TEACHER),
            "DELETE /try-out",
            "GET /try-out",
            "PAGE /tryout/begin",
            "POST /try-out",
            "POST /try-out/hand-over"),

    /** To stand on a wall, let students in and take their taps. */
    CLASS_SERVE(
            Set.of(KIOSK),
            "GET /kiosk",
            "PAGE /attendance/kiosk",
            "PAGE /attendance/kiosk-worker.js",
            "PAGE /attendance/kiosk.webmanifest",
            "PAGE /roster/kiosk",
            "POST /kiosk/batches",
            "PUT /kiosk/key"),

    /** {@code reports}: the books of the whole school. */
    BOOKS(
            Set.of(SCHOOL_ADMIN, PLATFORM_ADMIN, OPERATOR),
            "GET /ledger/proof",
            "GET /ledger/trial-balance"),

    /** When whole schools are paid. */
    PAY_DAYS(
            Set.of(SCHOOL_ADMIN, DISTRICT_ADMIN, PLATFORM_ADMIN, OPERATOR),
            "GET /pay-days",
            "GET /pay-schedule",
            "PAGE /payroll/schedule",
            "PUT /pay-schedule"),

    /** What runs by itself: one's own classes, or all. */
    SCHEDULES(
            Who.and(Who.RUNNING, DISTRICT_ADMIN),
            "DELETE /schedules/{id}",
            "GET /schedules",
            "PAGE /economy/schedules",
            "PATCH /schedules/{id}",
            "POST /schedules"),

    /** To open the books of a period again that was closed. */
    BOOKS_REOPEN(Set.of(SCHOOL_ADMIN, PLATFORM_ADMIN), "POST /closed-periods/{id}/reopen"),

    /** {@code users.*}: the people of a school, or of the district at its own address. */
    PEOPLE(
            Who.ADMINISTRATORS,
            "DELETE /invitations/{id}",
            "DELETE /users/{id}",
            "DELETE /users/{id}/totp",
            "GET /invitations",
            "GET /invitations/stats",
            "GET /users",
            "GET /users/{id}",
            "GET /users/{id}/disclosures",
            "GET /users/{id}/receipt",
            "PAGE /identity/invitations",
            "PAGE /identity/people",
            "PAGE /identity/person",
            "PAGE /identity/template.csv",
            "PATCH /users/{id}",
            "POST /invitations",
            "POST /invitations/list",
            "POST /invitations/{id}/resend",
            "POST /users",
            "POST /users/{id}/disable",
            "POST /users/{id}/enable",
            "POST /users/{id}/reset",
            "POST /users/{id}/sign-out"),

    /** How the students of a school come in. */
    STUDENT_DOOR(
            Set.of(SCHOOL_ADMIN, PLATFORM_ADMIN),
            "GET /pin-rule",
            "PAGE /identity/pins",
            "PUT /pin-rule"),

    /** To know when there is school. */
    CALENDAR_SEE(Who.PEOPLE, "GET /calendar", "GET /calendar/day"),

    /** {@code school.*}: what a school decides for itself. */
    OWN_SCHOOL(
            Who.ADMINISTRATORS,
            "DELETE /calendar/spans/{id}",
            "DELETE /school/brand/logo",
            "DELETE /school/domain",
            "GET /school/brand",
            "GET /school/domain",
            "PAGE /tenancy/brand",
            "PAGE /tenancy/calendar",
            "PAGE /tenancy/domain",
            "POST /calendar/proposals",
            "POST /calendar/spans",
            "POST /school/domain/check",
            "POST /school/domain/verify",
            "PUT /calendar",
            "PUT /school/brand",
            "PUT /school/brand/logo",
            "PUT /school/domain"),

    /** Lists of people and classes from other systems. */
    ROSTERS(
            Who.ADMINISTRATORS,
            "GET /rosters",
            "GET /rosters/export",
            "GET /rosters/{id}",
            "PAGE /roster/delivery",
            "PAGE /roster/oneroster",
            "PAGE /roster/oneroster.zip",
            "POST /rosters",
            "POST /rosters/{id}/apply"),

    /** Who did what. */
    AUDIT(
            Set.of(SCHOOL_ADMIN, DISTRICT_ADMIN, PLATFORM_ADMIN, OPERATOR),
            "GET /audit",
            "GET /audit/entries.csv",
            "GET /audit/proof",
            "PAGE /audit/log"),

    /** The district's schools, at the district's own address. */
    SCHOOLS(
            Set.of(DISTRICT_ADMIN, PLATFORM_ADMIN),
            "GET /schools",
            "GET /schools/{id}",
            "PAGE /tenancy/add",
            "PAGE /tenancy/overview",
            "PAGE /tenancy/school",
            "PATCH /schools/{id}",
            "POST /schools",
            "POST /schools/{id}/reactivate",
            "POST /schools/{id}/suspend"),

    /** What runs in the background. */
    JOBS(
            Set.of(OPERATOR, PLATFORM_ADMIN),
            "GET /jobs",
            "GET /jobs/executions",
            "GET /jobs/executions/{id}",
            "JOB interest-run",
            "JOB ledger-prove",
            "JOB payroll-pay-run",
            "JOB pii-rotation",
            "JOB roster-apply",
            "PAGE /operations/job",
            "PAGE /operations/jobs",
            "POST /jobs/executions/{id}/restart",
            "POST /jobs/executions/{id}/stop",
            "POST /jobs/{name}/executions"),

    /** To try whether schools are apart, at the district's own address. */
    ISOLATION(
            Set.of(OPERATOR, DISTRICT_ADMIN, PLATFORM_ADMIN),
            "GET /isolation-reports",
            "GET /isolation-reports/{id}",
            "GET /isolation-reports/{id}/report.txt",
            "JOB isolation-report",
            "PAGE /operations/isolation",
            "POST /isolation-reports");

    private static final Map<String, Permission> BY_WAY = byWay();

    private final Set<String> roles;
    private final List<String> ways;

    Permission(Set<String> roles, String... ways) {
        this.roles = roles;
        this.ways = List.of(ways);
    }

    /** Returns the right that the way needs; empty when nobody may go there. */
    public static Optional<Permission> of(String way) {
        return Optional.ofNullable(BY_WAY.get(way));
    }

    /** Returns every way there is, in the order of the table. */
    public static Collection<String> allWays() {
        return BY_WAY.keySet();
    }

    /** Returns the way of the table that an address belongs to, such as {@code GET /users/7}. */
    public static Optional<String> matching(String address) {
        return BY_WAY.keySet().stream()
                .filter(
                        way ->
                                address.matches(
                                        way.replace(".", "\\.").replaceAll("\\{\\w+}", "[^/]+")))
                .min(Comparator.comparing(way -> way.chars().filter(sign -> sign == '{').count()));
    }

    /** Tells whether somebody with these roles may go the way. */
    public static boolean opens(String way, Set<String> roles) {
        return of(way).filter(right -> right.isGivenTo(roles)).isPresent();
    }

    /** Tells whether strangers may go the way. */
    public static boolean isOpen(String way) {
        return BY_WAY.get(way) == DOOR;
    }

    /** Tells whether one of the roles has the right. */
    public boolean isGivenTo(Set<String> some) {
        return some.stream().anyMatch(roles::contains);
    }

    /** Returns the roles that have the right. */
    public Set<String> roles() {
        return roles;
    }

    /** Returns the ways to it. */
    public List<String> ways() {
        return ways;
    }

    /** Tells whether it is about the district as a whole, and good at its own address alone. */
    public boolean isOfDistrict() {
        return this == SCHOOLS || this == ISOLATION;
    }

    private static Map<String, Permission> byWay() {
        Map<String, Permission> found = new LinkedHashMap<>();
        for (Permission right : values()) {
            for (String way : right.ways) {
                if (found.put(way, right) != null) {
                    throw new IllegalStateException(way + " stands in the table twice");
                }
            }
        }
        return found;
    }

    // Constants of an enum are made before its own fields.
    private static final class Who {

        private static final Set<String> ADMINISTRATORS =
                Set.of(SCHOOL_ADMIN, DISTRICT_ADMIN, PLATFORM_ADMIN);
        private static final Set<String> RUNNING =
                Set.of(TEACHER, SCHOOL_ADMIN, PLATFORM_ADMIN, OPERATOR);
        private static final Set<String> IN_CLASSES =
                Set.of(
                        STUDENT,
                        DEMONSTRATION_STUDENT,
                        TEACHER,
                        SCHOOL_ADMIN,
                        PLATFORM_ADMIN,
                        OPERATOR);
        private static final Set<String> ADULTS =
                Set.of(
                        PARENT,
                        PARTNER,
                        STAFF,
                        TEACHER,
                        SCHOOL_ADMIN,
                        OPERATOR,
                        DISTRICT_ADMIN,
                        PLATFORM_ADMIN);
        private static final Set<String> STAYING = and(ADULTS, STUDENT);
        private static final Set<String> PEOPLE = and(STAYING, GUEST, DEMONSTRATION_STUDENT);

        private static Set<String> and(Set<String> some, String... more) {
            Set<String> all = new HashSet<>(some);
            all.addAll(List.of(more));
            return Set.copyOf(all);
        }
    }
}
