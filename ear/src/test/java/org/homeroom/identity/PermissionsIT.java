package org.homeroom.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeroom.kernel.Answer;
import org.homeroom.kernel.Client;
import org.homeroom.kernel.Description;
import org.homeroom.realtime.LiveSocket;
import org.homeroom.tenancy.RiverbendThings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The running server does what the table of permissions says: every route, page, socket and job,
 * for every role, at home and at another school. What exists comes from the server and the sources,
 * so that something new without a row fails here. Every refusal on the way stands in the audit.
 */
class PermissionsIT {

    private static final String OURS = "lakeside";
    private static final String THEIRS = "riverbend";
    private static final String NOT_FOR_YOU =
            "Your role does not allow this. Ask someone whose role does.";
    private static final Set<String> PROOF_FIRST =
            Set.of(
                    "POST /claims/{id}/credentials",
                    "POST /classes/{id}/taps",
                    "DELETE /auth/passkeys/{id}");
    private static final Path PAGES = Path.of("../web/src/main/webapp");
    private static final Path JOBS = Path.of("../batch/src/main/resources/META-INF/batch-jobs");
    private static final Map<String, String> HOMES =
            Map.ofEntries(
                    Map.entry(Roles.KIOSK, "/roster/kiosk"),
                    Map.entry(Roles.GUEST, "/messaging/chat"),
                    Map.entry(Roles.DEMONSTRATION_STUDENT, "/economy/home"),
                    Map.entry(Roles.STUDENT, "/economy/home"),
                    Map.entry(Roles.PARENT, "/economy/children"),
                    Map.entry(Roles.PARTNER, "/shell/welcome"),
                    Map.entry(Roles.STAFF, "/shell/welcome"),
                    Map.entry(Roles.TEACHER, "/economy/today"),
                    Map.entry(Roles.SCHOOL_ADMIN, "/economy/today"),
                    Map.entry(Roles.OPERATOR, "/operations/jobs"),
                    Map.entry(Roles.DISTRICT_ADMIN, "/identity/people"),
                    Map.entry(Roles.PLATFORM_ADMIN, "/identity/people"));

    private static final Map<String, String> NAMES = new LinkedHashMap<>();
    private static final Map<String, Client> PEOPLE = new LinkedHashMap<>();

    /** What was refused, by the request's number, in the audit of each school. */
    private static final Map<String, Map<String, String>> REFUSED = new ConcurrentHashMap<>();

    private static RiverbendThings things;

    @BeforeAll
    static void meet() throws Exception {
        things = RiverbendThings.gather();
        for (String role : Roles.ALL) {
            String name = RolePeople.make(role);
            NAMES.put(role, name);
            PEOPLE.put(role, RolePeople.signIn(OURS, name));
        }
    }

    @Test
    void everythingThereIsHasARowAndNothingElse() throws IOException {
        Set<String> there = new TreeSet<>(Description.get().operations());
        there.addAll(pages());
        there.addAll(downloads());
        there.addAll(jobs());
        there.add("SOCKET /ws/live");

        assertEquals(there, new TreeSet<>(Permission.allWays()));
    }

    static List<String> routes() {
        return Description.get().operations();
    }

    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @MethodSource("routes")
    void aRouteAnswersTheRolesOfItsRowAlone(String route) {
        String absent = route.contains("executions/{id}") ? "999999999" : UUID.randomUUID() + "";
        for (String role : Roles.ALL) {
            Client person = fresh(role, route);
            boolean open = isOpen(route, role);

            judge(route, role, open, RiverbendThings.ask(person, route, absent));
            if (route.contains("{id}") && !isForTheDistrict(route)) {
                Answer theirs = RiverbendThings.ask(person, route, things.idFor(route));
                judge(route, role, open, theirs);
                // Claims are open to whoever knows the number; two ask for a proof first.
                if (open && !PROOF_FIRST.contains(route)) {
                    assertEquals(404, theirs.status(), role + ": " + theirs);
                }
            }
        }
    }

    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @MethodSource("routes")
    void aRouteAsksStrangersToSignIn(String route) {
        Answer answer =
                RiverbendThings.ask(
                        Client.at(OURS + ".localhost"), route, UUID.randomUUID().toString());

        assertEquals(Permission.isOpen(route), isDeclaredOpen(route), route);
        if (Permission.isOpen(route)) {
            assertNotEquals(403, answer.status(), answer::toString);
        } else {
            answer.refused(401, "AUTHENTICATION_ERROR");
        }
    }

    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @MethodSource("routes")
    void aRouteOfAnotherSchoolAnswersNobody(String route) {
        for (String role : ofASchool()) {
            Client there = PEOPLE.get(role).movedTo(THEIRS + ".localhost");

            Answer answer = RiverbendThings.ask(there, route, UUID.randomUUID().toString());

            answer.refused(403, "TENANT_ACCESS_DENIED");
            refused(THEIRS, answer, route);
        }
    }

