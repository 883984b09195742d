package org.homeroom.operations;

import static org.homeroom.kernel.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.homeroom.identity.Permission;
import org.homeroom.kernel.Answer;
import org.homeroom.kernel.Client;
import org.homeroom.kernel.ServerAddress;
import org.homeroom.kernel.TestServer;
import org.homeroom.launcher.DatabaseAccess;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An operator has the installation tried: schools are apart, and a way in would be found. */
class IsolationIT {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration SOON = Duration.ofSeconds(15);
    private static Client operator;

    @BeforeAll
    static void signIn() {
        operator = Client.signIn("", "operator", "demo-Teacher-1");
    }

    /** One report is stopped on the way; the next finds nothing that it left. */
    @Test
    void everythingIsTriedAndNothingLeaks() throws Exception {
        givesUpSoon(operator.post("/isolation-reports", null).ok(202));
        JsonNode begun = operator.post("/isolation-reports", null).ok(202);
        operator.post("/isolation-reports", null).refused(409, "CONFLICT");

        JsonNode report = ended(begun);

        assertEquals("[]", report.get("leaks").toString());
        assertEquals("[]", report.get("gaps").toString());
        assertEquals("clean", report.get("state").asText());
        assertTrue(report.get("sound").asBoolean());
        JsonNode checked = report.get("checked");
        assertTrue(checked.get("tables").asInt() > 50, checked::toString);
        assertTrue(checked.get("tables_with_canaries").asInt() > 25, checked::toString);
        long ways =
                Permission.allWays().stream()
                        .filter(way -> way.startsWith("GET ") || way.startsWith("PAGE "))
                        .filter(way -> !Permission.isOpen(way))
                        .filter(way -> !Permission.of(way).orElseThrow().isOfDistrict())
                        .count();
        assertEquals(
                ways,
                checked.get("routes").asInt()
                        + checked.get("pages").asInt()
                        + checked.get("exports").asInt());
        assertEquals(1, checked.get("sockets").asInt());
        assertEquals(
                Permission.allWays().stream().filter(way -> way.startsWith("JOB ")).count(),
                checked.get("jobs").asLong());
        Answer printed = operator.get(path(report) + "/report.txt");
        assertTrue(
                printed.response().body().endsWith(report.get("signature").asText() + "\n"),
                printed::toString);
        JsonNode noted = operator.get("/audit?action=operations.isolation.begun").ok(200);
        assertTrue(noted.toString().contains(begun.get("id").asText()), noted::toString);
        theSchoolsOfTheTrialAreNobodys();
    }

    @Test
    void aTableWithoutItsGuardIsFound() throws Exception {
        owner(
                "create table homeroom.planted_leak (school_id uuid not null, note text);"
                        + " insert into homeroom.planted_leak select id, 'psst' from homeroom.tenancy_school;"
                        + " grant select, insert on homeroom.planted_leak to homeroom_app");
        try {
            JsonNode report = ended(operator.post("/isolation-reports", null).ok(202));

            assertEquals("leaking", report.get("state").asText(), report::toString);
            String leaks = report.get("leaks").toString();
            assertTrue(
                    leaks.contains("table planted_leak has no forced row-level security"), leaks);
            assertTrue(leaks.contains("rows of other schools can be read"), leaks);
            assertTrue(leaks.contains("rows can be read without a school"), leaks);
            assertTrue(leaks.contains("a row of another school gets past the guard"), leaks);
            for (JsonNode leak : report.get("leaks")) {
                assertTrue(leak.asText().startsWith("table planted_leak"), leak::asText);
            }
        } finally {
            owner("drop table homeroom.planted_leak");
        }
    }

    @Test
    void reportsAreMadeAtTheDistrictAlone() {
        Client atSchool = Client.signIn("riverbend", "operator", "demo-Teacher-1");

        atSchool.post("/isolation-reports", null).refused(403, "AUTHORIZATION_ERROR");
        atSchool.post("/jobs/isolation-report/executions", Map.of())
                .refused(403, "AUTHORIZATION_ERROR");
    }

    private static void givesUpSoon(JsonNode begun) throws Exception {
        String job =
                operator.get("/jobs/executions?job=isolation-report&per_page=1")
                        .ok(200)
                        .at("/0/id")
                        .asText();

        operator.post("/jobs/executions/" + job + "/stop", null).ok(202);

        await(SOON, () -> !state(begun).equals("running"));
        assertEquals("failed", state(begun));
        await(
                SOON,
                () ->
                        operator.get("/jobs/executions/" + job)
                                .ok(200)
                                .get("state")
                                .asText()
                                .equals("stopped"));
    }

    private static void theSchoolsOfTheTrialAreNobodys() throws Exception {
        Client admin = Client.signIn("", "admin", "demo-Teacher-1");

        assertFalse(
                admin.get("/schools?per_page=100").body().toString().contains("isolation-canary"));
        assertFalse(
                ServerAddress.get("localhost", "/tenancy/schools")
                        .body()
                        .contains("isolation-canary"));
        assertFalse(
                operator.get("/jobs/executions?per_page=100")
                        .body()
                        .toString()
                        .contains("isolation-canary"));
        assertFalse(operator.get("/jobs").body().toString().contains("isolation-canary"));
        Client.at("isolation-canary-1.localhost").get("/me").refused(403, "TENANT_SUSPENDED");
    }

    private static JsonNode ended(JsonNode begun) throws Exception {
        await(PATIENCE, () -> !state(begun).equals("running"));
        return operator.get(path(begun)).ok(200);
    }

    private static String state(JsonNode report) {
        return operator.get(path(report)).ok(200).get("state").asText();
    }

    private static String path(JsonNode report) {
        return "/isolation-reports/" + report.get("id").asText();
    }

    private static void owner(String sql) throws SQLException {
        DatabaseAccess database = TestServer.get().database();
        try (Connection owner =
                        DriverManager.getConnection(
                                database.url(), database.ownerUser(), database.ownerPassword());
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
