package org.homeroom.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What all resources have in common, asked of a few. */
class RestConventionsIT {

    private static final Client STRANGER = Client.at("riverbend.localhost");
    private static Client teacher;

    @BeforeAll
    static void signIn() {
        teacher = Client.signIn("riverbend", "okello", "demo-Teacher-1");
    }

    @Test
    void successComesInTheEnvelope() {
        JsonNode body = teacher.get("/me").body();

        assertTrue(body.get("success").asBoolean());
        assertTrue(
                body.get("timestamp")
                        .asText()
                        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"));
    }

    @Test
    void withoutSignInNothingIsTold() {
        assertEquals("Sign in first.", STRANGER.get("/me").refused(401, "AUTHENTICATION_ERROR"));
        STRANGER.bearing("hr1.made.up").get("/me").refused(401, "AUTHENTICATION_ERROR");
    }

    @Test
    void anUnknownAddressIsRefusedInTheEnvelope() {
        teacher.get("/nothing").refused(404, "NOT_FOUND");
        teacher.send("DELETE", "/me", null, null).refused(405, "METHOD_NOT_ALLOWED");
        teacher.send("POST", "/classes", "application/xml", "<a/>")
                .refused(415, "UNSUPPORTED_MEDIA_TYPE");
        teacher.with("Accept", "image/png").get("/me").refused(406, "NOT_ACCEPTABLE");
    }

    @Test
    void anUnreadableBodyIsRefused() {
        for (String body :
                new String[] {
                    "{\"name\":", "{} {}", "null", "[]", "{\"name\":\"a\",\"name\":\"b\"}"
                }) {
            Answer answer = teacher.post("/classes", body);

            assertTrue(answer.status() == 400 || answer.status() == 422, answer::toString);
            answer.refused(answer.status(), "VALIDATION_ERROR");
        }
    }

    @Test
    void anUnknownFieldIsNamed() {
        Answer answer =
                teacher.post("/classes", Map.of("name", "Art", "period", "7", "colour", "red"));

        answer.refused(400, "VALIDATION_ERROR");
        assertEquals("colour", answer.field());
    }

    @Test
    void aNumberIsNoText() {
        Answer answer = teacher.post("/classes", Map.of("name", 5, "period", "7"));

        answer.refused(422, "VALIDATION_ERROR");
        assertEquals("name", answer.field());
    }

    @Test
    void aListSaysHowLongItIsAndComesInPages() {
        Answer whole = teacher.get("/classes");
        Answer second = teacher.get("/classes?page=2&per_page=1");

        int total = whole.ok(200).size();
        assertTrue(total > 1, whole::toString);
        assertEquals(total, whole.body().at("/meta/total").asInt());
        assertEquals(whole.ok(200).get(1), second.ok(200).get(0));
        assertEquals(
                "{\"total\":" + total + ",\"page\":2,\"per_page\":1}",
                second.body().get("meta").toString());
        teacher.get("/classes?per_page=101").refused(422, "VALIDATION_ERROR");
        teacher.get("/classes?page=0").refused(422, "VALIDATION_ERROR");
        teacher.get("/classes?page=first").refused(400, "VALIDATION_ERROR");
    }

    @Test
    void whatNoDatabaseTakesIsRefused() {
        String nul = "{\"name\":\"a\\u0000b\",\"period\":\"7\"}";
        String half = "{\"name\":\"a\\ud800b\",\"period\":\"7\"}";
        String someday = "?from=%2B1000000000-01-01T00:00:00Z";

        teacher.post("/classes", nul).refused(422, "VALIDATION_ERROR");
        teacher.post("/classes", half).refused(422, "VALIDATION_ERROR");
        String taught = "/classes/" + teacher.get("/classes").ok(200).at("/0/id").asText();
        teacher.get(taught + "/taps" + someday).refused(422, "VALIDATION_ERROR");
        teacher.get(taught + "/taps?from=%00").refused(400, "VALIDATION_ERROR");
        teacher.post(taught + "/pay-runs", "{\"through\":\"-1000000000-01-01T00:00:00Z\"}")
                .refused(422, "VALIDATION_ERROR");
    }
}