    static Stream<String> pageWays() throws IOException {
        return Stream.concat(pages().stream(), downloads().stream());
    }

    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @MethodSource("pageWays")
    void aPageOpensForTheRolesOfItsRowAlone(String way) {
        String page = way.substring("PAGE ".length());
        for (String role : Roles.ALL) {
            Answer answer = PEOPLE.get(role).page(page);

            if (isOpen(way, role)) {
                assertFalse(answer.status() == 403 || answer.status() >= 500, role + ": " + answer);
            } else {
                assertEquals(403, answer.status(), () -> role + ": " + answer.to());
                refused(OURS, answer, way);
            }
        }
        Answer elsewhere = PEOPLE.get(Roles.TEACHER).movedTo(THEIRS + ".localhost").page(page);
        assertEquals(403, elsewhere.status());
        refused(THEIRS, elsewhere, way);
        Answer stranger = Client.at(OURS + ".localhost").page(page);
        boolean sentAway = stranger.header("Location").contains("/identity/sign-in?next=");
        assertEquals(!Permission.isOpen(way), sentAway, stranger::to);
    }

    @Test
    void aPageThatDoesNotExistIsNotFound() {
        assertEquals(404, PEOPLE.get(Roles.TEACHER).page("/payroll/treasure").status());
        assertEquals(404, PEOPLE.get(Roles.TEACHER).page("/resources/css/homeroom.css").status());
    }

    @Test
    void everybodyHasAHome() {
        assertEquals(
                HOMES.keySet(), Set.copyOf(Roles.ALL), "somebody's home page is not named here");
        HOMES.forEach(
                (role, home) -> {
                    String led = PEOPLE.get(role).page("/").header("Location");
                    assertEquals(home, led.replaceFirst("http://[^/]+", ""), role);
                    Answer page = PEOPLE.get(role).page(home);
                    // A teacher without students is led on to the steps of the first day.
                    boolean first = page.header("Location").endsWith("/economy/start");
                    assertEquals(role.equals(Roles.TEACHER), first, page::toString);
                    assertEquals(first ? 302 : 200, page.status(), role);
                });
    }

    @Test
    void theSocketOpensForTheRolesOfItsRowAlone() throws Exception {
        String way = "SOCKET /ws/live";
        for (String role : Roles.ALL) {
            Map<String, String> bearing =
                    Map.of("Authorization", PEOPLE.get(role).header("Authorization"));
            if (isOpen(way, role)) {
                try (LiveSocket live = LiveSocket.open(OURS + ".localhost", "", bearing)) {
                    live.next("hello");
                }
            } else {
                assertTrue(isTurnedAway(OURS, bearing), role);
            }
            if (ofASchool().contains(role)) {
                assertTrue(isTurnedAway(THEIRS, bearing), role);
            }
        }
    }

    @Test
    void aJobStartsForTheRolesOfItsRowAlone() {
        for (String job : jobs()) {
            String start = "/jobs/" + job.substring("JOB ".length()) + "/executions";
            for (String role : Roles.ALL) {
                // No parameters: who may start it is told which are missing.
                Answer answer = PEOPLE.get(role).post(start, Map.of());
                judge("POST /jobs/{name}/executions", role, isOpen(job, role), answer);
            }
        }
    }

