package org.homeroom.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import java.util.function.Function;

/** The part of JSON Schema that the OpenAPI document uses. */
final class Schema {

    private final JsonNode document;

    Schema(JsonNode document) {
        this.document = document;
    }

    /** Returns what is wrong with a value, null when nothing is. */
    String fault(JsonNode schema, JsonNode value, String where) {
        if (schema.has("$ref")) {
            return fault(document.at(schema.get("$ref").asText().substring(1)), value, where);
        }
        if (schema.has("anyOf")) {
            for (JsonNode one : schema.get("anyOf")) {
                if (fault(one, value, where) == null) {
                    return null;
                }
            }
            return where + " is none of what it may be: " + value;
        }
        if (schema.has("const")) {
            return schema.get("const").equals(value)
                    ? null
                    : where + " is not " + schema.get("const");
        }
        if (!mayBe(schema.path("type"), value)) {
            return where + " is no " + schema.get("type") + ": " + value;
        }
        if (value.isObject()) {
            return ofObject(schema, value, where);
        }
        if (value.isArray()) {
            return ofList(schema, value, where);
        }
        return value.isTextual() ? ofText(schema, value.asText(), where) : null;
    }

    private static boolean mayBe(JsonNode type, JsonNode value) {
        if (type.isArray()) {
            return mayBe(type.get(0), value) || value.isNull();
        }
        return switch (type.asText()) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> true;
        };
    }

    private String ofObject(JsonNode schema, JsonNode value, String where) {
        for (JsonNode required : schema.path("required")) {
            if (!value.has(required.asText())) {
                return where + "/" + required.asText() + " is missing";
            }
        }
        JsonNode others = schema.path("additionalProperties");
        for (String name : (Iterable<String>) value::fieldNames) {
            JsonNode property = schema.path("properties").path(name);
            JsonNode rule = property.isMissingNode() && others.isObject() ? others : property;
            if (rule.isMissingNode() && others.isBoolean()) {
                return where + "/" + name + " is not described";
            }
            String fault =
                    rule.isMissingNode() ? null : fault(rule, value.get(name), where + "/" + name);
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    private String ofList(JsonNode schema, JsonNode value, String where) {
        for (int i = 0; i < value.size(); i++) {
            String fault = fault(schema.get("items"), value.get(i), where + "/" + i);
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    private static String ofText(JsonNode schema, String text, String where) {
        if (schema.has("pattern") && !text.matches(".*" + schema.get("pattern").asText() + ".*")) {
            return where + " is not like " + schema.get("pattern") + ": " + text;
        }
        return switch (schema.path("format").asText()) {
            case "uuid" -> read(text, UUID::fromString, where);
            case "date-time" -> read(text, Instant::parse, where);
            case "date" -> read(text, LocalDate::parse, where);
            case "time" -> read(text, LocalTime::parse, where);
            default -> null;
        };
    }

    private static String read(String text, Function<String, Object> reader, String where) {
        try {
            return reader.apply(text) == null ? where + " is nothing" : null;
        } catch (RuntimeException e) {
            return where + " is not readable: " + text;
        }
    }
}
