package org.homeroom.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.homeroom.audit.AuditTrail;
import org.homeroom.kernel.Answer;
import org.homeroom.kernel.Client;
import org.homeroom.kernel.InBrowser;
import org.homeroom.kernel.TestServer;
import org.homeroom.kernel.Visitor;
import org.homeroom.kernel.Visitors;
import org.homeroom.launcher.DatabaseAccess;
import org.homeroom.roster.NewTeacher;
import org.homeroom.roster.OwnClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A teacher who lost every way in comes back with a code of a student of each period. */
@ExtendWith(InBrowser.class)
class RecoveryIT {

    private static final String NEXT_PASSWORD = "Battery-staple-2";
    private static final String BORN = "1984-03-02";
    private static final String PASSPHRASE = "blue kite seven";
    private static final Client STRANGER = Client.at("riverbend.localhost");

    private final Client principal = Client.signIn("riverbend", "principal", "demo-Teacher-1");
    private final String username = name();
    private Client teacher;
    private String amina;
    private String baraka;

    @Test
    void theWholeWayBack() {
        teach(true);
        AuditTrail done =
                AuditTrail.of(
                        principal,
                        "roster.recovery.begun",
                        "roster.recovery.code_made",
                        "roster.recovery.codes_void",
                        "roster.recovery.saved",
                        "roster.recovery.proved",
                        "roster.recovery.done",
                        "identity.proofs.recovered");
        String token = begin(null).get("token").asText();
        String path = "/recoveries/" + token;
        JsonNode setup = teacher.get("/recovery-setup").ok(200);
        assertTrue(setup.hasNonNull("begun_at"), setup::toString);

        String next = name();
        String first = code(amina);
        prove(path, first, next).refused(409, "CONFLICT");
        assertEquals(1, STRANGER.get(path).ok(200).get("coded").asInt());
        String second = code(baraka);
        pupil(amina).post(request(amina) + "/code", help()).refused(409, "CONFLICT");
        prove(path, first + " " + second, "okello").refused(409, "CONFLICT");
        prove(path, first + " 12345", next).refused(422, "VALIDATION_ERROR");
        assertEquals(0, STRANGER.get(path).ok(200).get("coded").asInt(), "all of them are void");

        String codes = code(baraka) + ", " + code(amina);
        Map<String, String> typed = Map.of("codes", codes, "username", next);
        String pin = STRANGER.post(path + "/progress", typed).ok(200).get("resume_pin").asText();
        Map<String, String> wrong =
                Map.of("students", students(), "birth_date", BORN, "resume_pin", "x");
        STRANGER.post("/recoveries", wrong).refused(422, "VALIDATION_ERROR");
        JsonNode back = begin(pin);
        STRANGER.get(path).refused(404, "NOT_FOUND");
        assertEquals(next, back.get("username").asText());
        path = "/recoveries/" + back.get("token").asText();
        JsonNode proved = prove(path, back.get("codes").asText(), next).ok(200);

        Totp app = new Totp(proved.get("secret").asText());
        finish(path, next, "000000").refused(422, "VALIDATION_ERROR");
        JsonNode in = finish(path, next, app.code(0)).ok(200);
        assertTrue(in.get("recovery_codes").size() > 4, in::toString);
        finish(path, next, app.code(1)).refused(404, "NOT_FOUND");
        done.hasGrown();

        teacher.get("/me").refused(401, "AUTHENTICATION_ERROR");
        login(username, NewTeacher.PASSWORD, null).refused(401, "AUTHENTICATION_ERROR");
        login(next, NEXT_PASSWORD, null).refused(401, "SECOND_FACTOR_REQUIRED");
        login(next, NEXT_PASSWORD, app.code(1)).ok(200);
        assertEquals(0, pupil(amina).get("/recovery-requests").ok(200).size());
    }

