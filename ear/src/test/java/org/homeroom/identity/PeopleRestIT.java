package org.homeroom.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.kernel.Answer;
import org.homeroom.kernel.Client;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Administrators look after the people of their own school, up to their own role. */
class PeopleRestIT {

    private static final String PASSWORD = "Correct-horse-1";

    private static Client principal;
    private static Client admin;

    @BeforeAll
    static void signIn() {
        principal = Client.signIn("riverbend", "principal", "demo-Teacher-1");
        admin = Client.signIn("", "admin", "demo-Teacher-1");
    }

    @Test
    void aNewPersonSignsInWithTheRoleGiven() {
        JsonNode person = teacher();

        assertEquals("active", person.get("status").asText());
        assertEquals("teacher", person.at("/memberships/0/role").asText());
        Client teacher = enter(person);
        assertEquals("[\"teacher\"]", teacher.get("/me").ok(200).get("roles").toString());
        assertTrue(principal.get(path(person)).ok(200).has("last_seen_at"));
    }

    @Test
    void peopleAreFoundByNameAndRole() {
        JsonNode person = teacher();
        String username = person.get("username").asText();

        JsonNode found =
                principal.get("/users?q=" + username.toUpperCase() + "&role=teacher").ok(200);

        assertEquals(1, found.size());
        assertEquals(person.get("id"), found.get(0).get("id"));
        assertEquals(0, principal.get("/users?q=" + username + "&role=parent").ok(200).size());
        assertEquals(0, principal.get("/users?q=%25").ok(200).size());
        Answer page = principal.get("/users?role=student&per_page=5&page=2");
        assertEquals(5, page.ok(200).size());
        assertTrue(page.body().at("/meta/total").asInt() > 10, page::toString);
    }

    @Test
    void aChangedRoleIsObeyedByTheNextRequest() {
        JsonNode person = teacher();
        Client changed = enter(person);
        changed.get("/users").refused(403, "AUTHORIZATION_ERROR");

        principal
                .with("If-Match", "\"1\"")
                .patch(path(person), Map.of("roles", List.of("teacher", "school_admin")))
                .ok(200);

        changed.get("/users").ok(200);
        principal
                .with("If-Match", "\"1\"")
                .patch(path(person), Map.of("name", "Other"))
                .refused(412, "PRECONDITION_FAILED");
    }

    @Test
    void aClosedAccountIsOutAtOnceAndStaysOut() {
        JsonNode person = teacher();
        Client out = enter(person);

        assertEquals(
                "disabled",
                principal.post(path(person) + "/disable", Map.of()).ok(200).get("status").asText());

        out.get("/me").refused(401, "AUTHENTICATION_ERROR");
        login(person).refused(401, "AUTHENTICATION_ERROR");
        principal.post(path(person) + "/disable", Map.of()).refused(409, "CONFLICT");
        principal.post(path(person) + "/enable", Map.of()).ok(200);
        enter(person).get("/me").ok(200);
        out.get("/me").refused(401, "AUTHENTICATION_ERROR");
    }

    @Test
    void signingSomebodyOutEndsWhatIsOpen() {
        JsonNode person = teacher();
        Client out = enter(person);

        principal.post(path(person) + "/sign-out", Map.of()).ok(204);

        out.get("/me").refused(401, "AUTHENTICATION_ERROR");
        enter(person).get("/me").ok(200);
    }

    @Test
    void nobodyGivesOrTouchesWhatIsAboveThem() {
        request(List.of("district_admin")).refused(403, "AUTHORIZATION_ERROR");
        request(List.of("operator")).refused(403, "AUTHORIZATION_ERROR");
        request(List.of("student")).refused(422, "VALIDATION_ERROR");
        request(List.of("king")).refused(422, "VALIDATION_ERROR");
        request(List.of()).refused(422, "VALIDATION_ERROR");
        String self = "/users/" + principal.get("/me").ok(200).at("/person/id").asText();
        principal.post(self + "/disable", Map.of()).refused(403, "AUTHORIZATION_ERROR");
        principal
                .patch(self, Map.of("roles", List.of("teacher")))
                .refused(403, "AUTHORIZATION_ERROR");
    }

    @Test
    void othersLookAfterNobody() {
        JsonNode person = teacher();
        for (Client other :
                List.of(
                        enter(person),
                        Client.signIn("riverbend", "wanjiru", "2468"),
                        Client.signIn("riverbend", "parent", "demo-Teacher-1"),
                        Client.signIn("", "operator", "demo-Teacher-1"))) {
            other.get("/users").refused(403, "AUTHORIZATION_ERROR");
            other.post("/users", body(List.of("staff"))).refused(403, "AUTHORIZATION_ERROR");
            other.post(path(person) + "/disable", Map.of()).refused(403, "AUTHORIZATION_ERROR");
        }
        Client.at("riverbend.localhost").get("/users").refused(401, "AUTHENTICATION_ERROR");
    }

    @Test
    void anotherSchoolsPersonIsNotThere() {
        JsonNode theirs = teacher();
        Client elsewhere = Client.signIn("lakeside", "admin", "demo-Teacher-1");

        for (Client one : List.of(elsewhere, admin)) {
            Answer foreign = one.get(path(theirs));
            foreign.refused(404, "NOT_FOUND");
            assertEquals(one.get("/users/" + UUID.randomUUID()).plain(), foreign.plain());
            for (String act : List.of("/disable", "/enable", "/sign-out", "/reset")) {
                one.post(path(theirs) + act, Map.of()).refused(404, "NOT_FOUND");
            }
        }
        assertFalse(elsewhere.get("/users?per_page=100").body().toString().contains(id(theirs)));
    }

    @Test
    void aPlanHasRoomForSoMany() {
        String label = "s" + UUID.randomUUID();
        admin.post(
                        "/schools",
                        Map.of(
                                "name",
                                "Small",
                                "subdomain",
                                label,
                                "zone",
                                "UTC",
                                "limits",
                                Map.of("staff", 1)))
                .ok(201);
        Client visiting = Client.signIn(label, "admin", "demo-Teacher-1");

        JsonNode first = visiting.post("/users", body(List.of("teacher"))).ok(201);

        visiting.post("/users", body(List.of("teacher"))).refused(409, "PLAN_LIMIT_REACHED");
        visiting.post("/invitations", Map.of("role", "staff")).refused(409, "PLAN_LIMIT_REACHED");
        visiting.post("/users", body(List.of("parent"))).ok(201);
        visiting.post(path(first) + "/disable", Map.of()).ok(200);
        visiting.post("/users", body(List.of("teacher"))).ok(201);
        visiting.post(path(first) + "/enable", Map.of()).refused(409, "PLAN_LIMIT_REACHED");
    }

    private static JsonNode teacher() {
        return request(List.of("teacher")).ok(201);
    }

    private static Answer request(List<String> roles) {
        return principal.post("/users", body(roles));
    }

    private static Map<String, Object> body(List<String> roles) {
        return Map.of(
                "username",
                "p" + UUID.randomUUID(),
                "name",
                "Pat Person",
                "password",
                PASSWORD,
                "roles",
                roles);
    }

    private static Answer login(JsonNode person) {
        return Client.at("riverbend.localhost")
                .post(
                        "/auth/login",
                        Map.of("username", person.get("username").asText(), "password", PASSWORD));
    }

    private static Client enter(JsonNode person) {
        String token = login(person).ok(200).get("access_token").asText();
        return Client.at("riverbend.localhost").bearing(token);
    }

    private static String id(JsonNode person) {
        return person.get("id").asText();
    }

    private static String path(JsonNode person) {
        return "/users/" + id(person);
    }
}
