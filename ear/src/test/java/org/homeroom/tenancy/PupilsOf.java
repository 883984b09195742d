package org.homeroom.tenancy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.homeroom.kernel.TestServer;
import org.homeroom.launcher.DatabaseAccess;

/** A school's students as the database counts them, for a school that is full. */
record PupilsOf(String label) {

    /** Those of the school with the label. */
    static PupilsOf school(String label) {
        return new PupilsOf(label);
    }

    /** How many may enter. */
    int count() throws SQLException {
        try (Connection app = connection();
                PreparedStatement query =
                        app.prepareStatement(
                                "select count(*) from homeroom.identity_role where role = 'student'");
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    /** The local day that the only one who ever tapped was last in. */
    LocalDate lastDay() throws SQLException {
        try (Connection app = connection();
                PreparedStatement query =
                        app.prepareStatement("select day from homeroom.attendance_standing");
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getObject(1, LocalDate.class);
        }
    }

    /** Changes them; returns how many. */
    int update(String sql) throws SQLException {
        try (Connection app = connection();
                PreparedStatement statement = app.prepareStatement(sql)) {
            return statement.executeUpdate();
        }
    }

    private Connection connection() throws SQLException {
        DatabaseAccess database = TestServer.get().database();
        Connection app =
                DriverManager.getConnection(
                        database.url(), database.appUser(), database.appPassword());
        try (PreparedStatement school =
                app.prepareStatement(
                        "select set_config('app.school_id', (select id::text from"
                                + " homeroom.tenancy_school where subdomain = ?), false)")) {
            school.setString(1, label);
            school.execute();
        }
        return app;
    }
}
