package org.homeroom.messaging;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.homeroom.kernel.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.homeroom.kernel.Answer;
import org.homeroom.kernel.Client;
import org.homeroom.kernel.InBrowser;
import org.homeroom.kernel.TestServer;
import org.homeroom.kernel.Visitor;
import org.homeroom.kernel.Visitors;
import org.homeroom.launcher.DatabaseAccess;
import org.homeroom.realtime.LiveSocket;
import org.homeroom.roster.OwnClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A guest reads and writes in one room, as a guest, for as long as was said, and nowhere else. */
@ExtendWith(InBrowser.class)
class GuestsIT {

    private static final Client STRANGER = Client.at("riverbend.localhost");

    @Test
    void aGuestSpeaksInOneRoomAndIsMarked() throws Exception {
        OwnClass own = OwnClass.open();
        String room = room(own);
        own.teacher().post("/conversations/" + room + "/messages", say("Welcome")).ok(201);
        JsonNode made = invite(own, room, "Ada Guest");
        Client guest = enter(made);

        JsonNode rooms = guest.get("/conversations").ok(200);
        assertEquals(1, rooms.size());
        assertEquals(room, rooms.get(0).get("id").asText());
        assertEquals(1, rooms.get(0).get("guests").asInt());
        String messages = "/conversations/" + room + "/messages";
        JsonNode first = guest.get(messages).ok(200).get(0);
        assertFalse(first.at("/sender/guest").asBoolean());
        assertTrue(guest.post(messages, say("Hello")).ok(201).at("/sender/guest").asBoolean());
        guest.get("/conversations/" + room(OwnClass.open()) + "/messages")
                .refused(404, "NOT_FOUND");
        for (String closed :
                List.of(
                        "/classes",
                        "/users",
                        "/auth/devices",
                        messages.replace("messages", "guests"))) {
            guest.get(closed).refused(403, "AUTHORIZATION_ERROR");
        }
        try (LiveSocket live = LiveSocket.open("riverbend.localhost", "", bearing(guest))) {
            live.next("hello");
            String path = "/conversations/" + room + "/guests/" + made.get("id").asText();
            own.teacher().send("DELETE", path, null, null).ok(204);
            assertTrue(live.closing() >= 1000);
        }
        guest.get("/conversations").refused(401, "AUTHENTICATION_ERROR");
        knock(made).refused(401, "AUTHENTICATION_ERROR");
        JsonNode said = own.teacher().get(messages).ok(200).get(1);
        assertEquals("Ada Guest", said.at("/sender/name").asText());
        assertTrue(said.at("/sender/guest").asBoolean());
        assertEquals(0, own.teacher().get("/conversations/" + room + "/guests").ok(200).size());
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT) // waits while the others work
    void aGuestEndsByItself() throws Exception {
        OwnClass own = OwnClass.open();
        JsonNode made = invite(own, room(own), "Short");
        Client guest = enter(made);
        guest.get("/conversations").ok(200);
        try (LiveSocket live = LiveSocket.open("riverbend.localhost", "", bearing(guest))) {
            live.next("hello");
            expire(made.get("id").asText());
            guest.get("/conversations").refused(401, "AUTHENTICATION_ERROR");
            assertEquals(
                    0,
                    Client.signIn("riverbend", "principal", OwnClass.PASSWORD)
                            .get("/users?role=guest&q=Short")
                            .ok(200)
                            .size());
            // Sockets are looked at twice a minute.
            await(() -> isClosed(live));
        }
        knock(made).refused(401, "AUTHENTICATION_ERROR");
    }

    @Test
    void onlyStaffInTheRoomLetGuestsInAndForHours() {
        OwnClass own = OwnClass.open();
        String path = "/conversations/" + room(own) + "/guests";
        Map<String, Object> wanted = Map.of("name", "Ada", "hours", 1);
        Client reyes = Client.signIn("riverbend", "reyes", "demo-Teacher-1");

        reyes.post(path, wanted).refused(404, "NOT_FOUND");
        reyes.get(path).refused(404, "NOT_FOUND");
        Client.signIn("riverbend", own.seat("Noor"), OwnClass.PIN)
                .post(path, wanted)
                .refused(403, "AUTHORIZATION_ERROR");
        for (int hours : new int[] {0, -1, 25}) {
            own.teacher()
                    .post(path, Map.of("name", "Ada", "hours", hours))
                    .refused(422, "VALIDATION_ERROR");
        }
        own.teacher().post(path, Map.of("name", "Ada")).refused(422, "VALIDATION_ERROR");
        own.teacher().post(path, Map.of("name", " ", "hours", 1)).refused(422, "VALIDATION_ERROR");
    }

