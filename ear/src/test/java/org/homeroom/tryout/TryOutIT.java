package org.homeroom.tryout;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.homeroom.kernel.Client;
import org.homeroom.kernel.InBrowser;
import org.homeroom.kernel.TestServer;
import org.homeroom.kernel.Visitor;
import org.homeroom.kernel.Visitors;
import org.homeroom.launcher.DatabaseAccess;
import org.homeroom.roster.OwnClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A teacher is a student of a class like one's own for ten minutes (economy.md 13). */
@ExtendWith(InBrowser.class)
class TryOutIT {

    @Test
    void aTeacherTapsAndSpendsAsAStudentAndNothingIsLeft(Visitors people) throws Exception {
        OwnClass own = OwnClass.open();
        Visitor teacher = people.signedIn(OwnClass.TEACHER, OwnClass.PASSWORD);
        teacher.open("/roster/roster?class=" + own.id());
        teacher.link("Be a student").click();
        teacher.field("Savings to begin with").fill("7.25");
        assertEquals(List.of(), teacher.look("try-out-begin"));
        teacher.button("Make the class").click();
        teacher.reads("It is ready");
        assertEquals(List.of(), teacher.look("try-out-ready"));
        String label = own.teacher().get("/try-out").ok(200).get("subdomain").asText();
        String school = school(label);
        assertTrue(tables(school).size() > 10);

        teacher.link("Go in as Demo S.").click();
        teacher.button("Go on").click();
        assertThat(teacher.page().getByRole(AriaRole.COMPLEMENTARY)).containsText("You are trying");
        teacher.open("/tryout/begin?class=" + own.id());
        teacher.link("Go in as Demo S.").click();
        teacher.button("Go on").click();
        assertThat(teacher.page().getByRole(AriaRole.COMPLEMENTARY)).containsText("You are trying");
        teacher.reads("50.00");
        teacher.live();
        assertEquals(List.of(), teacher.look("try-out-home"));
        teacher.button("Tap in").click();
        Locator dialog = teacher.page().getByRole(AriaRole.DIALOG);
        dialog.getByLabel("PIN").fill("1234");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Tap in")).click();
        assertThat(teacher.button("Tap out")).isVisible();
        assertEquals(
                1,
                own.teacher().get("/classes").ok(200).findValuesAsText("name").stream()
                        .filter(own.name()::equals)
                        .count());

        teacher.page().locator("summary.is-me").click();
        teacher.button("Sign out").click();
        teacher.page().waitForURL("http://riverbend.localhost:*/**");
        assertEquals(List.of(), tables(school));
        own.teacher().get("/try-out").refused(404, "NOT_FOUND");
        Client.at(label + ".localhost").get("/me").refused(404, "TENANT_NOT_FOUND");
    }

    @Test
    void itEndsByTheClockAndOnlyItsTeacherComesIn() throws Exception {
        OwnClass own = OwnClass.open();
        Client teacher = own.teacher();
        String first = school(begin(own));
        JsonNode key = teacher.post("/try-out/hand-over", null).ok(201);
        String second = begin(own);
        String school = school(second);
        assertNotEquals(first, school);
        assertEquals(List.of(), tables(first));
        Client.at(second + ".localhost")
                .post("/auth/login", Map.of("hand_over", key.get("hand_over").asText()))
                .refused(401, "AUTHENTICATION_ERROR");
        Client student = arrive(teacher, second);
        JsonNode me = student.get("/me").ok(200);
        assertEquals("demonstration_student", me.at("/roles/0").asText());
        student.get("/conversations").refused(403, "AUTHORIZATION_ERROR");
        student.post("/try-out", Map.of("class_id", own.id())).refused(403, "AUTHORIZATION_ERROR");
        student.movedTo("riverbend.localhost").get("/me").refused(403, "TENANT_ACCESS_DENIED");

        Client.signIn("riverbend", "reyes", "demo-Teacher-1")
                .post("/try-out", Map.of("class_id", own.id()))
                .refused(404, "NOT_FOUND");
        teacher.post("/try-out", Map.of()).refused(422, "VALIDATION_ERROR");
        for (String amount : List.of("-1.00", "1000000.01", "1.234", "much")) {
            teacher.post("/try-out", wanted(own, amount)).refused(422, "VALIDATION_ERROR");
        }
        assertEquals(second, teacher.get("/try-out").ok(200).get("subdomain").asText());

        expire(second);
        teacher.get("/try-out").refused(404, "NOT_FOUND");
        teacher.post("/try-out/hand-over", null).refused(404, "NOT_FOUND");
        begin(own);
        assertEquals(List.of(), tables(school));
        student.get("/me").refused(404, "TENANT_NOT_FOUND");
    }

    private static Map<String, Object> wanted(OwnClass own, String amount) {
        return Map.of(
                "class_id", own.id(), "checking", Map.of("amount", amount, "currency", "TOK"));
    }

    private static String begin(OwnClass own) {
        return own.teacher()
                .post("/try-out", wanted(own, "12.00"))
                .ok(201)
                .get("subdomain")
                .asText();
    }

    private static Client arrive(Client teacher, String label) {
        String code = teacher.post("/try-out/hand-over", null).ok(201).get("hand_over").asText();
        Client there = Client.at(label + ".localhost");
        return there.bearing(
                there.post("/auth/login", Map.of("hand_over", code))
                        .ok(200)
                        .get("access_token")
                        .asText());
    }

    private static void expire(String label) throws SQLException {
        try (Connection app = app();
                PreparedStatement late =
                        app.prepareStatement(
                                "update tenancy_school set ends_at = now() where subdomain = ?")) {
            late.setString(1, label);
            assertEquals(1, late.executeUpdate());
        }
    }

    private static String school(String label) throws SQLException {
        try (Connection app = app();
                PreparedStatement read =
                        app.prepareStatement("select id from tenancy_school where subdomain = ?")) {
            read.setString(1, label);
            ResultSet row = read.executeQuery();
            assertTrue(row.next());
            return row.getString(1);
        }
    }

    /** The tables in which the school has a row. */
    private static List<String> tables(String school) throws SQLException {
        List<String> filled = new ArrayList<>();
        try (Connection app = app();
                Statement ask = app.createStatement();
                Statement look = app.createStatement()) {
            ask.execute("set app.school_id = '" + school + "'");
            ResultSet table =
                    ask.executeQuery(
                            "select relname from pg_class where relrowsecurity"
                                    + " and relnamespace = 'homeroom'::regnamespace"
                                    + " and has_any_column_privilege(oid, 'select')");
            while (table.next()) {
                String name = table.getString(1);
                if (look.executeQuery("select from " + name + " limit 1").next()) {
                    filled.add(name);
                }
            }
        }
        return filled;
    }

    private static Connection app() throws SQLException {
        DatabaseAccess database = TestServer.get().database();
        Connection app =
                DriverManager.getConnection(
                        database.url(), database.appUser(), database.appPassword());
        app.setSchema("homeroom");
        return app;
    }
}
