package org.homeroom.tenancy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.kernel.Answer;
import org.homeroom.kernel.Client;
import org.homeroom.kernel.Crowd;
import org.homeroom.kernel.Patience;
import org.homeroom.kernel.ServerAddress;
import org.homeroom.roster.OwnClass;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Administrators of the platform look after its schools, and nobody else does. */
class SchoolsRestIT {

    private static final int LIMIT = 500;
    private static final int AT_ONCE = 20;
    private static final String PASSWORD = "Correct-horse-1";

    private static Client admin;

    @BeforeAll
    static void signIn() {
        admin = Client.signIn("", "admin", "demo-Teacher-1");
    }

    @Test
    void aNewSchoolHasItsOwnAddressAtOnce() throws Exception {
        String label = label();

        Answer made =
                admin.post(
                        "/schools",
                        Map.of("name", "Hill", "subdomain", label, "zone", "Africa/Harare"));

        JsonNode school = made.ok(201);
        assertEquals("\"1\"", made.header("ETag"));
        assertEquals("active", school.get("status").asText());
        assertEquals(4, school.get("modules").size());
        assertEquals(500, school.at("/limits/students").asInt());
        assertEquals(school, admin.get(path(school)).ok(200));
        assertTrue(admin.get("/schools").body().toString().contains(label));
        assertEquals(
                200, ServerAddress.get(label + ".localhost", "/identity/sign-in").statusCode());
    }

    @Test
    void anAddressIsGoodForOneSchool() {
        Answer taken = admin.post("/schools", request("riverbend"));

        taken.refused(409, "CONFLICT");
        assertEquals("subdomain", taken.field());
        for (String label : List.of("www", "-x", "x", "xn--abc", "A-B")) {
            Answer refused = admin.post("/schools", request(label));
            refused.refused(422, "VALIDATION_ERROR");
            assertEquals("subdomain", refused.field());
        }
    }

    @Test
    void aChangeNamesTheVersionItWasMadeTo() {
        JsonNode school = school();
        Client current = admin.with("If-Match", "\"1\"");

        JsonNode changed =
                current.patch(path(school), Map.of("name", "Hill Top", "language", "sw")).ok(200);

        assertEquals("Hill Top", changed.get("name").asText());
        assertEquals(school.get("subdomain"), changed.get("subdomain"));
        current.patch(path(school), Map.of("name", "Hill Two")).refused(412, "PRECONDITION_FAILED");
        admin.patch(path(school), Map.of("subdomain", "lakeside")).refused(409, "CONFLICT");
    }

    @Test
    void aSuspendedSchoolIsClosedToEverybodyUntilItIsOpenedAgain() throws Exception {
        JsonNode school = school();
        String host = school.get("subdomain").asText() + ".localhost";
        assertEquals(200, ServerAddress.get(host, "/identity/sign-in").statusCode());
        admin.post(path(school) + "/suspend", Map.of()).refused(422, "VALIDATION_ERROR");

        admin.post(path(school) + "/suspend", Map.of("reason", "Not paid")).ok(200);

        Client.at(host).get("/me").refused(403, "TENANT_SUSPENDED");
        Client.at(host)
                .post("/auth/login", Map.of("username", "a", "password", "b"))
                .refused(403, "TENANT_SUSPENDED");
        var door = ServerAddress.get(host, "/identity/sign-in");
        assertEquals(403, door.statusCode());
        assertTrue(door.body().contains("closed for now"), door.body());
        assertFalse(door.body().contains("Not paid"), door.body());
        assertEquals(403, ServerAddress.get(host, "/economy/home").statusCode());
        admin.post(path(school) + "/suspend", Map.of("reason", "Twice")).refused(409, "CONFLICT");

        admin.post(path(school) + "/reactivate", Map.of()).ok(200);

        assertEquals(200, ServerAddress.get(host, "/identity/sign-in").statusCode());
        admin.post(path(school) + "/reactivate", Map.of()).refused(409, "CONFLICT");
    }

    @Test
    void whatASchoolDoesNotUseIsNotThere() throws Exception {
        JsonNode school = school();
        String host = school.get("subdomain").asText() + ".localhost";
        assertEquals(302, ServerAddress.get(host, "/messaging/chat").statusCode());

        admin.patch(path(school), Map.of("modules", List.of("economy"))).ok(200);

        assertEquals(403, ServerAddress.get(host, "/messaging/chat").statusCode());
        Client.at(host).get("/conversations").refused(403, "MODULE_NOT_AVAILABLE");
        Client.at(host).get("/ledger/proof").refused(401, "AUTHENTICATION_ERROR");
        admin.patch(path(school), Map.of("modules", List.of("magic")))
                .refused(422, "VALIDATION_ERROR");
    }