    @Test
    void whateverIsWrongReadsTheSame() {
        teach(true);
        String born = BORN.replace('4', '5');
        Answer date = ask(students(), born);
        Answer nobody = ask(amina + ",nobody" + UUID.randomUUID(), BORN);
        teacher.send("DELETE", "/recovery-setup", null, null).ok(204);
        Answer unprepared = ask(students(), BORN);

        date.refused(422, "VALIDATION_ERROR");
        assertEquals(date.plain(), nobody.plain());
        assertEquals(date.plain(), unprepared.plain());
    }

    @Test
    void aStudentOfEachPeriodAndNeverASingleOne() {
        teach(true);
        Answer missing = ask(amina, BORN);
        assertTrue(missing.refused(422, "VALIDATION_ERROR").contains("Missing: Z"));
        teacher = null;

        OwnClass one = OwnClass.openBy(someTeacher(name(), true));
        String lone = one.seat("Lone");
        ask(lone, BORN).ok(201);
        one.seat("Other");
        Answer single = ask(lone, BORN);
        assertEquals("students", single.field());
    }

    @Test
    void aTeacherWhoIsInEndsItAndWhatIsLateIsOver() throws SQLException {
        teach(true);
        String path = "/recoveries/" + begin(null).get("token").asText();
        String help = request(amina) + "/code";
        teacher.send("DELETE", "/recovery-setup/request", null, null).ok(204);
        teacher.send("DELETE", "/recovery-setup/request", null, null).refused(404, "NOT_FOUND");
        STRANGER.get(path).refused(404, "NOT_FOUND");
        pupil(amina).post(help, help()).refused(409, "CONFLICT");
        assertFalse(teacher.get("/recovery-setup").ok(200).hasNonNull("begun_at"));

        String late = "/recoveries/" + begin(null).get("token").asText();
        String next = name();
        String secret =
                prove(late, code(amina) + " " + code(baraka), next).ok(200).get("secret").asText();
        letTimePass();
        finish(late, next, new Totp(secret).code(0)).refused(404, "NOT_FOUND");
        teacher.get("/me").ok(200);
    }

    @Test
    void fiveWrongTriesAnHour() {
        Client elsewhere = Client.at("lakeside.localhost");
        Map<String, String> guess = Map.of("students", "nobody", "birth_date", BORN);
        int answered = 0;
        Answer last = elsewhere.post("/recoveries", guess);
        for (int i = 0; i < 6 && last.status() == 422; i++) {
            answered++;
            last = elsewhere.post("/recoveries", guess);
        }
        last.refused(429, "RATE_LIMIT_EXCEEDED");
        assertTrue(answered <= 5, answered + " tries were answered");
    }

    @Test
    void onPages(Visitors people) {
        teach(false);
        Visitor own = people.signedIn(username, NewTeacher.PASSWORD);
        own.open("/economy/today");
        own.link("Set up").click();
        own.standsAt("/roster/recovery-setup");
        assertEquals(List.of(), own.look("recovery-setup"));
        own.field("Your birth date").fill("1989");
        own.button("Set up").click();
        own.reads("Your students can help you now");

        Visitor lost = people.at("riverbend");
        lost.open("/identity/sign-in?state=staff");
        lost.link("A teacher who lost every way in? Your students can help").click();
        assertEquals(List.of(), lost.look("recovery-begin"));
        lost.field("Students’ usernames").fill(students());
        lost.field("Your birth date").fill(BORN);
        lost.button("Ask the students").click();
        lost.reads("0 of 2 students have made their code.");
        assertEquals(List.of(), lost.look("recovery-codes"));

        String codes = "";
        for (String student : List.of(amina, baraka)) {
            Visitor pupil = people.signedIn(student, OwnClass.PIN);
            pupil.open("/economy/home");
            pupil.link("Help").click();
            assertEquals(List.of(), pupil.look("recovery-help"));
            pupil.field("Your passphrase").fill("wrong words here");
            pupil.button("Show my code").click();
            pupil.reads("That passphrase did not match.");
            pupil.field("Your passphrase").fill(PASSPHRASE);
            pupil.button("Show my code").click();
            pupil.reads("Shown this once.");
            codes += pupil.page().locator(".hr-join").innerText() + "\n";
            assertEquals(List.of(), pupil.look("recovery-code"));
            pupil.open("/roster/help");
            pupil.reads("You have made your code. Tell it to your teacher.");
            pupil.button("Show this no more").click();
            pupil.standsAt("/economy/home");
        }

        own.open("/economy/today");
        own.reads("Somebody asks your students to help you back in.");
        own.open("/roster/recovery-setup");
        assertEquals(List.of(), own.look("recovery-running"));

        lost.link("Look again").click();
        lost.field("Codes").fill(codes);
        lost.field("Your username from now on").fill(username);
        lost.button("Save for later").click();
        lost.reads("Your PIN to go on later");
        assertEquals(List.of(), lost.look("recovery-saved"));
        lost.button("Check the codes").click();
        lost.reads("Your new way in");
        assertEquals(List.of(), lost.look("recovery-factor"));
        String secret = lost.page().locator("p.hr-code").innerText().replace(" ", "");
        lost.field("New password").fill(NEXT_PASSWORD);
        lost.field("Code").fill(new Totp(secret).code(0));
        lost.button("Finish").click();
        lost.reads("You are back");
        assertEquals(List.of(), lost.look("recovery-done"));
        login(username, NEXT_PASSWORD, new Totp(secret).code(1)).ok(200);
    }

