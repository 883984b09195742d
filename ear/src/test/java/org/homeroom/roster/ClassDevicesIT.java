package org.homeroom.roster;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Map;
import org.homeroom.kernel.Client;
import org.homeroom.kernel.InBrowser;
import org.homeroom.kernel.Visitor;
import org.homeroom.kernel.Visitors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A device of a class stands where its teacher put it, lets students in, and does nothing else. */
@ExtendWith(InBrowser.class)
class ClassDevicesIT {

    private static final String HOST = "riverbend.localhost";
    private static final Client STRANGER = Client.at(HOST);
    private static final String PIN = "2468";

    @Test
    void aDeviceSaysWhichClassItServesUntilItIsTakenBack() {
        OwnClass own = OwnClass.open();
        JsonNode made = enrol(own, "Tablet");
        String key = made.get("key").asText();
        Client device = enter(key);

        JsonNode self = device.get("/kiosk").ok(200);
        assertEquals(own.id(), self.get("class_id").asText());
        assertEquals("Tablet", self.get("name").asText());
        for (String closed : List.of("/classes", "/conversations", "/auth/devices", "/users")) {
            device.get(closed).refused(403, "AUTHORIZATION_ERROR");
        }
        JsonNode row = own.teacher().get(own.path() + "/devices").ok(200).get(0);
        assertTrue(row.hasNonNull("last_seen_at"), row::toString);

        String path = own.path() + "/devices/" + made.get("id").asText();
        own.teacher().send("DELETE", path, null, null).ok(204);

        device.get("/kiosk").refused(401, "AUTHENTICATION_ERROR");
        STRANGER.post("/auth/login", Map.of("key", key)).refused(401, "AUTHENTICATION_ERROR");
        assertEquals(0, own.teacher().get(own.path() + "/devices").ok(200).size());
        own.teacher().send("DELETE", path, null, null).refused(404, "NOT_FOUND");
    }

    @Test
    void onlyWhoRunsTheClassEnrolsAndTakesBack() {
        OwnClass own = OwnClass.open();
        JsonNode made = enrol(own, "Tablet");
        Client reyes = Client.signIn("riverbend", "reyes", "demo-Teacher-1");
        Map<String, String> wanted = Map.of("class_id", own.id(), "name", "Mine");

        reyes.post("/kiosk/devices", wanted).refused(404, "NOT_FOUND");
        reyes.get(own.path() + "/devices").refused(404, "NOT_FOUND");
        reyes.send("DELETE", own.path() + "/devices/" + made.get("id").asText(), null, null)
                .refused(404, "NOT_FOUND");
        OwnClass other = OwnClass.openBy(reyes);
        reyes.send("DELETE", other.path() + "/devices/" + made.get("id").asText(), null, null)
                .refused(404, "NOT_FOUND");
        Client.signIn("riverbend", "wanjiru", PIN)
                .post("/kiosk/devices", wanted)
                .refused(403, "AUTHORIZATION_ERROR");
        Client.signIn("riverbend", "principal", "demo-Teacher-1")
                .post("/kiosk/devices", wanted)
                .ok(201);
        own.teacher()
                .post("/kiosk/devices", Map.of("class_id", own.id(), "name", " "))
                .refused(422, "VALIDATION_ERROR");
        Client.at("lakeside.localhost")
                .post("/auth/login", Map.of("key", made.get("key").asText()))
                .refused(401, "AUTHENTICATION_ERROR");
    }

    /** It is no person: lists of people do not name it. */
    @Test
    void aDeviceIsNobody() {
        OwnClass own = OwnClass.open();
        String name = "Tablet" + OwnClass.letters();
        enrol(own, name);

        Client principal = Client.signIn("riverbend", "principal", "demo-Teacher-1");

        assertEquals(0, principal.get("/users?q=" + name).ok(200).size());
    }

    @Test
    void aBrowserBecomesADeviceAndStudentsComeAndGo(Visitors people) {
        OwnClass own = OwnClass.open();
        String pupil = own.seat("Amina");
        Visitor tablet = people.signedIn(OwnClass.TEACHER, OwnClass.PASSWORD);
        tablet.open("/roster/devices?class=" + own.id());
        tablet.reads("No device yet");
        tablet.field("Name").fill("Tablet at the door");
        assertEquals(List.of(), tablet.look("devices-none"));
        tablet.button("Make it a device of the class").click();

        tablet.standsAt("/roster/kiosk");
        assertThat(tablet.page().locator("h1")).hasText(own.name());
        assertThat(tablet.page().getByText("Tablet at the door")).isVisible();
        assertEquals(List.of(), tablet.look("kiosk"));
        assertTrue(cookie(tablet).httpOnly);
        // The teacher is out, and the device may not go where the teacher went.
        tablet.open("/economy/today");
        tablet.standsAt("/identity/sign-in");

        tablet.open("/");
        tablet.standsAt("/roster/kiosk");
        tablet.knock(pupil, "1357");
        tablet.alerted("That name and PIN do not go together.");
        tablet.standsAt("/roster/kiosk");
        tablet.knock(pupil, OwnClass.PIN);
        tablet.standsAt("/economy/home");
        tablet.signOutTo("/roster/kiosk");
        tablet.link("I have a badge").click();
        assertThat(tablet.field("Badge")).isVisible();
        tablet.standsAt("/roster/kiosk");

        Visitor teacher = people.signedIn(OwnClass.TEACHER, OwnClass.PASSWORD);
        teacher.open("/roster/devices?class=" + own.id());
        teacher.reads("last used");
        assertEquals(List.of(), teacher.look("devices"));
        teacher.button("Take back: Tablet at the door").click();
        teacher.reads("It is no device of the class any more.");

        tablet.open("/");
        tablet.standsAt("/identity/sign-in");
    }

    private static Cookie cookie(Visitor visitor) {
        return visitor.page().context().cookies().stream()
                .filter(one -> one.name.equals("homeroom-device"))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode enrol(OwnClass own, String name) {
        return own.teacher()
                .post("/kiosk/devices", Map.of("class_id", own.id(), "name", name))
                .ok(201);
    }

    private static Client enter(String key) {
        JsonNode entered = STRANGER.post("/auth/login", Map.of("key", key)).ok(200);
        assertEquals("[\"kiosk\"]", entered.at("/person/roles").toString());
        return STRANGER.bearing(entered.get("access_token").asText());
    }
}
