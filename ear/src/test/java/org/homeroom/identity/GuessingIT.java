package org.homeroom.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.kernel.Answer;
import org.homeroom.kernel.Client;
import org.homeroom.kernel.PageSession;
import org.homeroom.kernel.ServerAddress;
import org.junit.jupiter.api.Test;

/** What people try who have no business here. */
class GuessingIT {

    private static final String HOST = "riverbend.localhost";
    private static final String PASSWORD = "demo-Teacher-1";
    private static final Client STRANGER = Client.at(HOST);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    @Test
    void thirtyWrongPinsAreSlowedDownAndTheOthersOfTheAddressGetIn() {
        Map<String, String> guess =
                Map.of("username", "guessed-" + UUID.randomUUID(), "pin", "1357");
        int wrong = 0;
        for (int i = 0; i < 30; i++) {
            Answer answer = STRANGER.post("/auth/login", guess);
            if (answer.status() == 401) {
                wrong++;
            } else {
                answer.refused(429, "RATE_LIMIT_EXCEEDED");
                assertTrue(Long.parseLong(answer.header("Retry-After")) > 200);
            }
        }

        assertTrue(wrong <= 5, wrong + " tries were answered");
        Client.signIn("riverbend", "wanjiru", "2468").get("/me").ok(200);
        Client.signIn("riverbend", "parent", PASSWORD).get("/me").ok(200);
    }

    @Test
    void aWrongPasswordOfSomebodyAndOfNobodyReadTheSame() {
        String nobody = "nobody-" + UUID.randomUUID();
        Answer unknown = STRANGER.post("/auth/login", Map.of("username", nobody, "password", "x"));
        Answer known =
                STRANGER.post("/auth/login", Map.of("username", "principal", "password", "x"));

        assertEquals(unknown.plain(), known.plain());
        Client.signIn("riverbend", "principal", PASSWORD);
    }

    @Test
    void changedTokensAreNoTokens() {
        String token =
                STRANGER.post("/auth/login", Map.of("username", "parent", "password", PASSWORD))
                        .ok(200)
                        .get("access_token")
                        .asText();
        char last = token.charAt(token.length() - 2);
        String changed = token.substring(0, token.length() - 2) + (last == 'A' ? 'B' : 'A');
        for (String forged :
                List.of(
                        changed + token.charAt(token.length() - 1),
                        token + "A",
                        token.replaceFirst("hr1\\.[^.]+", "hr1.AAAAAAAAAAAAAAAAAAAAAA"),
                        token.replaceFirst("^hr1", "hr2"),
                        encoded("{\"alg\":\"none\"}")
                                + "."
                                + encoded("{\"sub\":\"principal\"}")
                                + ".",
                        "null")) {
            Answer answer = STRANGER.bearing(forged).get("/me");
            assertTrue(List.of(401, 403).contains(answer.status()), answer.toString());
        }
    }

    @Test
    void aForgedHostIsNobodysAndIsNeverSentBack() throws Exception {
        HttpResponse<String> forged =
                HTTP.send(
                        ServerAddress.request("evil.example.org", "/identity/sign-in").build(),
                        BodyHandlers.ofString());
        assertEquals(404, forged.statusCode());
        assertFalse(forged.body().contains("evil.example.org"));

        HttpRequest.Builder forwarded =
                ServerAddress.request(HOST, "/identity/profile")
                        .header("X-Forwarded-Host", "evil.example.org")
                        .header("X-Forwarded-For", "203.0.113.9")
                        .header("Forwarded", "host=evil.example.org");
        HttpResponse<String> answer = HTTP.send(forwarded.build(), BodyHandlers.ofString());
        assertEquals(302, answer.statusCode());
        assertFalse(answer.headers().map().toString().contains("evil.example.org"));
    }

    @Test
    void aWriteFromAForeignPageIsRefused() throws Exception {
        PageSession wanjiru = PageSession.signIn(HOST, "wanjiru", "2468");

        wanjiru.strayRequest()
                .with("Origin", "https://evil.example.org")
                .post("/ws-tickets", Map.of())
                .refused(403, "AUTHORIZATION_ERROR");
        wanjiru.strayRequest().post("/ws-tickets", Map.of()).refused(403, "AUTHORIZATION_ERROR");
        assertNotEquals(wanjiru.cookie(), PageSession.signIn(HOST, "wanjiru", "2468").cookie());
    }

    @Test
    void everyPageCarriesItsHeaders() throws Exception {
        HttpResponse<String> page = ServerAddress.get(HOST, "/identity/sign-in");

        Map<String, String> expected =
                Map.of(
                        "X-Content-Type-Options", "nosniff",
                        "X-Frame-Options", "DENY",
                        "Referrer-Policy", "same-origin",
                        "Cross-Origin-Opener-Policy", "same-origin",
                        "Cross-Origin-Resource-Policy", "same-origin",
                        "Cache-Control", "no-store");
        expected.forEach(
                (name, value) ->
                        assertTrue(
                                page.headers().firstValue(name).orElse("").contains(value), name));
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(policy.contains("frame-ancestors 'none'"), policy);
        assertTrue(policy.matches(".*script-src 'self' 'nonce-[^']+'.*"), policy);
        assertFalse(policy.matches(".*script-src[^;]*unsafe.*"), policy);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
