package org.homeroom.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.kernel.Answer;
import org.homeroom.kernel.Client;
import org.homeroom.kernel.Crowd;
import org.homeroom.kernel.TestServer;
import org.homeroom.launcher.DatabaseAccess;
import org.homeroom.roster.OwnClass;
import org.junit.jupiter.api.Test;

/** A school has no more students than its plan allows, however many come at once (case 11). */
class PlanLimitIT {

    private static final String DEMO = "demo-Teacher-1";
    private static final int LIMIT = 500;
    private static final int AT_ONCE = 20;

    @Test
    void ofTwentyWhoComeAtFourHundredNinetyNineOneGetsIn() throws Exception {
        String label = "p" + UUID.randomUUID();
        Client visiting = school(label);
        OwnClass own = OwnClass.openBy(teacher(label, visiting));
        List<String> claims = new ArrayList<>();
        for (int i = 0; i <= AT_ONCE; i++) {
            claims.add(claim(label, own, "Pupil" + OwnClass.letters()));
        }
        settle(label, claims.remove(0)).ok(200);
        multiply(label, LIMIT - 2);
        assertEquals(LIMIT - 1, students(visiting));

        List<Answer> answers = Crowd.of(AT_ONCE, i -> settle(label, claims.get(i)));

        assertEquals(1, answers.stream().filter(one -> one.status() == 200).count());
        answers.stream()
                .filter(one -> one.status() != 200)
                .forEach(
                        one ->
                                assertTrue(
                                        one.refused(409, "PLAN_LIMIT_REACHED")
                                                .contains("room for 500 students")));
        assertEquals(LIMIT, students(visiting));
        String late =
                claims.stream()
                        .filter(one -> answers.get(claims.indexOf(one)).status() != 200)
                        .findFirst()
                        .orElseThrow();
        settle(label, late).refused(409, "PLAN_LIMIT_REACHED");
    }

    private static Client school(String label) {
        Client.signIn("", "admin", DEMO)
                .post("/schools", Map.of("name", "Full", "subdomain", label, "zone", "UTC"))
                .ok(201);
        return Client.signIn(label, "admin", DEMO);
    }

    private static Client teacher(String label, Client visiting) {
        String username = "t" + UUID.randomUUID();
        visiting.post(
                        "/users",
                        Map.of(
                                "username",
                                username,
                                "name",
                                "Full Teacher",
                                "password",
                                RolePeople.PASSWORD,
                                "roles",
                                List.of(Roles.TEACHER)))
                .ok(201);
        return Client.signIn(label, username, RolePeople.PASSWORD);
    }

    private static String claim(String label, OwnClass own, String lastName) {
        // Two of one first name, last initial and birthday would be one seat.
        own.enlist("A" + OwnClass.letters(), lastName);
        Map<String, String> seat =
                Map.of(
                        "join_code",
                        own.joinCode(),
                        "first_initial",
                        "A",
                        "last_name",
                        lastName,
                        "birth_date",
                        OwnClass.BORN);
        return Client.at(label + ".localhost").post("/claims", seat).ok(201).get("id").asText();
    }

    private static Answer settle(String label, String claim) {
        return Client.at(label + ".localhost")
                .post(
                        "/claims/" + claim + "/credentials",
                        Map.of(
                                "word",
                                OwnClass.letters(),
                                "pin",
                                OwnClass.PIN,
                                "passphrase",
                                "blue kite seven"));
    }

    private static long students(Client visiting) {
        JsonNode body = visiting.get("/users?role=student&per_page=1").body();
        return body.at("/meta/total").asLong();
    }

    // As if so many more had come like the first.
    private static void multiply(String label, int more) throws SQLException {
        DatabaseAccess database = TestServer.get().database();
        try (Connection app =
                DriverManager.getConnection(
                        database.url(), database.appUser(), database.appPassword())) {
            app.setAutoCommit(false);
            run(
                    app,
                    "select set_config('app.school_id', (select id::text from homeroom.tenancy_school"
                            + " where subdomain = ?), true)",
                    label);
            run(
                    app,
                    "insert into homeroom.identity_account (school_id, id, username, username_mark,"
                            + " display_name, kind) select school_id, gen_random_uuid(), username,"
                            + " sha256(convert_to(?::text || n, 'UTF8')), display_name, kind"
                            + " from homeroom.identity_account, generate_series(1, "
                            + more
                            + ") n where kind = 'student'",
                    label);
            run(
                    app,
                    "insert into homeroom.identity_role (school_id, account_id, role) select"
                            + " school_id, id, ? from homeroom.identity_account a where"
                            + " kind = 'student' and not exists (select from homeroom.identity_role r"
                            + " where r.account_id = a.id)",
                    Roles.STUDENT);
            app.commit();
        }
    }

    private static void run(Connection connection, String sql, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            statement.execute();
        }
    }
}
