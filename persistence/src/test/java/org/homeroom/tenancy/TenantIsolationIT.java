package org.homeroom.tenancy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No school reaches a row of another one, in any table there is. The tables come from the
 * catalogue: a new one without its guard fails here.
 */
class TenantIsolationIT {

    private static final String UNGUARDED =
            """
            select c.oid::regclass::text from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'school_id' and not a.attisdropped
            where c.relkind in ('r', 'p', 'm') and c.relnamespace = 'homeroom'::regnamespace
              and not (c.relrowsecurity and c.relforcerowsecurity)
            """;
    private static final String UNGUARDED_VIEWS =
            """
            select c.oid::regclass::text from pg_class c
            where c.relkind = 'v' and c.relnamespace = 'homeroom'::regnamespace
              and not coalesce(c.reloptions, '{}') @> array['security_invoker=true']
            """;
    private static final String NULLABLE =
            """
            select c.oid::regclass::text from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'school_id' and not a.attnotnull
            where c.relkind in ('r', 'p') and c.relnamespace = 'homeroom'::regnamespace
            """;
    private static final String UPDATABLE =
            """
            select quote_ident(a.attname) from pg_attribute a
            where a.attrelid = to_regclass(?) and a.attnum > 0 and not a.attisdropped
              and a.attgenerated = '' and a.attname <> 'school_id'
              and has_column_privilege('homeroom_app', a.attrelid, a.attnum, 'update') limit 1
            """;
    private static final String BORROWED_RIGHTS =
            "select proname from pg_proc where prosecdef and pronamespace ="
                    + " 'homeroom'::regnamespace";

    private static final String NOT_THIS_KIND = "23001";

    private static TwoSchools schools;

    @BeforeAll
    static void plant() throws SQLException {
        schools = TwoSchools.plant();
    }

    @AfterAll
    static void clear() throws SQLException {
        schools.close();
    }

    static List<String> tables() throws SQLException {
        return schools.list(TwoSchools.TABLES);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aSchoolReadsItsOwnRowsAlone(String table) throws SQLException {
        assertEquals(1, schools.as(schools.ours, "select count(*) from " + table));
        assertEquals(0, schools.as(schools.ours, read(table, schools.theirs)));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void withoutASchoolNothingIsThere(String table) throws SQLException {
        assertEquals(0, schools.as(null, "select count(*) from " + table));
        assertNull(schools.as(null, insert(table, schools.ours)));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aSchoolAddsNothingToAnother(String table) throws SQLException {
        assertNull(schools.as(schools.ours, insert(table, schools.theirs)));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aSchoolChangesNothingOfAnother(String table) throws SQLException {
        for (String column : schools.list(UPDATABLE, table)) {
            String change = "update " + table + " set " + column + " = " + column;
            assertEquals(1, schools.as(schools.ours, change));
            assertEquals(0, schools.as(null, change));
        }
        String handOver = "update " + table + " set school_id = '" + schools.theirs + "'";
        assertNull(schools.as(schools.ours, handOver));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aSchoolDeletesNothingOfAnother(String table) throws SQLException {
        Integer deleted = schools.as(schools.ours, "delete from " + table);

        assertTrue(deleted == null || deleted == 1, table + " lost " + deleted);
        assertNull(schools.as(schools.ours, "truncate " + table));
    }

    @Test
    void everyTableOfASchoolForcesItsGuard() throws SQLException {
        assertEquals(List.of(), schools.list(UNGUARDED));
        assertEquals(List.of(), schools.list(UNGUARDED_VIEWS));
        assertEquals(List.of(), schools.list(NULLABLE));
    }

    @Test
    void aNewTableWithoutAGuardIsFound() throws SQLException {
        schools.run(
                "create table homeroom.planted (school_id uuid); create view homeroom.peek as"
                        + " select 1 as one");

        assertEquals(List.of("planted"), schools.list(UNGUARDED));
        assertEquals(List.of("peek"), schools.list(UNGUARDED_VIEWS));
        assertEquals(List.of("planted"), schools.list(NULLABLE));
        schools.run("drop table homeroom.planted; drop view homeroom.peek");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "audit_entry",
                "ledger_entry",
                "ledger_posting",
                "ledger_seal",
                "ledger_proof",
                "attendance_tap",
                "attendance_tap_removal",
                "attendance_tap_restoration",
                "attendance_tap_addition",
                "attendance_mark",
                "messaging_message"
            })
    void aJournalIsOnlyEverAddedTo(String journal) throws SQLException {
        assertEquals(List.of(), schools.list(UPDATABLE, journal));
        assertNull(schools.as(schools.ours, "delete from " + journal));
    }

    @Test
    void oneFunctionAloneLendsTheRightsOfItsOwner() throws SQLException {
        assertEquals(List.of("tenancy_erase_try_out"), schools.list(BORROWED_RIGHTS));
    }

    @Test
    void aTryOutIsTakenAwayWholeAndNothingElse() throws SQLException {
        schools.run("savepoint before; set local session_replication_role = replica");
        schools.run(
                "update tenancy_school set kind = 'try_out', of_school = '%s', opened_by = id, ends_at = now() where id = '%s'"
                        .formatted(schools.ours, schools.theirs));
        schools.run("set local session_replication_role = origin; set local role homeroom_app");
        schools.run("set local app.school_id = '" + schools.theirs + "'");
        schools.run("select tenancy_erase_try_out()");
        schools.run("set local role none");

        for (String table : tables()) {
            assertEquals(
                    List.of(schools.ours.toString()),
                    schools.list(
                            "select school_id from %s where school_id in ('%s', '%s')"
                                    .formatted(table, schools.ours, schools.theirs)),
                    table);
        }
        schools.run("rollback to before");
    }

    @Test
    void noSchoolIsTakenAwayOrBecomesATryOut() {
        String erase = "select tenancy_erase_try_out()";
        String change =
                "update tenancy_school set kind = 'try_out', of_school = id, opened_by = id, ends_at = now() where id = '"
                        + schools.ours
                        + "'";

        for (String act : List.of(erase, change)) {
            SQLException refused =
                    assertThrows(SQLException.class, () -> schools.as(schools.ours, act));
            assertEquals(NOT_THIS_KIND, refused.getSQLState());
        }
    }

    @Test
    void theApplicationOwnsNothingAndBypassesNothing() throws SQLException {
        String bypasses =
                "select count(*) from pg_roles where rolname = current_user and (rolsuper or"
                        + " rolbypassrls)";
        String owned = "select count(*) from pg_class where relowner = current_user::regrole";

        assertEquals(0, schools.as(null, bypasses));
        assertEquals(0, schools.as(null, owned));
    }

    private static String read(String table, UUID school) {
        return "select count(*) from " + table + " where school_id = '" + school + "'";
    }

    private static String insert(String table, UUID school) {
        return "insert into " + table + " (school_id) values ('" + school + "')";
    }
}
