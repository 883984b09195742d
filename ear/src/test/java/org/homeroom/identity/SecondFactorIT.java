package org.homeroom.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.homeroom.audit.AuditTrail;
import org.homeroom.kernel.Answer;
import org.homeroom.kernel.Client;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A password alone does not let in whoever has an authenticator. */
class SecondFactorIT {

    private static final String PASSWORD = "demo-Teacher-1";
    private static final Client STRANGER = Client.at("riverbend.localhost");

    private Client parent;
    private Totp app;
    private List<String> recoveryCodes;

    @BeforeEach
    void setUp() {
        parent = Client.signIn("riverbend", "parent", PASSWORD);
        app = new Totp(parent.post("/auth/totp/enroll", Map.of()).ok(201).get("secret").asText());
        JsonNode codes =
                parent.post("/auth/totp/confirm", Map.of("code", app.code(0)))
                        .ok(200)
                        .get("recovery_codes");
        recoveryCodes = new ArrayList<>();
        codes.forEach(code -> recoveryCodes.add(code.asText()));
    }

    @AfterEach
    void remove() {
        login(recoveryCodes.get(9)).ok(200);
        delete(PASSWORD).ok(204);
    }

    @Test
    void thePasswordAloneIsToldWhatIsMissing() {
        STRANGER.post("/auth/login", Map.of("username", "parent", "password", PASSWORD))
                .refused(401, "SECOND_FACTOR_REQUIRED");
    }

    @Test
    void aCodeLetsInOnce() {
        String code = app.code(1);
        login(code).ok(200);

        login(code).refused(401, "AUTHENTICATION_ERROR");
        login(app.code(0)).refused(401, "AUTHENTICATION_ERROR");
    }

    @Test
    void aCodeOfAnotherTimeIsNoCode() {
        login(app.code(3)).refused(401, "AUTHENTICATION_ERROR");
        login("").refused(401, "AUTHENTICATION_ERROR");
    }

    @Test
    void aRecoveryCodeLetsInOnceHoweverItIsTyped() {
        assertEquals(10, recoveryCodes.size());
        String code = recoveryCodes.get(0);
        login(code.toUpperCase(Locale.ROOT).replace('-', ' ')).ok(200);

        login(code).refused(401, "AUTHENTICATION_ERROR");

        JsonNode state = parent.get("/auth/totp").ok(200);
        assertTrue(state.get("enabled").asBoolean());
        assertEquals(9, state.get("recovery_codes_left").asInt());
    }

    @Test
    void newRecoveryCodesReplaceTheOld() {
        JsonNode codes =
                parent.post("/auth/totp/recovery-codes", Map.of("password", PASSWORD))
                        .ok(200)
                        .get("recovery_codes");

        login(recoveryCodes.get(0)).refused(401, "AUTHENTICATION_ERROR");

        recoveryCodes.set(9, codes.get(9).asText());
        assertEquals(10, codes.size());
    }

    @Test
    void theRightPasswordDoesNotForgetWrongCodes() {
        for (String left :
                List.of("4 tries left.", "3 tries left.", "2 tries left.", "1 try left.")) {
            String sentence = login("000000").refused(401, "AUTHENTICATION_ERROR");
            assertTrue(sentence.endsWith(left), sentence);
            STRANGER.post("/auth/login", Map.of("username", "parent", "password", PASSWORD))
                    .refused(401, "SECOND_FACTOR_REQUIRED");
        }

        login(app.code(1)).ok(200);
    }

    @Test
    void itIsNotReplacedAndNotRemovedWithoutThePassword() {
        parent.post("/auth/totp/enroll", Map.of()).refused(409, "CONFLICT");
        delete("wrong").refused(403, "AUTHORIZATION_ERROR");

        assertTrue(parent.get("/auth/totp").ok(200).get("enabled").asBoolean());
    }

    @Test
    void studentsHaveNone() {
        Client student = Client.signIn("riverbend", "wanjiru", "2468");

        student.post("/auth/totp/enroll", Map.of()).refused(403, "AUTHORIZATION_ERROR");
        student.get("/auth/passkeys").refused(403, "AUTHORIZATION_ERROR");
    }

    @Test
    void theAuditTellsWhatHappenedAndNoSecret() {
        String code = app.code(1);
        login(code).ok(200);
        login(code).refused(401, "AUTHENTICATION_ERROR");

        Client principal = Client.signIn("riverbend", "principal", PASSWORD);
        for (String action : List.of("identity.totp.confirmed", "identity.totp.replayed")) {
            Answer found = principal.get("/audit?limit=10&action=" + action);
            assertFalse(found.ok(200).isEmpty(), action);
            assertFalse(found.response().body().contains(app.secret()));
        }
    }

    @Test
    void everyChangeOfTheAuthenticatorIsInTheAudit() {
        AuditTrail trail =
                AuditTrail.of(
                        Client.signIn("riverbend", "principal", PASSWORD),
                        "identity.recovery_codes.renewed",
                        "identity.totp.removed",
                        "identity.totp.begun",
                        "identity.totp.confirmed");
        parent.post("/auth/totp/recovery-codes", Map.of("password", PASSWORD)).ok(200);
        delete(PASSWORD).ok(204);

        setUp();

        trail.hasGrown();
    }

    private Answer login(String code) {
        Map<String, String> form = new HashMap<>();
        form.put("username", "parent");
        form.put("password", PASSWORD);
        form.put("totp", code);
        return STRANGER.post("/auth/login", form);
    }

    private Answer delete(String password) {
        return parent.send(
                "DELETE", "/auth/totp", "application/json", Map.of("password", password));
    }
}
