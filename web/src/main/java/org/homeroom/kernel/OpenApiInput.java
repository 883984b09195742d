package org.homeroom.kernel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Map;

/** What a method of a resource takes: parameters and body. */
final class OpenApiInput {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String KEY = "Idempotency-Key";
    private static final String VERSION = "If-Match";
    private static final Map<String, String> MEANINGS =
            Map.ofEntries(
                    Map.entry("id", "Which one; one that is absent or not yours answers 404."),
                    Map.entry("name", "Name of the job."),
                    Map.entry("page", "Page of the list, from 1."),
                    Map.entry("per_page", "Rows of a page, 1 to 100."),
                    Map.entry(
                            "after",
                            "What the last answer gave as meta.next; left out for the beginning."),
                    Map.entry("limit", "The most rows to answer."),
                    Map.entry("from", "Begin of the time asked for, inclusive."),
                    Map.entry("to", "End of the time asked for."),
                    Map.entry(
                            "kind",
                            "One kind of entry only. Corrections are those of taps when it is left"
                                    + " out, of marks with marked, of both with all."),
                    Map.entry("account", "Accounts of one kind only, such as savings."),
                    Map.entry("week", "Any day of the week asked for; left out for this one."),
                    Map.entry("source", "Taps from there only, such as student or kiosk."),
                    Map.entry("removed", "Whether taps that were taken back are listed too."),
                    Map.entry("all", "Whether taps that were taken back are listed too."),
                    Map.entry("everywhere", "Whether all classes of the caller are meant."),
                    Map.entry("student_id", "One student only."),
                    Map.entry("product_id", "The loan or certificate on offer."),
                    Map.entry("amount", "A decimal of the class's currency, such as 7.50."),
                    Map.entry("also", "Other classes of the caller that are meant too."),
                    Map.entry("student", "Which student of the class."),
                    Map.entry("device", "Which device of the class."),
                    Map.entry("seat", "Which seat of the class."),
                    Map.entry("rehearse", "true to be told what would happen; nothing lands."),
                    Map.entry(
                            "fingerprint",
                            "Of the rehearsal that was agreed to; 409 when it would differ now."),
                    Map.entry("act", "Which act, as its answer and the list name it."),
                    Map.entry("guest", "Which guest of the conversation."),
                    Map.entry("day", "Which day, such as 2026-10-16; left out for today."),
                    Map.entry("guardian", "Who follows the student."),
                    Map.entry("code", "Which of the family's codes."),
                    Map.entry("job", "One job only."),
                    Map.entry("state", "One state only."),
                    Map.entry("q", "Part of a name or user name, in any capitals."),
                    Map.entry("role", "One role only."),
                    Map.entry("usual_role", "The role of lines that name none."),
                    Map.entry("subject", "Deeds to one thing only."),
                    Map.entry("action", "One kind of deed only."),
                    Map.entry("actor", "Deeds of one person only."),
                    Map.entry("token", "The secret of the link."),
                    Map.entry(
                            "rows",
                            "all names every line in the report; else those not plainly accepted."));

    private final ArrayNode parameters = NODES.arrayNode();
    private final OpenApiSchemas schemas;
    private final Method method;
    private ObjectNode body;
    private boolean version;
    private boolean query;

    OpenApiInput(Class<?> resource, Method method, OpenApiSchemas schemas) {
        this.schemas = schemas;
        this.method = method;
        for (Field field : resource.getDeclaredFields()) {
            parameter(field, field.getGenericType());
        }
        for (Parameter parameter : method.getParameters()) {
            take(parameter);
        }
        if (method.isAnnotationPresent(Idempotent.class)) {
            header(KEY);
        }
    }

    ArrayNode parameters() {
        return parameters;
    }

    boolean hasBody() {
        return body != null;
    }

    ObjectNode body() {
        return body;
    }

    /** Tells whether a change names the version it was made to. */
    boolean hasVersion() {
        return version;
    }

    boolean hasQuery() {
        return query;
    }

    private void take(Parameter parameter) {
        if (parameter.isAnnotationPresent(BeanParam.class)) {
            for (Field field : parameter.getType().getDeclaredFields()) {
                parameter(field, field.getGenericType());
            }
        } else if (parameter.isAnnotationPresent(FormParam.class)) {
            ObjectNode form = content(MediaType.MULTIPART_FORM_DATA).put("type", "object");
            String name = parameter.getAnnotation(FormParam.class).value();
            form.putObject("properties")
                    .putObject(name)
                    .put("type", "string")
                    .put("format", "binary");
            form.putArray("required").add(name);
        } else if (!parameter(parameter, parameter.getParameterizedType())) {
            entity(parameter);
        }
    }

    private boolean parameter(AnnotatedElement element, Type type) {
        HeaderParam header = element.getAnnotation(HeaderParam.class);
        if (header != null) {
            if (header.value().equals(VERSION)) {
                version = true;
                header(VERSION);
            }
            return true;
        }
        PathParam path = element.getAnnotation(PathParam.class);
        if (path != null) {
            put(path.value(), "path", type).put("required", true);
            return true;
        }
        QueryParam asked = element.getAnnotation(QueryParam.class);
        if (asked == null) {
            return false;
        }
        query = true;
        ObjectNode schema = (ObjectNode) put(asked.value(), "query", type).get("schema");
        DefaultValue usual = element.getAnnotation(DefaultValue.class);
        if (usual != null && type == boolean.class) {
            schema.put("default", Boolean.parseBoolean(usual.value()));
        } else if (usual != null) {
            schema.put("default", Long.parseLong(usual.value()));
        }
        return true;
    }

    private ObjectNode put(String name, String in, Type type) {
        ObjectNode parameter = parameters.addObject().put("name", name).put("in", in);
        parameter.put("description", MEANINGS.get(name));
        parameter.set("schema", schemas.of(type));
        return parameter;
    }

    private void header(String name) {
        parameters.addObject().put("$ref", "#/components/parameters/" + name);
    }

    private void entity(Parameter parameter) {
        if (parameter.getType() == InputStream.class) {
            content(method.getAnnotation(Consumes.class).value()[0]).put("type", "string");
        } else {
            content(MediaType.APPLICATION_JSON)
                    .setAll(schemas.of(parameter.getParameterizedType()));
        }
    }

    private ObjectNode content(String media) {
        body = NODES.objectNode();
        return body.putObject("content").putObject(media).putObject("schema");
    }
}
