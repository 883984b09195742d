package org.homeroom.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.Map;
import java.util.UUID;
import org.homeroom.kernel.Answer;
import org.homeroom.kernel.Client;
import org.homeroom.kernel.TestServer;
import org.homeroom.launcher.DatabaseAccess;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An invitation is good once, for its role at its school, for seven days. */
class InvitationsRestIT {

    private static final Client STRANGER = Client.at("riverbend.localhost");
    private static Client principal;

    @BeforeAll
    static void signIn() {
        principal = Client.signIn("riverbend", "principal", "demo-Teacher-1");
    }

    @Test
    void theInvitedComesInWithTheRoleAndNoOther() {
        JsonNode invitation = invite("teacher");
        assertEquals(43, invitation.get("token").asText().length());
        Map<String, Object> greedy = new java.util.HashMap<>(choice());
        greedy.put("roles", "school_admin");

        accept(STRANGER, invitation, greedy).refused(400, "VALIDATION_ERROR");
        JsonNode joined = accept(STRANGER, invitation, choice()).ok(201);

        assertEquals("[\"teacher\"]", joined.get("roles").toString());
        assertEquals("accepted", listed(invitation).get("state").asText());
        STRANGER.post(
                        "/auth/login",
                        Map.of(
                                "username",
                                joined.get("username").asText(),
                                "password",
                                "Correct-horse-1"))
                .ok(200);
    }

    @Test
    void ofAListEachLineIsInvitedOrRefusedByItself() {
        String one = UUID.randomUUID() + "@school.example";
        String two = UUID.randomUUID() + "@school.example";
        String list =
                "email,role,name\r\n"
                        + one
                        + ",Teacher,\"Ada Lovelace\"\n\n"
                        + two
                        + "\n"
                        + one
                        + "\nnobody\n"
                        + "x@school.example;platform_admin";
        Map<String, Object> sent = Map.of("list", list, "role", "staff", "message", "Welcome!");

        JsonNode lines = principal.post("/invitations/list", sent).ok(200);

        assertEquals(5, lines.size());
        JsonNode ada = lines.get(0).get("invitation");
        assertEquals("Ada Lovelace", ada.get("name").asText());
        assertEquals("teacher", ada.get("role").asText());
        assertEquals("Welcome!", ada.get("message").asText());
        accept(STRANGER, ada, choice()).ok(201);
        assertEquals("staff", lines.get(1).at("/invitation/role").asText());
        assertEquals("CONFLICT", lines.get(2).get("code").asText());
        assertEquals("VALIDATION_ERROR", lines.get(3).get("code").asText());
        assertEquals(7, lines.get(4).get("line").asInt());
        assertEquals("AUTHORIZATION_ERROR", lines.get(4).get("code").asText());
        // Once more, and the open one is in the way.
        JsonNode again = principal.post("/invitations/list", sent).ok(200);
        assertEquals("CONFLICT", again.get(1).get("code").asText());
        String file = "/invitations/list?usual_role=staff";
        JsonNode sentAsFile =
                principal.send("POST", file, "text/csv", UUID.randomUUID() + "@b.example").ok(200);
        assertEquals("staff", sentAsFile.at("/0/invitation/role").asText());
        Answer empty = principal.send("POST", file, "text/csv", " ");
        empty.refused(422, "VALIDATION_ERROR");
        assertEquals("file", empty.field());
        principal
                .post("/invitations/list", Map.of("list", "a@b\n".repeat(201), "role", "staff"))
                .refused(422, "VALIDATION_ERROR");
        Client.signIn("riverbend", "okello", "demo-Teacher-1")
                .post("/invitations/list", sent)
                .refused(403, "AUTHORIZATION_ERROR");
    }

    @Test
    void itIsGoodOnce() {
        JsonNode invitation = invite("staff");
        accept(STRANGER, invitation, choice()).ok(201);

        accept(STRANGER, invitation, choice()).refused(409, "CONFLICT");
        principal.send("DELETE", path(invitation), null, null).refused(409, "CONFLICT");
    }

    @Test
    void whoSaysNoIsCounted() {
        JsonNode before = principal.get("/invitations/stats").ok(200);
        JsonNode invitation = invite("staff");
        String decline = "/invitations/" + invitation.get("token").asText() + "/decline";

        Client.at("lakeside.localhost").post(decline, null).refused(404, "NOT_FOUND");
        STRANGER.post(decline, null).ok(204);

        STRANGER.post(decline, null).refused(409, "CONFLICT");
        accept(STRANGER, invitation, choice()).refused(409, "CONFLICT");
        assertEquals("declined", listed(invitation).get("state").asText());
        JsonNode after = principal.get("/invitations/stats").ok(200);
        assertEquals(before.get("sent").asInt() + 1, after.get("sent").asInt());
        assertEquals(before.get("declined").asInt() + 1, after.get("declined").asInt());
    }

