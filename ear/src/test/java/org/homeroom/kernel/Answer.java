package org.homeroom.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;

/** What the REST interface answered. */
public record Answer(String to, HttpResponse<String> response) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static String json(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Returns the status. */
    public int status() {
        return response.statusCode();
    }

    /** Returns a header, empty when absent. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** Returns the whole body as JSON. */
    public JsonNode body() {
        try {
            return MAPPER.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(to + " answered no JSON: " + response.body(), e);
        }
    }

    /** Demands a success and returns its data. */
    public JsonNode ok(int status) {
        assertEquals(status, status(), this::toString);
        return status == 204 ? null : body().get("data");
    }

    /**
     * Demands a refusal with a sentence for a person and nothing of the machinery; returns the
     * sentence.
     */
    public String refused(int status, String code) {
        assertEquals(status, status(), this::toString);
        JsonNode error = body().get("error");
        assertEquals(code, error.get("code").asText(), this::toString);
        assertEquals(header("X-Request-ID"), body().get("request_id").asText());
        String sentence = error.get("message").asText();
        assertTrue(sentence.matches("(?s)[A-Z].*[.!?]"), sentence);
        assertFalse(
                response.body().matches("(?s).*(Exception|\\tat |org\\.homeroom|SQL).*"),
                response.body());
        return sentence;
    }

    /** Returns the field that a refusal names. */
    public String field() {
        return body().at("/error/details/field").asText();
    }

    /** Returns what is left of a refusal without its time and number. */
    public String plain() {
        ObjectNode copy = body().deepCopy();
        return status() + " " + copy.without(java.util.List.of("timestamp", "request_id"));
    }

    @Override
    public String toString() {
        return to + " answered " + status() + " " + response.body();
    }
}
