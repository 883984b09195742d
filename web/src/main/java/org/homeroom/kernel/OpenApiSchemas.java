package org.homeroom.kernel;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.Nullable;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Schemas of what goes over the wire, one for each record. */
final class OpenApiSchemas {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Map<Class<?>, String[]> PLAIN =
            Map.ofEntries(
                    Map.entry(String.class, new String[] {"string"}),
                    Map.entry(UUID.class, new String[] {"string", "uuid"}),
                    Map.entry(Instant.class, new String[] {"string", "date-time"}),
                    Map.entry(LocalDate.class, new String[] {"string", "date"}),
                    Map.entry(LocalTime.class, new String[] {"string", "time"}),
                    Map.entry(BigDecimal.class, new String[] {"number"}),
                    Map.entry(boolean.class, new String[] {"boolean"}),
                    Map.entry(Boolean.class, new String[] {"boolean"}),
                    Map.entry(int.class, new String[] {"integer", "int32"}),
                    Map.entry(Integer.class, new String[] {"integer", "int32"}),
                    Map.entry(long.class, new String[] {"integer", "int64"}),
                    Map.entry(Long.class, new String[] {"integer", "int64"}));

    private final ObjectNode components;
    private final Map<String, Class<?>> known = new HashMap<>();

    OpenApiSchemas(ObjectNode components) {
        this.components = components;
    }

    /** Returns the schema of a type, or a reference to it. */
    ObjectNode of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return container(generic);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == Object.class) {
            return NODES.objectNode();
        }
        if (raw.isRecord()) {
            return NODES.objectNode().put("$ref", "#/components/schemas/" + component(raw));
        }
        String[] plain = PLAIN.get(raw);
        if (plain == null) {
            throw new IllegalStateException("no schema for " + type);
        }
        ObjectNode schema = NODES.objectNode().put("type", plain[0]);
        return plain.length == 1 ? schema : schema.put("format", plain[1]);
    }

    private ObjectNode container(ParameterizedType generic) {
        Type[] arguments = generic.getActualTypeArguments();
        Class<?> raw = (Class<?>) generic.getRawType();
        if (Collection.class.isAssignableFrom(raw)) {
            ObjectNode list = NODES.objectNode().put("type", "array");
            list.set("items", of(arguments[0]));
            return list;
        }
        ObjectNode map = NODES.objectNode().put("type", "object");
        map.set("additionalProperties", of(arguments[1]));
        return map;
    }

    private String component(Class<?> type) {
        String name = name(type);
        Class<?> other = known.put(name, type);
        if (other != null && other != type) {
            throw new IllegalStateException(type + " and " + other + " are both called " + name);
        }
        if (other == null && !components.has(name)) {
            describe(type, components.putObject(name));
        }
        return name;
    }

    private void describe(Class<?> type, ObjectNode schema) {
        schema.put("type", "object").put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = NODES.arrayNode();
        boolean nullsLeftOut = type.isAnnotationPresent(JsonInclude.class);
        for (RecordComponent component : type.getRecordComponents()) {
            String name = SnakeCaseStrategy.INSTANCE.translate(component.getName());
            boolean nullable = component.isAnnotationPresent(Nullable.class);
            ObjectNode property =
                    component.getAccessor().isAnnotationPresent(JsonRawValue.class)
                            ? NODES.objectNode().put("type", "object")
                            : of(component.getGenericType());
            properties.set(name, nullable && !nullsLeftOut ? orNull(property) : property);
            if (!nullable) {
                required.add(name);
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
    }

    private static ObjectNode orNull(ObjectNode schema) {
        if (schema.has("$ref")) {
            ObjectNode either = NODES.objectNode();
            either.putArray("anyOf").add(schema).addObject().put("type", "null");
            return either;
        }
        String type = schema.get("type").asText();
        schema.putArray("type").add(type).add("null");
        return schema;
    }

    /**
     * {@code PayRunJson.Line} is called {@code PayRun.Line}, {@code TapResource.TapJson} is Tap.
     */
    private static String name(Class<?> type) {
        String own = type.getSimpleName().replaceFirst("(Json|Resource)$", "");
        Class<?> outer = type.getEnclosingClass();
        return outer == null || name(outer).equals(own) ? own : name(outer) + "." + own;
    }
}