    // Two periods with a student each.
    private void teach(boolean prepared) {
        teacher = someTeacher(username, prepared);
        amina = OwnClass.openBy(teacher).seat("Amina");
        baraka = OwnClass.openBy(teacher).seat("Baraka");
    }

    private Client someTeacher(String name, boolean prepared) {
        Client made = NewTeacher.named(name).client();
        if (prepared) {
            made.put("/recovery-setup", Map.of("birth_date", BORN)).ok(200);
        }
        return made;
    }

    private String students() {
        return amina + ", " + baraka.toUpperCase(Locale.ROOT);
    }

    private JsonNode begin(String pin) {
        Map<String, String> asked = new HashMap<>();
        asked.put("students", students());
        asked.put("birth_date", BORN);
        asked.put("resume_pin", pin);
        return STRANGER.post("/recoveries", asked).ok(201);
    }

    private static Answer ask(String students, String born) {
        return STRANGER.post("/recoveries", Map.of("students", students, "birth_date", born));
    }

    private static Client pupil(String name) {
        return Client.signIn("riverbend", name, OwnClass.PIN);
    }

    private static String request(String student) {
        JsonNode asked = pupil(student).get("/recovery-requests").ok(200);
        assertEquals(1, asked.size());
        return "/recovery-requests/" + asked.at("/0/id").asText();
    }

    private static String code(String student) {
        return pupil(student).post(request(student) + "/code", help()).ok(200).get("code").asText();
    }

    private static Map<String, String> help() {
        return Map.of("passphrase", PASSPHRASE);
    }

    private static Answer prove(String path, String codes, String name) {
        return STRANGER.post(path + "/codes", Map.of("codes", codes, "username", name));
    }

    private static Answer finish(String path, String name, String code) {
        return STRANGER.post(
                path + "/factor",
                Map.of("username", name, "password", NEXT_PASSWORD, "code", code));
    }

    private static Answer login(String name, String password, String totp) {
        Map<String, String> proofs = new HashMap<>();
        proofs.put("username", name);
        proofs.put("password", password);
        if (totp != null) {
            proofs.put("totp", totp);
        }
        return STRANGER.post("/auth/login", proofs);
    }

    private static String name() {
        return "t" + UUID.randomUUID().toString().substring(0, 13);
    }

    private static void letTimePass() throws SQLException {
        DatabaseAccess database = TestServer.get().database();
        try (Connection app =
                        DriverManager.getConnection(
                                database.url(), database.appUser(), database.appPassword());
                Statement statement = app.createStatement()) {
            app.setAutoCommit(false);
            statement.execute(
                    "select set_config('app.school_id', (select id::text from homeroom.tenancy_school"
                            + " where subdomain = 'riverbend'), true)");
            statement.execute(
                    "update homeroom.roster_recovery set expires_at = now() where state = 'proved'");
            app.commit();
        }
    }
}
