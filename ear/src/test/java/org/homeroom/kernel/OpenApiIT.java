package org.homeroom.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The OpenAPI document describes what runs: no more, no less. */
class OpenApiIT {

    private static final Description DESCRIPTION = Description.get();
    private static final Set<String> ALWAYS = Set.of("HEAD", "OPTIONS");

    static List<String> operations() {
        return DESCRIPTION.operations();
    }

    static Stream<String> paths() {
        return Description.names(DESCRIPTION.document().get("paths"));
    }

    @Test
    void everyMethodOfEveryResourceIsDescribedAndNothingElse() {
        Set<String> built = new TreeSet<>();
        for (JavaClass type : new ClassFileImporter().importPath("../web/target/classes/org")) {
            if (type.isAnnotatedWith(Path.class)) {
                String root = type.getAnnotationOfType(Path.class).value();
                type.getMethods().forEach(method -> built.addAll(operations(root, method)));
            }
        }

        assertFalse(built.isEmpty());
        assertEquals(List.copyOf(built), operations());
    }

    @ParameterizedTest
    @MethodSource("paths")
    void theServerTakesTheDescribedMethodsThere(String path) throws Exception {
        String id = "00000000-0000-0000-0000-000000000000";
        String asked = path.replaceAll("\\{\\w+}", id);
        // A neighbour whose last part is a parameter answers there as well.
        Set<String> described =
                operations().stream()
                        .map(operation -> operation.split(" ", 2))
                        .filter(part -> asked.matches(part[1].replaceAll("\\{\\w+}", "[^/]+")))
                        .map(part -> part[0])
                        .collect(Collectors.toCollection(TreeSet::new));

        Answer answer = Client.at("riverbend.localhost").send("OPTIONS", asked, null, null);

        Set<String> running = new TreeSet<>(List.of(answer.header("Allow").split(", ")));
        running.removeAll(ALWAYS);
        assertEquals(described, running);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /auth/login",
                "POST /auth/refresh",
                "POST /auth/logout",
                "GET /me",
                "GET /schools",
                "POST /schools",
                "GET /schools/{id}",
                "PATCH /schools/{id}",
                "POST /schools/{id}/suspend",
                "POST /schools/{id}/reactivate",
                "GET /users",
                "POST /users",
                "GET /users/{id}",
                "PATCH /users/{id}",
                "POST /users/{id}/disable",
                "POST /users/{id}/sign-out",
                "POST /invitations",
                "POST /invitations/{token}/accept",
                "DELETE /invitations/{id}",
                "GET /auth/devices/{id}",
                "DELETE /auth/devices/{id}",
                "GET /classes",
                "POST /classes",
                "GET /classes/{id}",
                "PATCH /classes/{id}",
                "GET /classes/{id}/seats",
                "POST /classes/{id}/roster",
                "POST /claims",
                "POST /claims/{id}/credentials",
                "POST /classes/{id}/taps",
                "GET /classes/{id}/taps",
                "POST /classes/{id}/taps/import",
                "GET /classes/{id}/attendance",
                "GET /classes/{id}/pay-settings",
                "PUT /classes/{id}/pay-settings",
                "POST /classes/{id}/pay-runs",
                "POST /pay-runs/{id}/commit",
                "GET /pay-runs/{id}",
                "POST /pay-runs/{id}/reverse",
                "GET /classes/{id}/accounts",
                "GET /accounts/{id}",
                "GET /accounts/{id}/entries",
                "GET /accounts/{id}/why",
                "GET /ledger/trial-balance",
                "GET /ledger/proof",
                "GET /conversations",
                "GET /conversations/{id}/messages",
                "POST /conversations/{id}/messages",
                "GET /jobs",
                "GET /jobs/executions",
                "POST /jobs/{name}/executions",
                "POST /jobs/executions/{id}/stop",
                "POST /jobs/executions/{id}/restart",
                "POST /ws-tickets",
                "POST /classes/{id}/rewards",
                "POST /classes/{id}/fines",
                "POST /classes/{id}/payments",
                "POST /transfers",
                "GET /classes/{id}/bank-settings",
                "PUT /classes/{id}/bank-settings",
                "POST /classes/{id}/interest-runs",
                "GET /schedules",
                "POST /schedules",
                "PATCH /schedules/{id}",
                "DELETE /schedules/{id}",
                "POST /bank-runs/{id}/commit",
                "POST /bank-runs/{id}/reverse",
                "POST /entries/{id}/reverse",
                "GET /accounts/{id}/statement"
            })
    void thePromisedResourceIsThere(String promised) {
        assertTrue(operations().contains(promised));
    }

    @Test
    void aStatementComesAsDataAsATableAndForPaper() {
        JsonNode content =
                DESCRIPTION.operation("GET /accounts/{id}/statement").at("/responses/200/content");

        assertEquals(
                Set.of("application/json", "text/csv", "application/pdf"),
                Description.names(content).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anOperationIsExplained(String name) {
        JsonNode operation = DESCRIPTION.operation(name);

        assertTrue(operation.get("summary").asText().endsWith("."));
        assertTrue(operation.get("responses").has("default"));
        for (JsonNode parameter : operation.get("parameters")) {
            assertTrue(
                    parameter.has("$ref") || parameter.get("description").isTextual(),
                    parameter.toString());
        }
        for (JsonNode reference : operation.findValues("$ref")) {
            JsonNode target = DESCRIPTION.document().at(reference.asText().substring(1));
            assertFalse(target.isMissingNode(), reference.asText());
        }
    }

    private static List<String> operations(String root, JavaMethod method) {
        String own = method.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
        String path = (root + "/" + own).replaceAll("/+", "/").replaceFirst("/$", "");
        return method.getAnnotations().stream()
                .map(annotation -> annotation.getRawType())
                .filter(type -> type.isAnnotatedWith(HttpMethod.class) || isVerb(type))
                .map(verb -> verb.getSimpleName() + " " + path)
                .toList();
    }

    private static boolean isVerb(JavaClass annotation) {
        return annotation.getPackageName().equals("jakarta.ws.rs")
                && annotation.getSimpleName().matches("GET|POST|PUT|PATCH|DELETE");
    }
}
