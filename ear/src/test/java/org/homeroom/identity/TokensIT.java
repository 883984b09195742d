package org.homeroom.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import org.homeroom.kernel.Answer;
import org.homeroom.kernel.Client;
import org.junit.jupiter.api.Test;

/** Programs sign in for a pair of tokens, which ends when the person says so. */
class TokensIT {

    private static final Client STRANGER = Client.at("riverbend.localhost");

    @Test
    void theAnswerNamesThePerson() {
        JsonNode tokens = login();

        assertEquals("Bearer", tokens.get("token_type").asText());
        assertEquals("Amani Okello", tokens.at("/person/name").asText());
        assertEquals("[\"teacher\"]", tokens.at("/person/roles").toString());
        assertTrue(tokens.get("expires_in").asLong() > 0);
    }

    @Test
    void aWrongProofAndAnUnknownNameLookTheSame() {
        String somebody = "nobody-" + UUID.randomUUID();
        Map<String, String> unknown = Map.of("username", somebody, "pin", "1357");

        String first = STRANGER.post("/auth/login", unknown).refused(401, "AUTHENTICATION_ERROR");

        assertTrue(first.startsWith("That name and PIN do not go together."), first);
        Answer noProof = STRANGER.post("/auth/login", Map.of("username", somebody));
        noProof.refused(422, "VALIDATION_ERROR");
        assertEquals("password", noProof.field());
    }

    @Test
    void whoeverGuessesWaits() {
        Map<String, String> guess =
                Map.of("username", "guessed-" + UUID.randomUUID(), "pin", "1357");
        for (int i = 0; i < 5; i++) {
            STRANGER.post("/auth/login", guess).refused(401, "AUTHENTICATION_ERROR");
        }

        Answer answer = STRANGER.post("/auth/login", guess);

        answer.refused(429, "RATE_LIMIT_EXCEEDED");
        assertTrue(Integer.parseInt(answer.header("Retry-After")) > 0);
    }

    @Test
    void aRefreshTokenIsGoodOnce() {
        JsonNode first = login();
        Map<String, String> refresh = Map.of("refresh_token", first.get("refresh_token").asText());

        JsonNode second = STRANGER.post("/auth/refresh", refresh).ok(200);

        assertNotEquals(first.get("access_token"), second.get("access_token"));
        STRANGER.bearing(second.get("access_token").asText()).get("/me").ok(200);
        STRANGER.post("/auth/refresh", refresh).refused(401, "AUTHENTICATION_ERROR");
    }

    @Test
    void aStolenRefreshTokenEndsTheSignIn() {
        JsonNode first = login();
        Map<String, String> refresh = Map.of("refresh_token", first.get("refresh_token").asText());
        JsonNode second = STRANGER.post("/auth/refresh", refresh).ok(200);

        STRANGER.post("/auth/refresh", refresh).refused(401, "AUTHENTICATION_ERROR");

        STRANGER.bearing(second.get("access_token").asText())
                .get("/me")
                .refused(401, "AUTHENTICATION_ERROR");
    }

    @Test
    void afterSignOutTheTokensAreWorthNothing() {
        JsonNode tokens = login();
        Client teacher = STRANGER.bearing(tokens.get("access_token").asText());

        teacher.send("POST", "/auth/logout", null, null).ok(204);

        String sentence = teacher.get("/me").refused(401, "AUTHENTICATION_ERROR");
        assertEquals("This token is not good any more. Sign in again.", sentence);
        Map<String, String> refresh = Map.of("refresh_token", tokens.get("refresh_token").asText());
        STRANGER.post("/auth/refresh", refresh).refused(401, "AUTHENTICATION_ERROR");
    }

    private static JsonNode login() {
        return STRANGER.post(
                        "/auth/login", Map.of("username", "okello", "password", "demo-Teacher-1"))
                .ok(200);
    }
}
