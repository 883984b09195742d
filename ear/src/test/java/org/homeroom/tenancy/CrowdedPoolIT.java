package org.homeroom.tenancy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.homeroom.kernel.Answer;
import org.homeroom.kernel.Client;
import org.homeroom.kernel.CommandLine;
import org.homeroom.kernel.Crowd;
import org.homeroom.kernel.PageSession;
import org.homeroom.roster.OwnClass;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two schools that wait for the same five connections see nothing of each other (tenancy.md section
 * 16, case 4): a connection that served one school says nothing of it to the next. And nobody who
 * waits for one holds another.
 */
class CrowdedPoolIT {

    private static final String DEMO = "demo-Teacher-1";
    private static final int CROWD = 200;
    private static final int CONNECTIONS = 5;
    private static final int STUDENTS = 3 * CONNECTIONS;
    private static final int ROUNDS = 3;
    private static final int USUAL = 32;
    private static final String PEOPLE = "/users?per_page=100";

    @BeforeAll
    static void narrow() throws Exception {
        CommandLine.holdConnections(CONNECTIONS);
    }

    @AfterAll
    static void widen() throws Exception {
        CommandLine.holdConnections(USUAL);
    }

    @Test
    void twoHundredAtOnceSeeTheirOwnSchoolAlone() throws Exception {
        List<Client> admins =
                List.of(
                        Client.signIn("riverbend", "admin", DEMO),
                        Client.signIn("lakeside", "admin", DEMO));
        List<Set<String>> own = admins.stream().map(one -> ids(one.get(PEOPLE))).toList();
        assertNotEquals(own.get(0), own.get(1));

        List<Answer> answers = Crowd.of(CROWD, i -> admins.get(i % 2).get(PEOPLE));

        for (int i = 0; i < CROWD; i++) {
            assertEquals(own.get(i % 2), ids(answers.get(i)));
        }
    }

    /** Each page is read by one connection: with two, all wait for each other's second one. */
    @Test
    void moreStudentsThanConnectionsOpenTheirStartPages() throws Exception {
        OwnClass own = OwnClass.open();
        List<Client> students = new ArrayList<>();
        for (int i = 0; i < STUDENTS; i++) {
            String username = own.seat("Am" + OwnClass.letters());
            students.add(
                    PageSession.signIn("riverbend.localhost", username, OwnClass.PIN)
                            .strayRequest());
        }

        for (int round = 0; round < ROUNDS; round++) {
            for (Answer page : Crowd.of(STUDENTS, i -> students.get(i).page("/economy/home"))) {
                assertEquals(200, page.response().statusCode(), page.toString());
                assertTrue(page.response().body().contains(own.name()), page.toString());
            }
        }
    }

    private static Set<String> ids(Answer answer) {
        Set<String> ids = new TreeSet<>();
        for (JsonNode person : answer.ok(200)) {
            ids.add(person.get("id").asText());
        }
        return ids;
    }
}
