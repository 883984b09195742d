package org.homeroom.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.kernel.Answer;
import org.homeroom.kernel.Client;
import org.homeroom.kernel.InBrowser;
import org.homeroom.kernel.Visitor;
import org.homeroom.kernel.Visitors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Where a PIN is enough, and where more must come with it. In a school that has decided nothing:
 * those of the demonstration let everybody try.
 */
@ExtendWith(InBrowser.class)
class PinPlacesIT {

    private static final String ADMIN_PASSWORD = "demo-Teacher-1";
    private static final String PASSWORD = "Correct-horse-1";
    private static final String PASSPHRASE = "blue kite seven";
    private static final String PIN = "2580";

    private static String school;
    private static Client head;
    private static Client teacher;
    private static String classId;
    private static String pupil;

    @BeforeAll
    static void open() {
        school = "pins-" + UUID.randomUUID().toString().substring(0, 8);
        Client.signIn("", "admin", ADMIN_PASSWORD)
                .post(
                        "/schools",
                        Map.of("name", "Pin Hill", "subdomain", school, "zone", "Africa/Nairobi"))
                .ok(201);
        Client admin = Client.signIn(school, "admin", ADMIN_PASSWORD);
        person(admin, "head", Roles.SCHOOL_ADMIN);
        person(admin, "teacher", Roles.TEACHER);
        head = Client.signIn(school, "head", PASSWORD);
        teacher = Client.signIn(school, "teacher", PASSWORD);
        JsonNode made = teacher.post("/classes", Map.of("name", "Pins", "period", "1")).ok(201);
        classId = made.get("id").asText();
        pupil = seat(made.get("join_code").asText(), "Amina", "Byron");
    }

    @Test
    void aStrangeBrowserAsksForMoreWhoeverItIs(Visitors people) {
        Visitor someone = people.at(school);
        someone.open("/identity/sign-in");
        assertEquals(List.of(), someone.look("pins-door"));
        for (String name : List.of(pupil, "nobody-of-this-name")) {
            someone.knock(name, PIN);
            someone.alerted("A PIN is not enough here. Type your passphrase too.");
            assertThat(someone.field("Username")).hasValue(name);
        }
    }

    @Test
    void afterThePassphraseThePinIsEnoughThereAndNowhereElse(Visitors people) {
        Visitor amina = people.at(school);
        amina.open("/identity/sign-in");
        amina.field("Passphrase").fill("wrong words here");
        amina.knock(pupil, PIN);
        amina.alerted("That name, PIN and passphrase do not go together.");
        amina.field("Passphrase").fill(PASSPHRASE);
        amina.knock(pupil, PIN);
        amina.standsAt("/economy/home");
        amina.signOut();
        assertThat(amina.field("Passphrase")).hasCount(0);
        amina.knock(pupil, PIN);
        amina.standsAt("/economy/home");
        amina.signOut();

        // It knows her alone.
        amina.knock("nobody-of-this-name", PIN);
        amina.alerted("A PIN is not enough here.");
        assertThat(amina.field("Passphrase")).isVisible();
        Visitor elsewhere = people.at(school);
        elsewhere.open("/identity/sign-in");
        elsewhere.knock(pupil, PIN);
        elsewhere.alerted("A PIN is not enough here.");

        // A new badge ends what browsers know.
        String badge = badge();
        amina.knock(pupil, PIN);
        amina.alerted("A PIN is not enough here.");
        elsewhere.open("/identity/sign-in?state=badge");
        elsewhere.field("Badge").fill(badge);
        elsewhere.field("PIN").fill(PIN);
        elsewhere.button("Sign in").click();
        elsewhere.standsAt("/economy/home");
        elsewhere.signOut();
        elsewhere.knock(pupil, PIN);
        elsewhere.standsAt("/economy/home");
    }

    @Test
    void onADeviceOfAClassThePinIsEnough(Visitors people) {
        Visitor tablet = people.at(school).signIn("teacher", PASSWORD);
        tablet.open("/roster/devices?class=" + classId);
        tablet.field("Name").fill("Tablet");
        tablet.button("Make it a device of the class").click();
        tablet.standsAt("/roster/kiosk");
        assertThat(tablet.field("Passphrase")).hasCount(0);

        tablet.knock(pupil, PIN);

        tablet.standsAt("/economy/home");
    }

