package org.homeroom.tenancy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.homeroom.kernel.Answer;
import org.homeroom.kernel.Client;
import org.homeroom.kernel.Crowd;
import org.homeroom.kernel.InServer;
import org.homeroom.kernel.PageSession;
import org.homeroom.kernel.ServerAddress;
import org.homeroom.roster.OwnClass;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two schools that wait for the same five connections see nothing of each other (tenancy.md section
 * 16, case 4): a connection that served one school says nothing of it to the next. And nobody who
 * waits for one holds another.
 */
@ExtendWith(InServer.class)
@ArquillianTest
class CrowdedPoolIT {

    private static final String DEMO = "demo-Teacher-1";
    private static final int CROWD = 200;
    private static final int CONNECTIONS = 5;
    private static final int STUDENTS = 3 * CONNECTIONS;
    private static final int ROUNDS = 3;
    private static final String PEOPLE = "/users?per_page=100";

    @Deployment(testable = false)
    static WebArchive holder() {
        return ShrinkWrap.create(WebArchive.class, "pool.war").addClass(PoolHolder.class);
    }

    @BeforeAll
    static void narrow() throws Exception {
        hold("?leave=" + CONNECTIONS);
    }

    @AfterAll
    static void widen() throws Exception {
        hold("");
    }

    private static void hold(String wish) throws Exception {
        HttpRequest request =
                ServerAddress.request("localhost", "/pool/hold" + wish)
                        .POST(BodyPublishers.noBody())
                        .build();

        HttpResponse<String> held =
                HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertEquals(204, held.statusCode(), held.body());
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
