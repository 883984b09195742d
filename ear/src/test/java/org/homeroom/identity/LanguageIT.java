package org.homeroom.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.homeroom.kernel.Answer;
import org.homeroom.kernel.Client;
import org.homeroom.kernel.InBrowser;
import org.homeroom.kernel.Visitor;
import org.homeroom.kernel.Visitors;
import org.homeroom.roster.OwnClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everybody reads the pages in the language they chose. */
@ExtendWith(InBrowser.class)
class LanguageIT {

    @Test
    void aStrangerChoosesAtTheDoor(Visitors people) {
        Visitor stranger = people.at("riverbend");
        stranger.open("/identity/sign-in?state=staff");
        isIn(stranger, "en");

        stranger.link("Kiswahili").click();

        isIn(stranger, "sw");
        assertThat(stranger.field("Nenosiri")).isVisible();
        stranger.open("/roster/claim");
        stranger.reads("Chukua kiti chako");
        stranger.link("English").click();
        stranger.reads("Take your seat");
    }

    @Test
    void aPersonsChoiceGoesWithThem(Visitors people) {
        String pupil = OwnClass.open().seat("Amani");
        Visitor here = people.signedIn(pupil, OwnClass.PIN);
        here.open("/identity/profile");
        here.field("Read pages in").selectOption("sw");
        here.button("Save language").click();
        here.reads("Kurasa sasa ziko katika lugha hii.");
        isIn(here, "sw");

        Visitor elsewhere = people.signedIn(pupil, OwnClass.PIN);

        isIn(elsewhere, "sw");
        elsewhere.reads("Hauko ndani");
        assertThat(elsewhere.link("Taarifa").first()).isVisible();
        elsewhere.open("/identity/profile");
        elsewhere.field("Soma kurasa kwa").selectOption("");
        elsewhere.button("Hifadhi lugha").click();
        elsewhere.reads("Pages are in this language now.");
        isIn(elsewhere, "en");
    }

    @Test
    void longWordsFitOnAPhone(Visitors people) {
        Map<String, List<String>> doors =
                Map.of(
                        "fr",
                        List.of("Identifiant", "Mot de passe", "Se connecter"),
                        "sw",
                        List.of("Jina la mtumiaji", "Nenosiri", "Ingia"));
        List<String> findings = new ArrayList<>();
        doors.forEach(
                (language, words) -> {
                    Visitor teacher = people.at("riverbend");
                    teacher.open("/identity/sign-in?state=staff&language=" + language);
                    findings.addAll(teacher.glance(language + "-sign-in"));
                    teacher.field(words.get(0)).fill(OwnClass.TEACHER);
                    teacher.field(words.get(1)).fill(OwnClass.PASSWORD);
                    teacher.button(words.get(2)).click();
                    teacher.standsAt("/economy/today");
                    for (String path :
                            List.of(
                                    "/economy/today",
                                    "/payroll/pay",
                                    "/roster/roster",
                                    "/attendance/board",
                                    "/banking/give",
                                    "/messaging/chat",
                                    "/identity/profile")) {
                        teacher.open(path);
                        isIn(teacher, language);
                        findings.addAll(teacher.glance(language + path.replace('/', '-')));
                    }
                });
        assertEquals(List.of(), findings);
    }

    @Test
    void programsChooseToo() {
        Client pupil = Client.signIn("riverbend", OwnClass.open().seat("Neema"), OwnClass.PIN);
        assertEquals("en", pupil.get("/me").ok(200).at("/school/language").asText());

        assertEquals(
                "fr",
                pupil.patch("/me", Map.of("language", "fr"))
                        .ok(200)
                        .at("/person/language")
                        .asText());

        assertEquals(
                "Choisissez une des langues proposées.",
                pupil.patch("/me", Map.of("language", "xx")).refused(422, "VALIDATION_ERROR"));
        Answer before = pupil.get("/me");
        assertEquals("fr", before.ok(200).at("/person/language").asText());

        Client seen = pupil.with("If-Match", before.header("ETag"));
        Answer changed = seen.patch("/me", Map.of("language", "sw"));
        assertEquals("sw", changed.ok(200).at("/person/language").asText());
        assertEquals(changed.header("ETag"), pupil.get("/me").header("ETag"));
        seen.patch("/me", Map.of("language", "es")).refused(412, "PRECONDITION_FAILED");
        assertEquals("sw", pupil.get("/me").ok(200).at("/person/language").asText());
    }

    @Test
    void whatIsRefusedIsSaidInTheLanguageAskedFor(Visitors people) {
        Client stranger = Client.at("riverbend.localhost").with("Accept-Language", "es, en;q=0.5");
        assertEquals(
                "Primero entra en tu cuenta.",
                stranger.get("/users").refused(401, "AUTHENTICATION_ERROR"));

        Visitor pupil = people.at("riverbend");
        pupil.open("/identity/sign-in?language=sw");
        pupil.field("Jina la mtumiaji").fill("nobody");
        pupil.field("PIN").fill("9182");
        pupil.button("Ingia").click();

        pupil.alerted("Jina hilo na PIN haviendani.");
    }

    private static void isIn(Visitor visitor, String language) {
        assertThat(visitor.page().locator("html")).hasAttribute("lang", language);
    }
}