    @Test
    void programsNeedMoreWhereTheSchoolSaysSo() {
        Map<String, String> byPin = Map.of("username", pupil, "pin", PIN);
        Client stranger = Client.at(school + ".localhost");
        assertEquals("programs", head.get("/pin-rule").ok(200).get("pin_is_enough").asText());
        stranger.post("/auth/login", byPin).ok(200);
        head.put("/pin-rule", Map.of("pin_is_enough", "somewhere"))
                .refused(422, "VALIDATION_ERROR");
        head.with("If-Match", "\"7\"")
                .put("/pin-rule", Map.of("pin_is_enough", "known"))
                .refused(412, "PRECONDITION_FAILED");
        teacher.put("/pin-rule", Map.of("pin_is_enough", "known"))
                .refused(403, "AUTHORIZATION_ERROR");

        head.put("/pin-rule", Map.of("pin_is_enough", "known")).ok(200);
        try {
            Answer known = stranger.post("/auth/login", byPin);
            Answer unknown = stranger.post("/auth/login", Map.of("username", "nobody", "pin", PIN));
            known.refused(401, "SECOND_FACTOR_REQUIRED");
            assertEquals(unknown.plain(), known.plain());
            stranger.post(
                            "/auth/login",
                            Map.of("username", pupil, "pin", PIN, "passphrase", PASSPHRASE))
                    .ok(200);
            stranger.post(
                            "/auth/login",
                            Map.of("username", pupil, "pin", "1357", "passphrase", PASSPHRASE))
                    .refused(401, "AUTHENTICATION_ERROR");
            stranger.post("/auth/login", Map.of("username", pupil, "pin", PIN, "key", deviceKey()))
                    .ok(200);
            stranger.post(
                            "/auth/login",
                            Map.of("username", pupil, "pin", PIN, "key", "no key at all"))
                    .refused(401, "SECOND_FACTOR_REQUIRED");
        } finally {
            head.put("/pin-rule", Map.of("pin_is_enough", "programs")).ok(200);
        }
    }

    @Test
    void theHeadDecidesOnAPage(Visitors people) {
        Visitor page = people.at(school).signIn("head", PASSWORD);
        page.open("/identity/people");
        page.link("Students’ PINs").click();
        assertEquals(List.of(), page.look("pins"));
        page.field("A PIN is enough").selectOption("programs");
        page.button("Save").click();
        page.reads("Saved.");
        assertTrue(
                head.get("/audit?action=identity.pin_rule.changed").ok(200).size() > 0,
                "no entry in the audit");
    }

    private static void person(Client admin, String username, String role) {
        admin.post(
                        "/users",
                        Map.of(
                                "username",
                                username,
                                "name",
                                "Some " + role,
                                "password",
                                PASSWORD,
                                "roles",
                                List.of(role)))
                .ok(201);
    }

    private static String seat(String joinCode, String firstName, String lastName) {
        teacher.upload(
                        "/classes/" + classId + "/roster",
                        "first_name,last_name,date_of_birth,block\n"
                                + String.join(",", firstName, lastName, "2012-05-04", "1"))
                .ok(200);
        Client pupil = Client.at(school + ".localhost");
        Map<String, String> seat =
                Map.of(
                        "join_code",
                        joinCode,
                        "first_initial",
                        firstName.substring(0, 1),
                        "last_name",
                        lastName,
                        "birth_date",
                        "2012-05-04");
        String claim = pupil.post("/claims", seat).ok(201).get("id").asText();
        return pupil.post(
                        "/claims/" + claim + "/credentials",
                        Map.of("word", "lantern", "pin", PIN, "passphrase", PASSPHRASE))
                .ok(200)
                .get("username")
                .asText();
    }

    private static String badge() {
        String student =
                teacher.get("/classes/" + classId + "/seats")
                        .ok(200)
                        .get(0)
                        .get("student_id")
                        .asText();
        return teacher.post(
                        "/classes/" + classId + "/badges", Map.of("student_ids", List.of(student)))
                .ok(201)
                .at("/badges/0/badge")
                .asText();
    }

    private static String deviceKey() {
        return teacher.post("/kiosk/devices", Map.of("class_id", classId, "name", "Reader"))
                .ok(201)
                .get("key")
                .asText();
    }
}