    @Test
    void onPages(Visitors people) {
        OwnClass own = OwnClass.open();
        Visitor teacher = people.signedIn(OwnClass.TEACHER, OwnClass.PASSWORD);
        teacher.open("/messaging/chat?class=" + own.id());
        teacher.link("Guests").click();
        teacher.reads("No guest at the moment");
        teacher.field("Name").fill("Ada Guest");
        teacher.button("Make a link").click();
        teacher.reads("Shown this once");
        assertEquals(List.of(), teacher.look("guests"));
        String link = teacher.page().locator(".hr-link").innerText();

        Visitor guest = people.at("riverbend");
        String page = link.replaceFirst("https?://[^/]+", "");
        guest.open(page);
        assertThat(guest.page().locator("h1").last()).containsText("Hello, Ada Guest");
        assertEquals(List.of(), guest.look("guest"));
        guest.button("Come in").click();
        guest.standsAt("/messaging/chat");
        guest.live();
        write(guest, "Hello from outside");
        assertThat(guest.page().locator(".hr-msg .hr-guest")).hasCount(1);
        assertEquals(List.of(), guest.look("guest-chat"));
        teacher.open("/messaging/chat?class=" + own.id());
        assertThat(said(teacher).locator(".hr-guest")).hasText("Guest");
        assertThat(teacher.page().getByText("Guests: 1")).isVisible();
        assertEquals(List.of(), teacher.look("guest-chat-teacher"));

        teacher.link("Guests").click();
        teacher.button("Send away: Ada Guest").click();
        teacher.reads("The guest is out.");
        Visitor late = people.at("riverbend");
        late.open(page);
        late.reads("This link has ended.");
    }

    private static boolean isClosed(LiveSocket live) throws Exception {
        try {
            return live.closing() >= 1000;
        } catch (TimeoutException e) {
            return false;
        }
    }

    private static Locator said(Visitor visitor) {
        return visitor.page()
                .locator(".hr-msg")
                .filter(new Locator.FilterOptions().setHasText("Hello from outside"));
    }

    private static void write(Visitor visitor, String text) {
        visitor.page().getByRole(AriaRole.TEXTBOX).fill(text);
        visitor.button("Send").click();
        assertThat(said(visitor)).hasCount(1);
    }

    private static String room(OwnClass own) {
        for (JsonNode one : own.teacher().get("/conversations?per_page=100").ok(200)) {
            if (one.get("class_id").asText().equals(own.id())) {
                return one.get("id").asText();
            }
        }
        throw new AssertionError("no room of " + own.name());
    }

    private static JsonNode invite(OwnClass own, String room, String name) {
        return own.teacher()
                .post("/conversations/" + room + "/guests", Map.of("name", name, "hours", 1))
                .ok(201);
    }

    private static Answer knock(JsonNode made) {
        return STRANGER.post("/auth/login", Map.of("key", made.get("key").asText()));
    }

    private static Client enter(JsonNode made) {
        JsonNode entered = knock(made).ok(200);
        assertEquals("[\"guest\"]", entered.at("/person/roles").toString());
        return STRANGER.bearing(entered.get("access_token").asText());
    }

    private static Map<String, String> bearing(Client guest) {
        return Map.of("Authorization", guest.header("Authorization"));
    }

    private static Map<String, String> say(String text) {
        return Map.of("text", text, "client_id", UUID.randomUUID().toString());
    }

    private static void expire(String account) throws Exception {
        DatabaseAccess database = TestServer.get().database();
        try (Connection app =
                        DriverManager.getConnection(
                                database.url(), database.appUser(), database.appPassword());
                PreparedStatement school =
                        app.prepareStatement(
                                "select set_config('app.school_id', (select id::text from"
                                        + " homeroom.tenancy_school where subdomain = 'riverbend'), false)");
                PreparedStatement end =
                        app.prepareStatement(
                                "update homeroom.identity_account set expires_at = now()"
                                        + " where school_id = homeroom.current_school() and id = ?::uuid")) {
            school.execute();
            end.setString(1, account);
            assertEquals(1, end.executeUpdate());
        }
    }
}
