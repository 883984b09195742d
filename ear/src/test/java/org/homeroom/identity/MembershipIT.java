package org.homeroom.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.audit.AuditTrail;
import org.homeroom.kernel.Answer;
import org.homeroom.kernel.Client;
import org.homeroom.kernel.InBrowser;
import org.homeroom.kernel.Visitor;
import org.homeroom.kernel.Visitors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody with a role at two schools changes between them, and nobody else does. */
@ExtendWith(InBrowser.class)
class MembershipIT {

    private static final String DEMO = "demo-Teacher-1";
    private static final String LAKESIDE = "lakeside.localhost";

    private final Client principal = Client.signIn("riverbend", "principal", DEMO);
    private final Client lakeside = Client.signIn("lakeside", "admin", DEMO);

    @Test
    void aTeacherHereIsAParentThereAndChangesOver() {
        Person here = person(principal, "teacher");
        Person there = person(lakeside, "parent");
        Client teacher = Client.signIn("riverbend", here.username, RolePeople.PASSWORD);
        AuditTrail added = AuditTrail.of(lakeside, "identity.membership.added");

        JsonNode school = teacher.post("/memberships", proof(there, "lakeside")).ok(201);

        added.hasGrown();
        assertEquals("lakeside", school.get("subdomain").asText());
        assertEquals(school, teacher.get("/memberships").ok(200).get(0));
        AuditTrail left = AuditTrail.of(principal, "identity.membership.left_for");
        String code = handOver(teacher, school);
        left.hasGrown();
        AuditTrail arrived = AuditTrail.of(lakeside, "identity.signed_in");
        Client parent = arrive(code);
        arrived.hasGrown();
        JsonNode me = parent.get("/me").ok(200);
        assertEquals(there.id, me.at("/person/id").asText());
        assertEquals("[\"parent\"]", me.get("roles").toString());
        assertEquals("lakeside", me.at("/school/subdomain").asText());
        // Neither token is good at the other's host, and the code is used up.
        teacher.movedTo(LAKESIDE).get("/me").refused(403, "TENANT_ACCESS_DENIED");
        parent.movedTo("riverbend.localhost").get("/me").refused(403, "TENANT_ACCESS_DENIED");
        login(code).refused(401, "AUTHENTICATION_ERROR");
        // What they proved at one school is no proof at the other.
        parent.post("/auth/totp/enroll", Map.of()).refused(403, "PROOF_REQUIRED");

        parent.send("DELETE", "/memberships/" + riverbend(), null, null).ok(204);

        assertEquals(0, teacher.get("/memberships").ok(200).size());
        teacher.post(path(school) + "/hand-over", null).refused(404, "NOT_FOUND");
    }

    @Test
    void onlyOnesOwnAccountsAreJoined() {
        Client teacher = Client.signIn("riverbend", "okello", DEMO);
        Person there = person(lakeside, "staff");
        Map<String, String> wrong = proof(there, "lakeside");
        wrong.put("password", "Wrong-horse-1");

        teacher.post("/memberships", wrong).refused(401, "AUTHENTICATION_ERROR");
        assertEquals("subdomain", refused(teacher, proof(there, "riverbend")).field());
        assertEquals("subdomain", refused(teacher, proof(there, "nowhere")).field());
        Map<String, String> ofDistrict = proof(there, "lakeside");
        ofDistrict.put("username", "admin");
        ofDistrict.put("password", DEMO);
        assertEquals("username", refused(teacher, ofDistrict).field());
        assertEquals(0, teacher.get("/memberships").ok(200).size());
        login("nobody-s-code").refused(401, "AUTHENTICATION_ERROR");
    }

    @Test
    void aClosedAccountIsNoWayIn() {
        Person here = person(principal, "staff");
        Person there = person(lakeside, "staff");
        Client staff = Client.signIn("riverbend", here.username, RolePeople.PASSWORD);
        JsonNode school = staff.post("/memberships", proof(there, "lakeside")).ok(201);
        String early = handOver(staff, school);

        lakeside.post("/users/" + there.id + "/disable", Map.of()).ok(200);

        staff.post(path(school) + "/hand-over", null).refused(409, "CONFLICT");
        login(early).refused(401, "AUTHENTICATION_ERROR");
    }

    @Test
    void aPersonChangesOverInTheBrowser(Visitors people) {
        Person here = person(principal, "teacher");
        Person there = person(lakeside, "staff");
        Visitor teacher = people.signedIn(here.username, RolePeople.PASSWORD);
        teacher.page().locator("summary.is-me").click();
        teacher.page()
                .getByRole(AriaRole.BANNER)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Other schools"))
                .click();
        teacher.reads("No other school yet");
        assertEquals(List.of(), teacher.look("schools-none"));
        teacher.field("School").selectOption("lakeside");
        teacher.field("Your username there").fill(there.username);
        teacher.field("Your password there").fill("Wrong-horse-1");
        teacher.button("Add this school").click();
        teacher.reads("do not go together");
        teacher.field("Your password there").fill(RolePeople.PASSWORD);

        teacher.button("Add this school").click();

        teacher.reads("You can change to that school now.");
        assertEquals(List.of(), teacher.look("schools-one"));
        teacher.link("Change over: Lakeside Primary").click();
        teacher.standsAt("/identity/arrive");
        teacher.reads("Go on to Lakeside Primary?");
        assertEquals(List.of(), teacher.look("schools-arrive"));
        teacher.button("Go on").click();
        teacher.standsAt("/shell/welcome");
        assertTrue(teacher.page().url().contains("lakeside."), teacher.page().url());
    }

    private record Person(String id, String username) {}

    private static Person person(Client admin, String role) {
        String username = "m" + UUID.randomUUID();
        JsonNode made =
                admin.post(
                                "/users",
                                Map.of(
                                        "username",
                                        username,
                                        "name",
                                        "Somebody Special",
                                        "password",
                                        RolePeople.PASSWORD,
                                        "roles",
                                        List.of(role)))
                        .ok(201);
        return new Person(made.get("id").asText(), username);
    }

    private static Map<String, String> proof(Person person, String subdomain) {
        Map<String, String> proof = new HashMap<>();
        proof.put("subdomain", subdomain);
        proof.put("username", person.username);
        proof.put("password", RolePeople.PASSWORD);
        return proof;
    }

    private static Answer refused(Client client, Map<String, String> proof) {
        Answer answer = client.post("/memberships", proof);
        answer.refused(422, "VALIDATION_ERROR");
        return answer;
    }

    private static String handOver(Client client, JsonNode school) {
        return client.post(path(school) + "/hand-over", null).ok(201).get("hand_over").asText();
    }

    private static Answer login(String code) {
        return Client.at(LAKESIDE).post("/auth/login", Map.of("hand_over", code));
    }

    private static Client arrive(String code) {
        return Client.at(LAKESIDE).bearing(login(code).ok(200).get("access_token").asText());
    }

    private String riverbend() {
        return principal.get("/me").ok(200).at("/school/id").asText();
    }

    private static String path(JsonNode school) {
        return "/memberships/" + school.get("id").asText();
    }
}
