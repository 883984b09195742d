package org.homeroom.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.Json;

/**
 * A report as the REST interface and the page show it.
 *
 * @param state running, clean, leaking, incomplete or failed
 * @param checked how many of each were tried, null before the end
 * @param leaks what of one school reached the other, in words
 * @param gaps what could not be tried, in words
 * @param sound whether the signature is this installation's and over what was found
 */
public record IsolationReportJson(
        UUID id,
        String state,
        Instant begunAt,
        @Nullable Instant endedAt,
        @Nullable Checked checked,
        List<String> leaks,
        List<String> gaps,
        @Nullable String signature,
        boolean sound) {

    /** How many were tried. */
    public record Checked(
            int tables,
            int tablesWithCanaries,
            int routes,
            int pages,
            int exports,
            int sockets,
            int jobs) {}

    static IsolationReportJson of(IsolationReport report, boolean sound) {
        JsonNode content = read(report.content());
        return new IsolationReportJson(
                report.id(),
                report.state(),
                report.begunAt(),
                report.endedAt(),
                report.content() == null ? null : checked(content),
                texts(content.path("leaks")),
                texts(content.path("gaps")),
                report.signature(),
                sound);
    }

    private static Checked checked(JsonNode content) {
        JsonNode counts = content.path("checked");
        return new Checked(
                counts.path("tables").asInt(),
                content.path("tables_with_canaries").asInt(),
                counts.path("routes").asInt(),
                counts.path("pages").asInt(),
                counts.path("exports").asInt(),
                counts.path("sockets").asInt(),
                counts.path("jobs").asInt());
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    private static JsonNode read(String content) {
        try {
            return Json.strict().readTree(content == null ? "{}" : content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report is not JSON", e);
        }
    }
}
