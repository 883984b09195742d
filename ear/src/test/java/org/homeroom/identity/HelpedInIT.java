package org.homeroom.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.kernel.Client;
import org.homeroom.kernel.TestServer;
import org.homeroom.launcher.DatabaseAccess;
import org.homeroom.roster.OwnClass;
import org.junit.jupiter.api.Test;

/** People who cannot get in are helped, and sessions left open cannot do what matters. */
class HelpedInIT {

    private static final String DEMO = "demo-Teacher-1";
    private static final String PASSWORD = "Correct-horse-9";
    private static final Client STRANGER = Client.at("riverbend.localhost");

    private final Client principal = Client.signIn("riverbend", "principal", DEMO);

    @Test
    void aTeacherWakesAStudentWhoTypedWrongPins() {
        OwnClass own = OwnClass.open();
        String username = own.seat("Sleepy");
        String id =
                Client.signIn("riverbend", username, OwnClass.PIN)
                        .get("/me")
                        .ok(200)
                        .at("/person/id")
                        .asText();
        Map<String, String> wrong = Map.of("username", username, "pin", "0001");
        int status = 0;
        for (int i = 0; i < 10 && status != 429; i++) {
            status = STRANGER.post("/auth/login", wrong).status();
        }
        Map<String, String> right = Map.of("username", username, "pin", OwnClass.PIN);
        STRANGER.post("/auth/login", right).refused(429, "RATE_LIMIT_EXCEEDED");
        String asleep = own.path() + "/asleep";
        assertEquals(id, own.teacher().get(asleep).ok(200).at("/0").asText());
        String wake = asleep + "/" + id + "/wake";
        Client.signIn("riverbend", "wanjiru", "2468")
                .post(wake, null)
                .refused(403, "AUTHORIZATION_ERROR");
        Client.signIn("riverbend", "okello", DEMO).post(wake, null).refused(404, "NOT_FOUND");

        own.teacher().post(wake, null).ok(204);

        assertEquals(0, own.teacher().get(asleep).ok(200).size());
        STRANGER.post("/auth/login", right).ok(200);
    }

    @Test
    void anAdministratorTakesALostAuthenticatorAway() {
        String username = "t" + UUID.randomUUID();
        String id = person(username);
        Client teacher = Client.signIn("riverbend", username, PASSWORD);
        Totp app =
                new Totp(
                        teacher.post("/auth/totp/enroll", Map.of()).ok(201).get("secret").asText());
        teacher.post("/auth/totp/confirm", Map.of("code", app.code(0))).ok(200);
        Map<String, String> proof = Map.of("username", username, "password", PASSWORD);
        STRANGER.post("/auth/login", proof).refused(401, "SECOND_FACTOR_REQUIRED");

        principal.send("DELETE", "/users/" + id + "/totp", null, null).ok(204);

        STRANGER.post("/auth/login", proof).ok(200);
        teacher.get("/me").refused(401, "AUTHENTICATION_ERROR");
        principal.send("DELETE", "/users/" + id + "/totp", null, null).refused(409, "CONFLICT");
        assertTrue(
                principal
                        .get("/audit?action=identity.totp.reset&subject=" + id)
                        .ok(200)
                        .toString()
                        .contains(id));
    }

    @Test
    void aSessionLeftOpenProvesItselfAgainBeforeWhatMatters() throws Exception {
        String username = "o" + UUID.randomUUID();
        String id = person(username);
        Client teacher = Client.signIn("riverbend", username, PASSWORD);
        age(id);
        teacher.get("/me").ok(200);
        teacher.post("/auth/totp/enroll", Map.of()).refused(403, "PROOF_REQUIRED");
        teacher.post("/auth/proof", Map.of("proof", "wrong")).refused(403, "AUTHORIZATION_ERROR");
        teacher.post("/auth/totp/enroll", Map.of()).refused(403, "PROOF_REQUIRED");

        teacher.post("/auth/proof", Map.of("proof", PASSWORD)).ok(204);

        teacher.post("/auth/totp/enroll", Map.of()).ok(201);
    }

    private String person(String username) {
        return principal
                .post(
                        "/users",
                        Map.of(
                                "username",
                                username,
                                "name",
                                "Helped Person",
                                "password",
                                PASSWORD,
                                "roles",
                                List.of("teacher")))
                .ok(201)
                .get("id")
                .asText();
    }

    /** Makes the person's sign-ins an hour old. */
    private static void age(String account) throws SQLException {
        DatabaseAccess database = TestServer.get().database();
        try (Connection app =
                DriverManager.getConnection(
                        database.url(), database.appUser(), database.appPassword())) {
            app.setAutoCommit(false);
            app.createStatement()
                    .execute(
                            "select set_config('app.school_id', (select id::text from homeroom.tenancy_school"
                                    + " where subdomain = 'riverbend'), true)");
            try (PreparedStatement aged =
                    app.prepareStatement(
                            "update homeroom.identity_sign_in set begun_at = begun_at - interval '1 hour'"
                                    + " where account_id = ?::uuid")) {
                aged.setString(1, account);
                assertEquals(1, aged.executeUpdate());
            }
            app.commit();
        }
    }
}
