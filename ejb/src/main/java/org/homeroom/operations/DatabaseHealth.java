package org.homeroom.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeroom.kernel.HealthContributor;

/**
 * Ready only with the schema of this build, reached by a role that row-level security binds. A
 * server that could show one school's rows to another must not take requests.
 */
@ApplicationScoped
public class DatabaseHealth implements HealthContributor {

    @Inject private SchemaRepository schema;

    @Override
    public Check check() {
        Map<String, Object> data = new LinkedHashMap<>();
        List<String> expected = schema.expectedVersions();
        data.put("expected_schema", expected.get(expected.size() - 1));
        try {
            SchemaState state = schema.state();
            // Each domain numbers in a range of its own, so the newest one alone proves nothing.
            List<String> missing = without(expected, state.versions());
            List<String> unknown = without(state.versions(), expected);
            data.put("missing_migrations", missing);
            data.put("unknown_migrations", unknown);
            data.put("failed_migrations", state.failed());
            data.put("role", state.role());
            data.put("role_bypasses_isolation", state.bypasses());
            data.put("unprotected_tables", state.leaks());
            boolean up =
                    missing.isEmpty()
                            && unknown.isEmpty()
                            && state.failed() == 0
                            && !state.bypasses()
                            && state.leaks().isEmpty();
            return new Check("database", up, data);
        } catch (SQLException e) {
            // The driver's message may name hosts; the SQL state is enough for whoever may only
            // ask.
            data.put("unreachable", String.valueOf(e.getSQLState()));
            return new Check("database", false, data);
        }
    }

    private static List<String> without(List<String> all, List<String> some) {
        return all.stream().filter(one -> !some.contains(one)).toList();
    }
}
