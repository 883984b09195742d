package org.homeroom.kernel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The OpenAPI document, made from the resources themselves: paths, parameters and bodies are what
 * the methods declare, so that it cannot say anything else than what runs. What all operations
 * share stands in {@code openapi.json} beside this class.
 */
@ApplicationScoped
public class OpenApiDocument {

    @Inject BeanManager beans;

    private byte[] json;

    @PostConstruct
    void make() {
        try (InputStream shared = OpenApiDocument.class.getResourceAsStream("openapi.json")) {
            ObjectNode document = (ObjectNode) Json.strict().readTree(shared);
            fill(document);
            json = Json.strict().writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("openapi.json is not JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the document in UTF-8. */
    public byte[] json() {
        return json;
    }

    private void fill(ObjectNode document) {
        OpenApiSchemas schemas = new OpenApiSchemas(document.withObject("/components/schemas"));
        ObjectNode paths = document.putObject("paths");
        for (Class<?> resource : resources()) {
            for (Method method : resource.getMethods()) {
                if (method.isAnnotationPresent(Operation.class)) {
                    OpenApiOperation operation = new OpenApiOperation(resource, method, schemas);
                    add(paths.withObjectProperty(operation.path()), operation);
                }
            }
        }
    }

    // One operation may have a method for each media type.
    private static void add(ObjectNode path, OpenApiOperation operation) {
        JsonNode before = path.get(operation.verb());
        ObjectNode node = operation.node();
        if (before != null) {
            for (String content : List.of("/requestBody/content", "/responses/200/content")) {
                if (node.at(content) instanceof ObjectNode types
                        && before.at(content) instanceof ObjectNode others) {
                    types.setAll(others);
                }
            }
            Set<JsonNode> parameters = new LinkedHashSet<>();
            before.path("parameters").forEach(parameters::add);
            node.path("parameters").forEach(parameters::add);
            node.putArray("parameters").addAll(parameters);
        }
        path.set(operation.verb(), node);
    }

    private List<Class<?>> resources() {
        return beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(Path.class))
                .distinct()
                .sorted(Comparator.comparing(type -> type.getAnnotation(Path.class).value()))
                .toList();
    }
}
