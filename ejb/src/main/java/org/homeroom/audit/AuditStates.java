package org.homeroom.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Map;
import org.homeroom.kernel.Personal;
import org.homeroom.kernel.PersonalColumn;
import org.homeroom.kernel.PersonalSeal;

/** States before and after as JSON, in which what tells of a person is sealed for the subject. */
@ApplicationScoped
public class AuditStates {

    // Json itself looks for it anew at each call, through every jar.
    private static final JsonProvider JSON = JsonProvider.provider();

    private static final PersonalColumn STATE = new PersonalColumn("audit_entry", "state");

    @Inject PersonalSeal seal;

    /** Writes a state; null stays null. */
    String write(String subject, Map<String, ?> state) {
        if (state == null) {
            return null;
        }
        JsonObjectBuilder object = JSON.createObjectBuilder();
        state.forEach((name, value) -> add(object, name, sealed(subject, value)));
        return object.build().toString();
    }

    /** Reads a state for people; null stays null. */
    String read(String subject, String state) {
        if (state == null) {
            return null;
        }
        JsonObjectBuilder opened = JSON.createObjectBuilder();
        try (JsonReader reader = JSON.createReader(new StringReader(state))) {
            JsonObject kept = reader.readObject();
            kept.forEach(
                    (name, value) -> {
                        if (value instanceof JsonString text) {
                            opened.add(name, opened(subject, text.getString()));
                        } else {
                            opened.add(name, value);
                        }
                    });
        }
        return opened.build().toString();
    }

    // One changed entry must not hide all others; the proof of the chain tells of it.
    private String opened(String subject, String text) {
        try {
            return seal.open(STATE, subject, text);
        } catch (IllegalStateException e) {
            return "(does not open)";
        }
    }

    private Object sealed(String subject, Object value) {
        return value instanceof Personal told ? seal.seal(STATE, subject, told.text()) : value;
    }

    private static void add(JsonObjectBuilder object, String name, Object value) {
        if (value == null) {
            object.addNull(name);
        } else if (value instanceof Boolean flag) {
            object.add(name, flag);
        } else if (value instanceof Integer || value instanceof Long) {
            object.add(name, ((Number) value).longValue());
        } else {
            object.add(name, value.toString());
        }
    }
}
