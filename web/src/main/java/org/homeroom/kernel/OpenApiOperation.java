package org.homeroom.kernel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** One method of a resource as an operation of the OpenAPI document. */
final class OpenApiOperation {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Class<?> resource;
    private final Method method;
    private final OpenApiSchemas schemas;
    private final Route route;
    private final Operation says;
    private final OpenApiInput input;

    OpenApiOperation(Class<?> resource, Method method, OpenApiSchemas schemas) {
        this.resource = resource;
        this.method = method;
        this.schemas = schemas;
        this.route = Route.of(resource, method);
        this.says = method.getAnnotation(Operation.class);
        this.input = new OpenApiInput(resource, method, schemas);
    }

    /** The address below the server's, with the names of its parameters in braces. */
    String path() {
        return route.path();
    }

    /** The HTTP method in lower case. */
    String verb() {
        return route.verb().toLowerCase(Locale.ROOT);
    }

    ObjectNode node() {
        ObjectNode node = NODES.objectNode();
        String domain = resource.getPackageName().replaceFirst(".*\\.", "");
        node.putArray("tags").add(domain);
        node.put("operationId", domain + "_" + verb() + path().replaceAll("\\W+", "_"));
        node.put("summary", says.does());
        node.put("description", "For: " + says.by() + ".");
        security(node);
        node.set("parameters", input.parameters());
        if (input.hasBody()) {
            node.set("requestBody", input.body());
        }
        responses(node.putObject("responses"));
        return node;
    }

    private void security(ObjectNode node) {
        ArrayNode ways = NODES.arrayNode();
        if (isOpen()) {
            node.set("security", ways);
        } else if (verb().equals("get")) {
            ways.addObject().putArray("bearer");
            ways.addObject().putArray("session");
            node.set("security", ways);
        }
    }

    private boolean isOpen() {
        return method.isAnnotationPresent(PermitAll.class)
                || resource.isAnnotationPresent(PermitAll.class);
    }

    private void responses(ObjectNode responses) {
        ObjectNode success = responses.putObject(String.valueOf(says.status()));
        success.put("description", says.status() == 202 ? "Begun; it goes on by itself." : "Done.");
        if (says.versioned()) {
            header(success, "ETag");
        }
        if (method.isAnnotationPresent(Idempotent.class)) {
            header(success, "Idempotent-Replay");
        }
        content(success);
        refusals().stream()
                .map(ErrorCode::status)
                .distinct()
                .sorted()
                .forEach(status -> refer(responses, String.valueOf(status)));
        if (input.hasBody()) {
            refer(responses, "415");
        }
        refer(responses, "default");
    }

    private static void header(ObjectNode success, String name) {
        success.withObjectProperty("headers")
                .putObject(name)
                .put("$ref", "#/components/headers/" + name);
    }

    private static void refer(ObjectNode responses, String status) {
        responses.putObject(status).put("$ref", "#/components/responses/" + status);
    }

    private Set<ErrorCode> refusals() {
        Set<ErrorCode> codes = EnumSet.of(ErrorCode.NOT_FOUND, says.refuses());
        if (!isOpen()) {
            codes.add(ErrorCode.AUTHENTICATION_ERROR);
        }
        codes.add(ErrorCode.AUTHORIZATION_ERROR);
        if (input.hasBody() || input.hasQuery()) {
            codes.addAll(Set.of(ErrorCode.MALFORMED, ErrorCode.VALIDATION_ERROR));
        }
        if (method.isAnnotationPresent(Idempotent.class)) {
            codes.add(ErrorCode.CONFLICT);
        }
        if (input.hasVersion()) {
            codes.add(ErrorCode.PRECONDITION_FAILED);
        }
        return codes;
    }

    private void content(ObjectNode success) {
        Type answer = says.answers() == Void.class ? method.getGenericReturnType() : says.answers();
        String media = media();
        if (!media.equals(MediaType.APPLICATION_JSON)) {
            json(success, media).put("type", "string");
        } else if (answer == byte[].class || answer == InputStream.class) {
            json(success, media).put("type", "object");
        } else if (says.status() != 204) {
            envelope(json(success, media), answer);
        }
    }

    private static ObjectNode json(ObjectNode success, String media) {
        return success.withObjectProperty("content").putObject(media).putObject("schema");
    }

    private String media() {
        Produces produces = method.getAnnotation(Produces.class);
        return produces == null
                ? MediaType.APPLICATION_JSON
                : produces.value()[0].replaceFirst(";.*", "");
    }

    private void envelope(ObjectNode schema, Type answer) {
        schema.put("type", "object").put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("success").put("const", true);
        properties.set("data", data(answer));
        ArrayNode required =
                schema.putArray("required").add("success").add("data").add("timestamp");
        String part = part(answer);
        if (part != null) {
            properties.putObject("meta").put("$ref", "#/components/schemas/" + part);
            required.add("meta");
        }
        properties.putObject("timestamp").put("type", "string").put("format", "date-time");
    }

    private ObjectNode data(Type answer) {
        if (says.orAnswers() != Void.class) {
            ObjectNode either = NODES.objectNode();
            either.putArray("anyOf").add(schemas.of(answer)).add(schemas.of(says.orAnswers()));
            return either;
        }
        if (part(answer) == null) {
            return schemas.of(answer);
        }
        ObjectNode list = NODES.objectNode().put("type", "array");
        list.set("items", schemas.of(((ParameterizedType) answer).getActualTypeArguments()[0]));
        return list;
    }

    private static String part(Type answer) {
        if (answer instanceof ParameterizedType generic) {
            return generic.getRawType() == Slice.class
                    ? "Page"
                    : generic.getRawType() == Feed.class ? "Next" : null;
        }
        return null;
    }
}
