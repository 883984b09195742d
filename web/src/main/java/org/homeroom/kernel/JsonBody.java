package org.homeroom.kernel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads and writes the bodies of the REST interface, and says what is wrong with one it refuses.
 */
@Provider
@Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
@Produces({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
public class JsonBody implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

    private static final List<Class<?>> RAW =
            List.of(CharSequence.class, byte[].class, InputStream.class, StreamingOutput.class);

    private final ObjectMapper mapper = Json.strict();

    @Override
    public boolean isReadable(
            Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        // A record is always JSON to us, also when a client without a body names no media type.
        return isJson(type, media) || type.isRecord() && !hasOtherType(media);
    }

    @Override
    public boolean isWriteable(
            Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return isJson(type, media);
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        byte[] bytes = body.readAllBytes();
        if (bytes.length == 0) {
            // Nothing sent means no field given; each resource says which ones it needs.
            bytes = "{}".getBytes(StandardCharsets.UTF_8);
        }
        try {
            Object value = mapper.readValue(bytes, mapper.constructType(generic));
            if (value == null) {
                throw new Refusal(ErrorCode.MALFORMED, "Send a JSON object, not null.");
            }
            return value;
        } catch (UnrecognizedPropertyException e) {
            String field = field(e);
            throw new Refusal(
                    ErrorCode.MALFORMED,
                    field,
                    "There is no field " + field + " here. Leave it out.");
        } catch (JsonMappingException e) {
            throw mismatch(e);
        } catch (JsonProcessingException e) {
            throw unreadable();
        }
    }

    @Override
    public void writeTo(
            Object value,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        body.write(mapper.writeValueAsBytes(value));
    }

    private static Refusal mismatch(JsonMappingException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
        }
        String field = field(e);
        return field.isEmpty()
                ? unreadable()
                : new Refusal(
                        ErrorCode.VALIDATION_ERROR,
                        field,
                        "The value of "
                                + field
                                + " has the wrong form. See the interface's description.");
    }

    private static Refusal unreadable() {
        return new Refusal(
                ErrorCode.MALFORMED, "The body is not readable JSON. Check it and send it again.");
    }

    private static String field(JsonMappingException e) {
        return e.getPath().stream()
                .map(
                        step ->
                                step.getFieldName() == null
                                        ? "[" + step.getIndex() + "]"
                                        : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static boolean isJson(Class<?> type, MediaType media) {
        return RAW.stream().noneMatch(raw -> raw.isAssignableFrom(type)) && isJson(media);
    }

    private static boolean isJson(MediaType media) {
        return media != null
                && "application".equals(media.getType())
                && ("json".equals(media.getSubtype()) || media.getSubtype().endsWith("+json"));
    }

    private static boolean hasOtherType(MediaType media) {
        return media != null
                && !media.isWildcardType()
                && !isJson(media)
                && !MediaType.APPLICATION_OCTET_STREAM_TYPE.isCompatible(media);
    }
}
