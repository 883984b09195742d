package org.homeroom.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import org.homeroom.kernel.Client;
import org.homeroom.kernel.PageSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A person sees where they are signed in, ends it there, and nobody else's. */
class DevicesRestIT {

    private static Client wanjiru;

    @BeforeAll
    static void signIn() {
        wanjiru = Client.signIn("riverbend", "wanjiru", "2468");
    }

    @Test
    void aBrowserEndedFromElsewhereIsOutWithItsNextRequest() throws Exception {
        PageSession browser = PageSession.signIn("riverbend.localhost", "wanjiru", "2468");
        JsonNode device = null;
        for (JsonNode one : browser.strayRequest().get("/auth/devices").ok(200)) {
            if (one.get("current").asBoolean()) {
                device = one;
            }
        }
        assertEquals("browser", device.get("kind").asText());
        String path = "/auth/devices/" + device.get("id").asText();
        assertEquals(device.get("id"), wanjiru.get(path).ok(200).get("id"));

        wanjiru.send("DELETE", path, null, null).ok(204);

        browser.strayRequest().get("/me").refused(401, "AUTHENTICATION_ERROR");
        wanjiru.get(path).refused(404, "NOT_FOUND");
        wanjiru.get("/me").ok(200);
    }

    @Test
    void aProgramsTokensEndWithItsDevice() {
        Client other = Client.signIn("riverbend", "okello", "demo-Teacher-1");
        JsonNode newest = other.get("/auth/devices").ok(200).get(0);
        assertEquals("program", newest.get("kind").asText());
        assertTrue(newest.get("name").asText().startsWith("Java"), newest.toString());

        other.send("DELETE", "/auth/devices/" + newest.get("id").asText(), null, null).ok(204);

        other.get("/me").refused(401, "AUTHENTICATION_ERROR");
    }

    @Test
    void anotherPersonsDeviceIsNotThere() {
        Client other = Client.signIn("riverbend", "okello", "demo-Teacher-1");
        String theirs = "/auth/devices/" + other.get("/auth/devices").ok(200).at("/0/id").asText();

        assertEquals(
                wanjiru.get("/auth/devices/" + UUID.randomUUID()).plain(),
                wanjiru.get(theirs).plain());
        wanjiru.send("DELETE", theirs, null, null).refused(404, "NOT_FOUND");
        other.get("/me").ok(200);
    }

    @Test
    void signingOutForgetsTheDevice() {
        Client program = Client.signIn("riverbend", "parent", "demo-Teacher-1");
        String path = "/auth/devices/" + program.get("/auth/devices").ok(200).at("/0/id").asText();
        Client again = Client.signIn("riverbend", "parent", "demo-Teacher-1");
        again.get(path).ok(200);

        program.post("/auth/logout", Map.of()).ok(204);

        again.get(path).refused(404, "NOT_FOUND");
    }
}
