package org.homeroom.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.homeroom.kernel.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The audit is a chain: it shows every byte that was changed behind its back. */
class AuditChainIT {

    private final TestDatabase database = TestDatabase.get();
    private UUID school;

    @BeforeEach
    void threeDeeds() throws SQLException {
        school = database.newSchool();
        for (String action : new String[] {"class.opened", "pay.changed", "person.disabled"}) {
            asSchool(
                    "insert into audit_entry (action, subject_type, after_state) values ('"
                            + action
                            + "', 'test', '{\"rate\": 1}')");
        }
    }

    @Test
    void sealedEntriesProveThemselves() throws SQLException {
        assertEquals("3", ask("select audit_seal_next(100)"));
        assertEquals("0", ask("select audit_seal_next(100)"));

        assertEquals("3", ask("select sealed from audit_prove()"));
        assertNull(ask("select breach from audit_prove()"));
    }

    @Test
    void aChangedEntryBreaksTheChain() throws SQLException {
        ask("select audit_seal_next(100)");

        tamper("update audit_entry set after_state = '{\"rate\": 2}' where action = 'pay.changed'");

        assertEquals("1", ask("select sealed from audit_prove()"));
        assertEquals("entry", ask("select split_part(breach, ' ', 1) from audit_prove()"));
    }

    @Test
    void theApplicationCanNeitherChangeNorRemove() {
        assertThrows(SQLException.class, () -> asSchool("update audit_entry set action = 'x'"));
        assertThrows(SQLException.class, () -> asSchool("delete from audit_entry"));
        assertThrows(SQLException.class, () -> asSchool("delete from audit_seal"));
    }

    @Test
    void eachSchoolHasAChainOfItsOwn() throws SQLException {
        ask("select audit_seal_next(100)");
        school = database.newSchool();

        assertEquals("0", ask("select audit_seal_next(100)"));
        assertEquals("0", ask("select count(*) from audit_entry"));
    }

    private void asSchool(String sql) throws SQLException {
        try (Connection connection = database.asSchool(school);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
            connection.commit();
        }
    }

    private String ask(String sql) throws SQLException {
        try (Connection connection = database.asSchool(school);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            String answer = row.getString(1);
            connection.commit();
            return answer;
        }
    }

    // Somebody with every right, who stops the guards first.
    private void tamper(String sql) throws SQLException {
        try (Connection superuser = database.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("set search_path = homeroom; set session_replication_role = replica");
            statement.execute(sql + " and school_id = '" + school + "'");
        }
    }
}