    @Test
    void aRefusedChoiceLeavesItOpen() {
        JsonNode invitation = invite("parent");
        Map<String, Object> weak = new java.util.HashMap<>(choice());
        weak.put("password", "short");
        Map<String, Object> taken = new java.util.HashMap<>(choice());
        taken.put("username", "Okello");

        Answer refused = accept(STRANGER, invitation, weak);
        refused.refused(422, "VALIDATION_ERROR");
        assertEquals("password", refused.field());
        accept(STRANGER, invitation, taken).refused(409, "CONFLICT");

        accept(STRANGER, invitation, choice()).ok(201);
    }

    @Test
    void itIsWorthNothingElsewhereOrGuessed() {
        JsonNode invitation = invite("teacher");

        accept(Client.at("lakeside.localhost"), invitation, choice()).refused(404, "NOT_FOUND");
        STRANGER.post("/invitations/made-up/accept", choice()).refused(404, "NOT_FOUND");
        Client elsewhere = Client.signIn("lakeside", "admin", "demo-Teacher-1");
        elsewhere.send("DELETE", path(invitation), null, null).refused(404, "NOT_FOUND");
        assertFalse(
                elsewhere
                        .get("/invitations?per_page=100")
                        .body()
                        .toString()
                        .contains(invitation.get("id").asText()));
    }

    @Test
    void aNewLinkReplacesTheOldOneAndACancelledOneIsDead() {
        JsonNode first = invite("teacher");

        JsonNode second = principal.post(path(first) + "/resend", Map.of()).ok(201);

        accept(STRANGER, first, choice()).refused(404, "NOT_FOUND");
        principal.send("DELETE", path(first), null, null).ok(204);
        accept(STRANGER, second, choice()).refused(409, "CONFLICT");
        principal.post(path(first) + "/resend", Map.of()).refused(409, "CONFLICT");
    }

    @Test
    void aLateOneIsRefusedAndItsAddressMayBeInvitedAgain() throws Exception {
        Map<String, Object> request =
                Map.of("role", "teacher", "email", UUID.randomUUID() + "@school.org");
        JsonNode invitation = principal.post("/invitations", request).ok(201);
        principal.post("/invitations", request).refused(409, "CONFLICT");

        expire(invitation);

        accept(STRANGER, invitation, choice()).refused(409, "CONFLICT");
        assertEquals("expired", listed(invitation).get("state").asText());
        principal.post("/invitations", request).ok(201);
    }

    @Test
    void nobodyInvitesAboveTheirOwnRole() {
        for (String role : new String[] {"platform_admin", "district_admin", "operator"}) {
            principal
                    .post("/invitations", Map.of("role", role))
                    .refused(403, "AUTHORIZATION_ERROR");
        }
        principal.post("/invitations", Map.of("role", "student")).refused(422, "VALIDATION_ERROR");
        Client.signIn("riverbend", "okello", "demo-Teacher-1")
                .post("/invitations", Map.of("role", "staff"))
                .refused(403, "AUTHORIZATION_ERROR");
        Client.signIn("", "admin", "demo-Teacher-1")
                .post("/invitations", Map.of("role", "district_admin"))
                .ok(201);
    }

    private static JsonNode invite(String role) {
        return principal.post("/invitations", Map.of("role", role)).ok(201);
    }

    private static Map<String, Object> choice() {
        return Map.of(
                "name", "Ada Invited",
                "username", "i" + UUID.randomUUID(),
                "password", "Correct-horse-1");
    }

    private static Answer accept(Client client, JsonNode invitation, Object choice) {
        return client.post("/invitations/" + invitation.get("token").asText() + "/accept", choice);
    }

    private static JsonNode listed(JsonNode invitation) {
        for (JsonNode one : principal.get("/invitations?per_page=100").ok(200)) {
            assertFalse(one.has("token"));
            if (one.get("id").equals(invitation.get("id"))) {
                return one;
            }
        }
        throw new AssertionError("not listed");
    }

    private static String path(JsonNode invitation) {
        return "/invitations/" + invitation.get("id").asText();
    }

    private static void expire(JsonNode invitation) throws Exception {
        DatabaseAccess database = TestServer.get().database();
        try (Connection owner =
                DriverManager.getConnection(
                        database.url(), database.appUser(), database.appPassword())) {
            owner.setAutoCommit(false);
            try (PreparedStatement bind =
                            owner.prepareStatement(
                                    "select set_config('app.school_id', (select id::text from homeroom.tenancy_school where subdomain = 'riverbend'), true)");
                    PreparedStatement late =
                            owner.prepareStatement(
                                    "update homeroom.identity_invitation set expires_at = now() - interval '1 second' where id = ?::uuid")) {
                bind.execute();
                late.setString(1, invitation.get("id").asText());
                assertTrue(late.executeUpdate() == 1);
            }
            owner.commit();
        }
    }
}