    @AfterAll
    static void everyRefusalStandsInTheAudit() {
        assertFalse(REFUSED.isEmpty());
        REFUSED.forEach(
                (school, refused) -> {
                    Map<String, JsonNode> written = audit(school);
                    System.Logger log = System.getLogger(PermissionsIT.class.getName());
                    log.log(
                            System.Logger.Level.INFO,
                            "{0} refusals at {1}, all in the audit",
                            refused.size(),
                            school);
                    refused.forEach(
                            (request, way) -> {
                                JsonNode entry = written.get(request);
                                assertTrue(entry != null, way + " of " + request);
                                assertEquals(way, entry.get("subject").asText());
                                assertFalse(entry.get("actor").isNull());
                                assertTrue(entry.get("ip").isNull());
                                assertTrue(entry.get("before").isNull());
                                assertEquals(
                                        List.of("code", "roles"),
                                        Description.names(entry.get("after")).sorted().toList());
                            });
                });
    }

    private static Map<String, JsonNode> audit(String school) {
        Client reader = Client.signIn(school, "admin", "demo-Teacher-1");
        Map<String, JsonNode> found = new TreeMap<>();
        String next = "0";
        while (next != null) {
            Answer part = reader.get("/audit?action=access.denied&limit=500&after=" + next);
            part.ok(200).forEach(entry -> found.put(entry.get("request_id").asText(), entry));
            JsonNode more = part.body().at("/meta/next");
            next = more.isTextual() ? more.asText() : null;
        }
        return found;
    }

    private static void judge(String route, String role, boolean open, Answer answer) {
        if (open) {
            boolean forWantOfARole =
                    answer.status() == 403
                            && answer.body().at("/error/message").asText().equals(NOT_FOR_YOU);
            assertFalse(forWantOfARole || answer.status() >= 500, role + ": " + answer);
            if (!Permission.isOpen(route)) {
                assertNotEquals(401, answer.status(), role + ": " + answer);
            }
        } else {
            assertEquals(403, answer.status(), role + ": " + answer);
            answer.refused(403, "AUTHORIZATION_ERROR");
            refused(OURS, answer, route);
        }
    }

    private static void refused(String school, Answer answer, String way) {
        REFUSED.computeIfAbsent(school, name -> new ConcurrentHashMap<>())
                .put(answer.header("X-Request-ID"), way);
    }

    private static boolean isOpen(String way, String role) {
        return !isForTheDistrict(way) && Permission.opens(way, Set.of(role));
    }

    private static boolean isForTheDistrict(String way) {
        return Permission.of(way).orElseThrow().isOfDistrict();
    }

    // What ends a sign-in must not end that of the others.
    private static Client fresh(String role, String route) {
        boolean ends = route.equals("POST /auth/logout") || route.startsWith("DELETE /auth/");
        return ends ? RolePeople.signIn(OURS, NAMES.get(role)) : PEOPLE.get(role);
    }

    private static List<String> ofASchool() {
        return Roles.ALL.stream().filter(role -> !Roles.ACROSS_SCHOOLS.contains(role)).toList();
    }

    private static boolean isDeclaredOpen(String route) {
        JsonNode security = Description.get().operation(route).get("security");
        return security != null && security.isEmpty();
    }

    private static boolean isTurnedAway(String school, Map<String, String> headers) {
        try (LiveSocket live = LiveSocket.open(school + ".localhost", "", headers)) {
            return false;
        } catch (CompletionException refused) {
            return true;
        }
    }

    private static Set<String> pages() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            return files.map(file -> "/" + PAGES.relativize(file))
                    .filter(
                            name ->
                                    name.matches(
                                            "(?!/(WEB-INF|resources)/).*\\.(csv|js|webmanifest|xhtml)"))
                    .map(name -> "PAGE " + name.replaceFirst("\\.xhtml$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static List<String> downloads() {
        return new ClassFileImporter()
                .importPath("../web/target/classes/org").stream()
                        .filter(type -> type.isAnnotatedWith(WebServlet.class))
                        .map(type -> type.getAnnotationOfType(WebServlet.class))
                        .flatMap(
                                servlet ->
                                        Stream.concat(
                                                Arrays.stream(servlet.value()),
                                                Arrays.stream(servlet.urlPatterns())))
                        // The bare address leads on; probes are for machines.
                        .filter(path -> !path.isEmpty() && !path.startsWith("/health/"))
                        .map(path -> "PAGE " + path)
                        .toList();
    }

    private static Set<String> jobs() {
        try (Stream<Path> files = Files.list(JOBS)) {
            return files.map(file -> "JOB " + file.getFileName().toString().replace(".xml", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
