package org.homeroom.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.LinkedHashMap;
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
        String expected = schema.expectedVersion();
        data.put("expected_schema", expected);
        try {
            SchemaState state = schema.state();
            data.put("schema", String.valueOf(state.version()));
            data.put("failed_migrations", state.failed());
            data.put("role", state.role());
            data.put("role_bypasses_isolation", state.bypasses());
            data.put("unprotected_tables", state.leaks());
            boolean up =
                    expected.equals(state.version())
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
}
