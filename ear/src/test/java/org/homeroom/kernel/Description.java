package org.homeroom.kernel;

import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The OpenAPI document that the server under test serves, and whether answers are as it says. */
public final class Description {

    private static Description fetched;
    private final JsonNode document;

    /** What addresses of each path look like; kept, because each answer is asked about. */
    private final Map<String, Pattern> patterns = new LinkedHashMap<>();

    private Description(JsonNode document) {
        this.document = document;
        names(document.get("paths")).forEach(path -> patterns.put(path, pattern(path)));
    }

    private static Pattern pattern(String path) {
        return Pattern.compile(path.replace(".", "\\.").replaceAll("\\{\\w+}", "[^/]+"));
    }

    /** Returns the document, fetched once. */
    public static synchronized Description get() {
        if (fetched == null) {
            try {
                String json = ServerAddress.get("localhost", "/api/v1/openapi.json").body();
                fetched = new Description(new ObjectMapper().readTree(json));
            } catch (Exception e) {
                throw new IllegalStateException("the server describes nothing", e);
            }
        }
        return fetched;
    }

    /** Returns the document itself. */
    public JsonNode document() {
        return document;
    }

    /** Lists the operations as {@code GET /classes/{id}}. */
    public List<String> operations() {
        return names(document.get("paths"))
                .flatMap(
                        path ->
                                names(document.get("paths").get(path))
                                        .map(
                                                verb ->
                                                        verb.toUpperCase(java.util.Locale.ROOT)
                                                                + " "
                                                                + path))
                .sorted()
                .toList();
    }

    /** Returns one operation; missing when there is none. */
    public JsonNode operation(String name) {
        String[] verbAndPath = name.split(" ", 2);
        return document.path("paths")
                .path(verbAndPath[1])
                .path(verbAndPath[0].toLowerCase(java.util.Locale.ROOT));
    }

    void check(String method, String path, Answer answer) {
        Optional<String> template = template(path.replaceFirst("\\?.*", ""));
        JsonNode operation = operation(method + " " + template.orElse(""));
        if (operation.isMissingNode() || answer.status() == 204) {
            return;
        }
        JsonNode responses = operation.get("responses");
        JsonNode said = responses.path(String.valueOf(answer.status()));
        if (said.isMissingNode() && answer.status() < 400) {
            fail(answer + ", which is not described");
        }
        JsonNode response = followed(said.isMissingNode() ? responses.get("default") : said);
        String media = answer.header("Content-Type").replaceFirst(";.*", "");
        JsonNode schema = response.path("content").path(media).path("schema");
        if (schema.isMissingNode()) {
            fail(answer + " as " + media + ", which is not described");
        }
        if (media.equals("application/json")) {
            String fault = new Schema(document).fault(schema, answer.body(), "");
            if (fault != null) {
                fail(answer + ", which is not as described: " + fault);
            }
        }
    }

    private Optional<String> template(String path) {
        return patterns.keySet().stream()
                .filter(one -> patterns.get(one).matcher(path).matches())
                .min(Comparator.comparing(one -> one.chars().filter(sign -> sign == '{').count()));
    }

    private JsonNode followed(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    /** Lists the names in an object. */
    public static Stream<String> names(JsonNode object) {
        return StreamSupport.stream(
                        ((Iterable<Map.Entry<String, JsonNode>>) object::fields).spliterator(),
                        false)
                .map(Map.Entry::getKey);
    }
}
