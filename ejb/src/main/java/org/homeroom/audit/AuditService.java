package org.homeroom.audit;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import java.util.Objects;

/** Records deeds in the running transaction. Open to every service; nothing can be read here. */
@Stateless
@PermitAll
public class AuditService {

    @Inject AuditRepository entries;

    /**
     * Records what whoever is at work on this thread did.
     *
     * @param action dotted and in the past tense, such as {@code payroll.run.reversed}
     * @param subjectType what it was done to, such as {@code pay_run}
     * @param subjectId which one, null for none in particular
     * @param before what it was before, null when it did not exist; never secrets
     * @param after what it is now, null when it is gone; never secrets
     */
    public void record(
            String action,
            String subjectType,
            Object subjectId,
            Map<String, ?> before,
            Map<String, ?> after) {
        String subject = Objects.toString(subjectId, null);
        entries.add(new AuditEntry(action, subjectType, subject, json(before), json(after)));
    }

    private static String json(Map<String, ?> state) {
        if (state == null) {
            return null;
        }
        JsonObjectBuilder object = Json.createObjectBuilder();
        state.forEach((name, value) -> add(object, name, value));
        return object.build().toString();
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