    @Test
    void aSchoolThatMovesToAnotherZoneHasItsDaysCountedAnew() throws Exception {
        JsonNode school = school();
        PupilsOf pupils = PupilsOf.school(school.get("subdomain").asText());
        pupils.update(
                """
                insert into homeroom.roster_class (school_id, id, name, period, join_code, created_at)
                  values (homeroom.current_school(), gen_random_uuid(), 'Night', 'A', 'NTSHFT', now())
                """);
        // Half past eleven in the evening in Harare, half past midnight in Nairobi.
        pupils.update(
                """
                insert into homeroom.attendance_tap
                    (school_id, id, class_id, student_id, action, at, source, recorded_at)
                  select school_id, gen_random_uuid(), id, gen_random_uuid(), 'in',
                      '2026-10-13T21:30:00Z', 'import', now()
                    from homeroom.roster_class
                """);
        assertEquals(LocalDate.parse("2026-10-13"), pupils.lastDay());

        admin.patch(path(school), Map.of("zone", "Africa/Nairobi")).ok(200);

        Patience.await(() -> LocalDate.parse("2026-10-14").equals(pupils.lastDay()));
    }

    @Test
    void nobodyElseLooksAfterSchools() {
        String path = path(school());
        for (Client other :
                List.of(
                        Client.signIn("riverbend", "principal", "demo-Teacher-1"),
                        Client.signIn("riverbend", "okello", "demo-Teacher-1"),
                        Client.signIn("", "operator", "demo-Teacher-1"))) {
            other.get("/schools").refused(403, "AUTHORIZATION_ERROR");
            other.get(path).refused(403, "AUTHORIZATION_ERROR");
            other.post("/schools", request(label())).refused(403, "AUTHORIZATION_ERROR");
            other.patch(path, Map.of("name", "Mine")).refused(403, "AUTHORIZATION_ERROR");
            other.post(path + "/suspend", Map.of("reason", "No"))
                    .refused(403, "AUTHORIZATION_ERROR");
        }
        Client.at("localhost").get("/schools").refused(401, "AUTHENTICATION_ERROR");
        // An administrator of the platform who stands in a school looks after that school only.
        Client.signIn("riverbend", "admin", "demo-Teacher-1")
                .get("/schools")
                .refused(403, "AUTHORIZATION_ERROR");
    }

    @Test
    void theDistrictItselfIsNoSchool() {
        String district = admin.get("/me").ok(200).at("/school/id").asText();

        admin.get("/schools/" + district).refused(404, "NOT_FOUND");
        admin.get("/schools/" + UUID.randomUUID()).refused(404, "NOT_FOUND");
        assertNotEquals(0, admin.get("/schools").ok(200).size());
    }

    private static JsonNode school() {
        return admin.post("/schools", request(label())).ok(201);
    }

    private static Map<String, Object> request(String label) {
        return Map.of("name", "Hill", "subdomain", label, "zone", "Africa/Harare");
    }

    private static String label() {
        return "s" + UUID.randomUUID();
    }

    private static String path(JsonNode school) {
        return "/schools/" + school.get("id").asText();
    }

    @Test
    void ofTwentyWhoComeAtFourHundredNinetyNineOneGetsIn() throws Exception {
        String label = "p" + UUID.randomUUID();
        admin.post("/schools", request(label)).ok(201);
        Client visiting = Client.signIn(label, "admin", "demo-Teacher-1");
        OwnClass own = OwnClass.openBy(teacher(label, visiting));
        List<String> claims = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            claims.add(claim(label, own, "Pupil" + OwnClass.letters()));
        }
        // As if so many had come before; without sealed names, as from before there were keys.
        assertEquals(
                LIMIT - 1,
                PupilsOf.school(label)
                        .update(
                                """
                                with made as (
                                  insert into homeroom.identity_account
                                         (school_id, id, username, display_name, kind)
                                  select homeroom.current_school(), gen_random_uuid(), 'copy-' || n,
                                         'Copy ' || n, 'student'
                                    from generate_series(1, 499) n returning school_id, id)
                                insert into homeroom.identity_role (school_id, account_id, role)
                                select school_id, id, 'student' from made
                                """));

        List<Answer> answers = Crowd.of(AT_ONCE, i -> settle(label, claims.get(i)));

        assertEquals(1, answers.stream().filter(one -> one.status() == 200).count());
        answers.stream()
                .filter(one -> one.status() != 200)
                .forEach(one -> one.refused(409, "PLAN_LIMIT_REACHED"));
        assertEquals(LIMIT, PupilsOf.school(label).count());
    }

    private static Client teacher(String label, Client visiting) {
        String username = "t" + UUID.randomUUID();
        visiting.post(
                        "/users",
                        Map.of(
                                "username",
                                username,
                                "name",
                                "Full Teacher",
                                "password",
                                PASSWORD,
                                "roles",
                                List.of("teacher")))
                .ok(201);
        return Client.signIn(label, username, PASSWORD);
    }

    private static String claim(String label, OwnClass own, String lastName) {
        // Two of one first name, last initial and birthday would be one seat.
        own.enlist("A" + OwnClass.letters(), lastName);
        Map<String, String> seat =
                Map.of(
                        "join_code",
                        own.joinCode(),
                        "first_initial",
                        "A",
                        "last_name",
                        lastName,
                        "birth_date",
                        OwnClass.BORN);
        return Client.at(label + ".localhost").post("/claims", seat).ok(201).get("id").asText();
    }

    private static Answer settle(String label, String claim) {
        return Client.at(label + ".localhost")
                .post(
                        "/claims/" + claim + "/credentials",
                        Map.of(
                                "word",
                                OwnClass.letters(),
                                "pin",
                                OwnClass.PIN,
                                "passphrase",
                                "blue kite seven"));
    }
}
