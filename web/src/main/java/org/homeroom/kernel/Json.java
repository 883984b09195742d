package org.homeroom.kernel;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * JSON as the public interface speaks it (api.md): snake_case, ISO instants, and strict: unknown or
 * repeated fields, and a number where text belongs (an amount of money, say), are refused.
 */
public final class Json {

    private static final ObjectMapper MAPPER = mapper();

    private Json() {}

    /** Returns the one mapper; it is shared, so nobody configures it further. */
    public static ObjectMapper strict() {
        return MAPPER;
    }

    private static ObjectMapper mapper() {
        JsonMapper.Builder builder =
                JsonMapper.builder()
                        .addModule(new JavaTimeModule())
                        .addModule(new WireTypes())
                        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                        .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);
        builder.withCoercionConfig(
                LogicalType.Textual,
                text ->
                        text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
        return builder.build();
    }
}
