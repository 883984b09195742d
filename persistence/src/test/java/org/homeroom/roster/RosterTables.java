package org.homeroom.roster;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.homeroom.identity.AccountNames;
import org.homeroom.identity.TestNames;
import org.homeroom.kernel.TestDatabase;
import org.homeroom.privacy.PersonalData;
import org.homeroom.privacy.TestKeys;
import org.homeroom.tenancy.TenantDatabase;
import org.homeroom.tenancy.TenantSql;
import org.homeroom.tenancy.TestSql;

/** The roster's repositories in one open transaction of the application's role, for one school. */
final class RosterTables implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-10-13T16:00:00Z");

    final Connection connection;
    final RosterRepository roster = new RosterRepository();
    final SeatRepository seats = new SeatRepository();
    final ClaimRepository claims = new ClaimRepository();
    final ImportRepository imports = new ImportRepository();
    final DeliveryRepository deliveries = new DeliveryRepository();
    final GuardianRepository guardians = new GuardianRepository();
    final RecoveryRepository recoveries = new RecoveryRepository();
    final ClosingRepository closings = new ClosingRepository();
    final StageRepository stage = new StageRepository();
    final KnownRosterRepository known = new KnownRosterRepository();
    final RosterApplyRepository apply = new RosterApplyRepository();

    private final AccountNames accounts = TestNames.accounts();

    private RosterTables(Connection connection) {
        this.connection = connection;
        TenantSql sql = TestSql.over(new OpenTransaction(connection));
        roster.sql = sql;
        seats.sql = sql;
        claims.sql = sql;
        imports.sql = sql;
        imports.classes = roster;
        deliveries.sql = sql;
        guardians.sql = sql;
        guardians.names = accounts;
        closings.sql = sql;
        closings.names = accounts;
        recoveries.sql = sql;
        recoveries.names = accounts;
        stage.sql = sql;
        known.sql = sql;
        apply.sql = sql;
        PersonalData personal = TestKeys.personal();
        SeatNames seatNames = new SeatNames();
        seatNames.personal = personal;
        SourceNames sourceNames = new SourceNames();
        sourceNames.personal = personal;
        roster.names = seatNames;
        seats.names = seatNames;
        seats.accounts = accounts;
        closings.personal = personal;
        recoveries.personal = personal;
        imports.personal = personal;
        deliveries.personal = personal;
        stage.names = sourceNames;
        stage.accounts = accounts;
        known.names = sourceNames;
        known.accounts = accounts;
        apply.names = sourceNames;
        apply.seats = seatNames;
    }

    static RosterTables of(UUID school) throws SQLException {
        return new RosterTables(TestDatabase.get().asSchool(school));
    }

    /** Stores an account to be teacher or student. */
    UUID account(String username) throws SQLException {
        UUID id = UUID.randomUUID();
        String insert =
                "insert into identity_account (school_id, id, username, display_name, kind)"
                        + " values (current_school(), ?, ?, ?, 'adult')";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setObject(1, id);
            statement.setString(2, username);
            statement.setString(3, username);
            statement.executeUpdate();
        }
        return id;
    }

    /** Gives a stored account a role. */
    void role(UUID account, String role) throws SQLException {
        run(
                "insert into identity_role (school_id, account_id, role) values (current_school(), '"
                        + account
                        + "', '"
                        + role
                        + "')");
    }

    /** Seats a stored account in a class. */
    void sit(UUID classId, UUID student) throws SQLException {
        run(
                """
                insert into roster_seat (school_id, id, class_id, first_name, last_initial, salt,
                       last_name_hashes, student_id, created_at, claimed_at, rostered)
                values (current_school(), gen_random_uuid(), '%s', 'A', 'B', decode(repeat('00', 16), 'hex'),
                        '{x}', '%s', now(), now(), true)
                """
                        .formatted(classId, student));
    }

    /** Runs a statement. */
    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Reads the first cell as text. */
    String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Opens a class under a code nobody else has. */
    UUID openClass(UUID teacher, String period) {
        UUID id = UUID.randomUUID();
        String code =
                id.toString().replaceAll("[^2-9a-f]", "").substring(0, 6).toUpperCase(Locale.ROOT);
        roster.add(id, "Period " + period, period, null, code, teacher, NOW);
        return id;
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }

    private static final class OpenTransaction extends TenantDatabase {

        private final Connection handle;

        OpenTransaction(Connection connection) {
            handle =
                    (Connection)
                            Proxy.newProxyInstance(
                                    RosterTables.class.getClassLoader(),
                                    new Class<?>[] {Connection.class},
                                    (proxy, method, arguments) -> {
                                        try {
                                            boolean close = method.getName().equals("close");
                                            return close
                                                    ? null
                                                    : method.invoke(connection, arguments);
                                        } catch (InvocationTargetException e) {
                                            throw e.getCause();
                                        }
                                    });
        }

        @Override
        public Connection connection() {
            return handle;
        }
    }
}
