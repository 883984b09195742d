package org.homeroom.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads and creates schools. The list of schools belongs to the platform, not to any tenant. */
@ApplicationScoped
public class SchoolRepository {

    private static final String COLUMNS =
            "select id, name, subdomain, zone, language, kind, status from tenancy_school ";

    @Inject TenantDatabase database;

    /** Finds by host label, lower case. */
    public Optional<SchoolRef> bySubdomain(String subdomain) {
        return list("where subdomain = ?", subdomain).stream().findFirst();
    }

    /** Finds by id. */
    public Optional<SchoolRef> byId(UUID id) {
        return list("where id = ?", id).stream().findFirst();
    }

    /** Returns the district's own tenant; empty before the installation is set up. */
    public Optional<SchoolRef> district() {
        return list("where kind = ?", "district").stream().findFirst();
    }

    /** Lists the schools in order of name, without the district. */
    public List<SchoolRef> schools() {
        return list("where kind = ? order by name", "school");
    }

    /** Stores a new school. */
    public void add(SchoolRef school) {
        String sql =
                "insert into tenancy_school (id, name, subdomain, zone, language, kind, status)"
                        + " values (?, ?, ?, ?, ?, ?, ?)";
        try (Connection connection = database.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, school.id());
            statement.setString(2, school.name());
            statement.setString(3, school.subdomain());
            statement.setString(4, school.zone().getId());
            statement.setString(5, school.language());
            statement.setString(6, school.kind());
            statement.setString(7, school.status());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the school could not be stored", e);
        }
    }

    private List<SchoolRef> list(String where, Object parameter) {
        try (Connection connection = database.connection();
                PreparedStatement statement = connection.prepareStatement(COLUMNS + where)) {
            statement.setObject(1, parameter);
            List<SchoolRef> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(school(row));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the schools could not be read", e);
        }
    }

    private static SchoolRef school(ResultSet row) throws SQLException {
        return new SchoolRef(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("subdomain"),
                ZoneId.of(row.getString("zone")),
                row.getString("language"),
                row.getString("kind"),
                row.getString("status"));
    }
}
