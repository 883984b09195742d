package org.homeroom.roster;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.homeroom.kernel.Answer;
import org.homeroom.kernel.Client;
import org.homeroom.kernel.InBrowser;
import org.homeroom.kernel.Visitor;
import org.homeroom.kernel.Visitors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A badge lets its student in together with the PIN, until there is another one or none. */
@ExtendWith(InBrowser.class)
class BadgesIT {

    private static final String PIN = "2468";
    private static final Client STRANGER = Client.at("riverbend.localhost");
    private static Client marsh;
    private static String classId;
    private static List<String> students;

    @BeforeAll
    static void find() {
        marsh = Client.signIn("riverbend", "marsh", "demo-Teacher-1");
        classId = marsh.get("/classes").ok(200).get(0).get("id").asText();
        students =
                marsh.get("/classes/" + classId + "/badges").ok(200).findValuesAsText("student_id");
    }

    @Test
    void aNewBadgeTakesThePlaceOfTheOld() {
        String student = students.get(0);
        String first = issue(student);
        enter(first.toLowerCase(java.util.Locale.ROOT).replace("-", " "), PIN).ok(200);
        assertEquals(student, enter(first, PIN).ok(200).at("/person/id").asText());

        String second = issue(student);
        enter(first, PIN).refused(401, "AUTHENTICATION_ERROR");
        enter(second, PIN).ok(200);

        marsh.send("DELETE", path() + "/" + student, null, null).ok(204);
        enter(second, PIN).refused(401, "AUTHENTICATION_ERROR");
        marsh.send("DELETE", path() + "/" + student, null, null).refused(404, "NOT_FOUND");
    }

    @Test
    void aBadgeIsNothingWithoutItsPinOrElsewhere() {
        String student = students.get(1);
        String badge = issue(student);
        for (int i = 0; i < 4; i++) {
            enter(badge, "1357").refused(401, "AUTHENTICATION_ERROR");
        }
        STRANGER.post("/auth/login", Map.of("badge", badge)).refused(422, "VALIDATION_ERROR");
        Client.at("lakeside.localhost")
                .post("/auth/login", Map.of("badge", badge, "pin", PIN))
                .refused(401, "AUTHENTICATION_ERROR");
        enter(badge, "1357").refused(401, "AUTHENTICATION_ERROR");
        enter(badge, PIN).refused(429, "RATE_LIMIT_EXCEEDED");
    }

    @Test
    void onlyWhoRunsTheClassMakesThem() {
        Client okello = Client.signIn("riverbend", "okello", "demo-Teacher-1");
        okello.post(path(), Map.of("student_ids", List.of(students.get(0))))
                .refused(404, "NOT_FOUND");
        String other = okello.get("/classes").ok(200).get(0).get("id").asText();
        okello.post(
                        "/classes/" + other + "/badges",
                        Map.of("student_ids", List.of(students.get(0))))
                .refused(404, "NOT_FOUND");
        Client.signIn("riverbend", "wanjiru", PIN)
                .post(path(), Map.of())
                .refused(403, "AUTHORIZATION_ERROR");
    }

    @Test
    void whoHasABadgeKeepsItWhenTheMissingAreMade() {
        OwnClass own = OwnClass.open();
        own.seat("Amina");
        own.seat("Baraka");
        String path = own.path() + "/badges";

        JsonNode made = own.teacher().post(path, Map.of()).ok(201).get("badges");

        assertEquals(2, made.size());
        assertEquals(0, own.teacher().post(path, Map.of()).ok(201).get("badges").size());
        own.teacher().get(path).ok(200).forEach(line -> assertTrue(line.hasNonNull("issued_at")));
        JsonNode noted =
                Client.signIn("riverbend", "principal", "demo-Teacher-1")
                        .get("/audit?action=identity.badge.issued&limit=500")
                        .ok(200);
        made.forEach(
                one -> {
                    assertTrue(noted.toString().contains(one.get("student_id").asText()));
                    assertFalse(noted.toString().contains(one.get("badge").asText()));
                });
    }

    @Test
    void onPages(Visitors people) {
        Visitor teacher = people.signedIn("marsh", "demo-Teacher-1");
        teacher.open("/roster/badges?class=" + classId);
        teacher.button(Pattern.compile("^New badge: ")).nth(2).click();
        assertThat(teacher.page().locator(".hr-badges svg")).hasCount(1);
        assertEquals(List.of(), teacher.look("badges"));
        String code = teacher.page().locator(".hr-badges code").innerText();
        // Read again it shows no badge any more, and has not made another one.
        teacher.page().reload();
        teacher.reads("badge since");
        assertThat(teacher.page().locator(".hr-badges")).hasCount(0);

        Visitor student = people.at("riverbend");
        student.open("/identity/sign-in");
        student.link("I have a badge").click();
        assertEquals(List.of(), student.look("badge-door"));
        student.field("Badge").fill(code);
        student.field("PIN").fill("1111");
        student.button("Sign in").click();
        student.alerted("That badge and PIN do not go together.");
        student.field("PIN").fill(PIN);
        student.button("Sign in").click();
        student.standsAt("/economy/home");
    }

    @Test
    void aButtonIsForWhomItStoodBeside(Visitors people) {
        OwnClass own = OwnClass.open();
        own.seat("Zawadi");
        Visitor teacher = people.signedIn(OwnClass.TEACHER, OwnClass.PASSWORD);
        teacher.open("/roster/badges?class=" + own.id());
        own.seat("Amina");

        teacher.button(Pattern.compile("^New badge: Zawadi")).click();

        assertThat(teacher.page().locator(".hr-badges b")).containsText("Zawadi");
    }

    private static String path() {
        return "/classes/" + classId + "/badges";
    }

    private static String issue(String student) {
        JsonNode made = marsh.post(path(), Map.of("student_ids", List.of(student))).ok(201);
        return made.at("/badges/0/badge").asText();
    }

    private static Answer enter(String badge, String pin) {
        return STRANGER.post("/auth/login", Map.of("badge", badge, "pin", pin));
    }
}
