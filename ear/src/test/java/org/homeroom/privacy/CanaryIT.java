package org.homeroom.privacy;

import static org.homeroom.kernel.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.kernel.Client;
import org.homeroom.kernel.TestServer;
import org.homeroom.launcher.DatabaseAccess;
import org.homeroom.roster.OwnClass;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A name planted by every way in is found in no table, as in no dump, and everywhere that people
 * look; also after the school's key was changed, and nowhere once its owner is deleted.
 */
class CanaryIT {

    private static final String DEMO = "demo-Teacher-1";
    private static final String TABLES =
            """
            select c.oid::regclass::text from pg_class c
              join pg_namespace n on n.oid = c.relnamespace
             where n.nspname = 'homeroom' and c.relkind in ('r', 'p')
               and has_table_privilege(c.oid, 'select') order by 1
            """;

    // Letters alone, so that it may be part of any name.
    private static final String CANARY = "canary" + OwnClass.letters();

    private static Client principal;
    private static OwnClass own;
    private static String person;
    private static String pupil;

    @BeforeAll
    static void plant() {
        principal = Client.signIn("riverbend", "principal", DEMO);
        own = OwnClass.open();
        pupil = own.seat(CANARY);
        own.teacher()
                .upload(
                        own.path() + "/roster",
                        "first_name,last_name,date_of_birth,block\nAda,"
                                + CANARY
                                + ","
                                + CANARY
                                + ","
                                + own.period());
        Map<String, Object> made =
                Map.of(
                        "username",
                        CANARY + "@example.org",
                        "name",
                        "A " + CANARY,
                        "password",
                        "Correct-horse-9",
                        "roles",
                        List.of("teacher"));
        person =
                principal
                        .with("Idempotency-Key", UUID.randomUUID().toString())
                        .post("/users", made)
                        .ok(201)
                        .get("id")
                        .asText();
        principal
                .with("If-Match", "\"1\"")
                .patch("/users/" + person, Map.of("name", "The " + CANARY))
                .ok(200);
        Map<String, Object> guest =
                Map.of("role", "staff", "name", CANARY, "email", CANARY + "@example.com");
        principal.post("/invitations", guest).ok(201);
        principal.post("/invitations", guest).refused(409, "CONFLICT");
    }

    @Test
    void aDumpTellsNobodysName() throws Exception {
        assertEquals(List.of(), tablesWith(CANARY));
        found();
        rotate();

        assertEquals(List.of(), tablesWith(CANARY));
        found();
    }

    @Test
    void theAuditShowsNamesToThoseWhoAnswerForIt() {
        String changes =
                principal
                        .get("/audit?limit=100&action=identity.account.changed&subject=" + person)
                        .ok(200)
                        .toString();

        assertTrue(changes.contains("A " + CANARY), changes);
        assertTrue(changes.contains("The " + CANARY), changes);
    }

    @Test
    void whoLooksAtAStudentsRecordIsOnRecord() {
        Client student = Client.signIn("riverbend", pupil, OwnClass.PIN);
        String id = student.get("/me").ok(200).at("/person/id").asText();
        String account = student.get(own.path() + "/accounts").ok(200).at("/0/id").asText();
        assertEquals(0, principal.get("/users/" + id + "/disclosures").ok(200).size());

        principal.get("/users/" + id).ok(200);
        principal.get("/users/" + id).ok(200);
        own.teacher().get("/accounts/" + account + "/entries").ok(200);
        student.get("/accounts/" + account + "/entries").ok(200);

        JsonNode looks = principal.get("/users/" + id + "/disclosures").ok(200);
        assertEquals(2, looks.size(), looks.toString());
        own.teacher().get("/users/" + id + "/disclosures").refused(403, "AUTHORIZATION_ERROR");
    }

    @Test
    void aDeletedAccountLeavesANumberAndAReceipt() {
        OwnClass other = OwnClass.open();
        Client student = Client.signIn("riverbend", other.seat("Leaver"), OwnClass.PIN);
        String id = student.get("/me").ok(200).at("/person/id").asText();
        String path = "/users/" + id;
        principal
                .send("DELETE", path, "application/json", Map.of("word", "yes"))
                .refused(422, "VALIDATION_ERROR");

        JsonNode receipt =
                principal
                        .send("DELETE", path, "application/json", Map.of("word", "DELETE"))
                        .ok(200);

        assertTrue(receipt.get("gone").findValuesAsText("what").contains("names on class lists"));
        assertTrue(receipt.get("kept").findValuesAsText("what").contains("audit entries"));
        assertEquals(receipt, principal.get(path + "/receipt").ok(200));
        principal.get(path).refused(404, "NOT_FOUND");
        student.get("/me").refused(401, "AUTHENTICATION_ERROR");
        assertFalse(
                other.teacher().get(other.path() + "/seats").ok(200).toString().contains("Leaver"));
        principal
                .send("DELETE", path, "application/json", Map.of("word", "DELETE"))
                .refused(404, "NOT_FOUND");
    }

    private static void found() {
        assertEquals(1, principal.get("/users?q=The%20" + CANARY).ok(200).size());
        assertTrue(
                own.teacher()
                        .get(own.path() + "/seats")
                        .ok(200)
                        .findValuesAsText("first_name")
                        .contains(CANARY));
        Client.signIn("riverbend", pupil.toUpperCase(java.util.Locale.ROOT), OwnClass.PIN);
    }

    private static void rotate() throws Exception {
        Client operator = Client.signIn("", "operator", DEMO);
        String job =
                operator.post(
                                "/jobs/pii-rotation/executions",
                                Map.of("parameters", Map.of("school", "riverbend")))
                        .ok(201)
                        .get("job_execution_id")
                        .asText();
        String path = "/jobs/executions/" + job;
        await(() -> operator.get(path).ok(200).get("state").asText().equals("completed"));
        assertEquals(100, operator.get(path).ok(200).at("/progress/percent").asInt());
    }

    private static List<String> tablesWith(String text) throws SQLException {
        DatabaseAccess database = TestServer.get().database();
        try (Connection app =
                DriverManager.getConnection(
                        database.url(), database.appUser(), database.appPassword())) {
            app.setAutoCommit(false);
            app.createStatement()
                    .execute(
                            "select set_config('app.school_id', (select id::text from homeroom.tenancy_school"
                                    + " where subdomain = 'riverbend'), true)");
            List<String> found = new ArrayList<>();
            for (String table : texts(app, TABLES)) {
                if (!texts(
                                app,
                                "select 1::text from "
                                        + table
                                        + " t where t::text ilike '%"
                                        + text
                                        + "%' limit 1")
                        .isEmpty()) {
                    found.add(table);
                }
            }
            return found;
        }
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            List<String> texts = new ArrayList<>();
            while (row.next()) {
                texts.add(row.getString(1));
            }
            return texts;
        }
    }
}
