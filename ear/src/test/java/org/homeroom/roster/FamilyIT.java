package org.homeroom.roster;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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

/** Families come in with a code, see their own child and nobody else's, and are let go. */
@ExtendWith(InBrowser.class)
class FamilyIT {

    private static final String PASSWORD = "Correct-horse-1";
    private static final String THREE_TIES = "{\"what\":\"ties to families\",\"count\":3";
    private static final Client STRANGER = Client.at("riverbend.localhost");
    private static Client okello;
    private static String path;
    private static String child;

    @BeforeAll
    static void find() {
        okello = Client.signIn("riverbend", "okello", "demo-Teacher-1");
        String classId = okello.get("/classes").ok(200).get(0).get("id").asText();
        JsonNode seats = okello.get("/classes/" + classId + "/seats").ok(200);
        child = seats.get(0).get("student_id").asText();
        path = "/classes/" + classId + "/students/" + child + "/family";
    }

    @Test
    void aCodeIsGoodOnceAndShowsOneChildAlone() {
        String code = code();
        String username = name();
        JsonNode parent = join(code, username).ok(201);
        assertEquals("[\"parent\"]", parent.get("roles").toString());
        join(code, name()).refused(404, "NOT_FOUND");

        Client mother = Client.signIn("riverbend", username, PASSWORD);
        JsonNode children = mother.get("/children").ok(200);
        assertEquals(1, children.size());
        assertEquals(child, children.get(0).get("id").asText());
        String account = children.at("/0/classes/0/account_id").asText();
        String classId = children.at("/0/classes/0/id").asText();
        mother.get("/accounts/" + account + "/statement").ok(200);
        mother.get("/accounts/" + account + "/why").ok(200);
        mother.get("/classes/" + classId + "/seats").refused(403, "AUTHORIZATION_ERROR");
        mother.get("/classes/" + classId + "/accounts").refused(403, "AUTHORIZATION_ERROR");
        okello.get("/classes/" + classId + "/accounts")
                .ok(200)
                .forEach(
                        other -> {
                            if (!child.equals(other.path("owner_id").asText())) {
                                mother.get("/accounts/" + other.get("id").asText())
                                        .refused(404, "NOT_FOUND");
                            }
                        });

        okello.send("DELETE", path + "/" + parent.get("id").asText(), null, null).ok(204);
        assertEquals(0, mother.get("/children").ok(200).size());
        mother.get("/accounts/" + account).refused(404, "NOT_FOUND");
    }

    @Test
    void anotherClassIsShownByItsRoster(Visitors people) {
        String other = okello.get("/classes").ok(200).get(1).get("name").asText();
        Visitor teacher = people.signedIn("okello", "demo-Teacher-1");
        teacher.open("/roster/family?class=" + path.split("/")[2] + "&student=" + child);

        teacher.page().locator(".hr-menu-class > summary").click();
        teacher.link(other).click();

        teacher.standsAt("/roster/roster");
        teacher.reads(other);
    }

    @Test
    void whoIsThereAlreadyFollowsOneMore() {
        Client parent = Client.signIn("riverbend", "parent", "demo-Teacher-1");
        int before = parent.get("/children").ok(200).size();
        String code = code();
        assertEquals(child, follow(parent, code).ok(201).get("id").asText());
        assertEquals(before + 1, parent.get("/children").ok(200).size());
        follow(parent, code).refused(404, "NOT_FOUND");
        follow(parent, code()).refused(409, "CONFLICT");
        String self = parent.get("/me").ok(200).at("/person/id").asText();
        okello.send("DELETE", path + "/" + self, null, null).ok(204);
        okello.send("DELETE", path + "/" + self, null, null).refused(404, "NOT_FOUND");
    }

    @Test
    void aCodeTakenBackOrMadeUpOrFromElsewhereIsGoodForNothing() {
        JsonNode made = okello.post(path + "/codes", Map.of()).ok(201);
        String code = made.get("code").asText();
        Map<String, String> elsewhere = choice(code, name());
        Client.at("lakeside.localhost").post("/guardians", elsewhere).refused(404, "NOT_FOUND");
        okello.send("DELETE", path + "/codes/" + made.get("id").asText(), null, null).ok(204);
        join(code, name()).refused(404, "NOT_FOUND");
        join("AAAA-BBBB-CCCC", name()).refused(404, "NOT_FOUND");
    }

    @Test
    void othersMakeNoCodes() {
        for (String who : List.of("marsh", "parent")) {
            Client other = Client.signIn("riverbend", who, "demo-Teacher-1");
            int status = other.post(path + "/codes", Map.of()).status();
            assertTrue(status == 403 || status == 404, who + ": " + status);
        }
        STRANGER.get(path).refused(401, "AUTHENTICATION_ERROR");
    }

    @Test
    void rightsDecideWhatAParentSees() {
        String username = name();
        String id = join(code(), username).ok(201).get("id").asText();
        Client father = Client.signIn("riverbend", username, PASSWORD);
        String account = father.get("/children").ok(200).at("/0/classes/0/account_id").asText();
        father.get("/accounts/" + account + "/entries").ok(200);

        rights(id, "limited", true).ok(200);
        JsonNode limited = father.get("/children").ok(200).get(0);
        assertEquals("limited", limited.get("rights").asText());
        assertTrue(limited.at("/classes/0").hasNonNull("balance"), limited::toString);
        assertEquals("[]", limited.at("/classes/0/latest").toString());
        father.get("/accounts/" + account).ok(200);
        for (String more : List.of("/entries", "/statement", "/statement.csv", "/why")) {
            father.get("/accounts/" + account + more).refused(404, "NOT_FOUND");
        }

        rights(id, "supervised", true).ok(200);
        JsonNode supervised = father.get("/children").ok(200).at("/0/classes/0");
        assertTrue(supervised.hasNonNull("week_seconds"), supervised::toString);
        assertEquals(false, supervised.hasNonNull("balance"), supervised::toString);
        father.get("/accounts/" + account).refused(404, "NOT_FOUND");

        String other = join(code(), name()).ok(201).get("id").asText();
        rights(other, "full", true).refused(409, "CONFLICT");
        rights(id, "none", true).refused(422, "VALIDATION_ERROR");
        rights(id, "some", false).refused(422, "VALIDATION_ERROR");
        rights(id, "none", false).ok(200);
        assertEquals(0, father.get("/children").ok(200).size());
        father.get("/accounts/" + account).refused(404, "NOT_FOUND");
        rights(other, "full", true).ok(200);
        rights(id, "full", true).refused(409, "CONFLICT");
        okello.send("DELETE", path + "/" + id, null, null).ok(204);
        okello.send("DELETE", path + "/" + other, null, null).ok(204);
    }

    @Test
    void whoHasAnAccountMakesNoSecondOne() {
        String code = code();
        okello.post("/guardians", choice(code, name())).refused(409, "CONFLICT");
        Client.signIn("riverbend", "parent", "demo-Teacher-1")
                .post("/guardians", choice(code, name()))
                .refused(409, "CONFLICT");
        String self = okello.get("/me").ok(200).at("/person/name").asText();
        Map<String, String> again = new HashMap<>(choice(code, name()));
        again.put("name", self.toUpperCase(Locale.ROOT));
        STRANGER.post("/guardians", again).refused(409, "CONFLICT");
    }

    @Test
    void whoIsDeletedLeavesTheFamilyAndTheBadge() {
        OwnClass own = OwnClass.open();
        Client pupil = Client.signIn("riverbend", own.seat("Leaver"), OwnClass.PIN);
        String student = pupil.get("/me").ok(200).at("/person/id").asText();
        String family = own.path() + "/students/" + student + "/family";
        String username = name();
        join(own.teacher().post(family + "/codes", null).ok(201).get("code").asText(), username)
                .ok(201);
        String open = own.teacher().post(family + "/codes", null).ok(201).get("code").asText();
        own.teacher().post(own.path() + "/badges", Map.of()).ok(201);
        Client father = Client.signIn("riverbend", username, PASSWORD);
        assertEquals(1, father.get("/children").ok(200).size());

        JsonNode receipt =
                Client.signIn("riverbend", "principal", "demo-Teacher-1")
                        .send(
                                "DELETE",
                                "/users/" + student,
                                "application/json",
                                Map.of("word", "DELETE"))
                        .ok(200);

        List<String> gone = receipt.get("gone").findValuesAsText("what");
        assertTrue(gone.containsAll(List.of("badges", "ties to families")), gone::toString);
        // The father, the code he took and the one that nobody took.
        assertTrue(receipt.get("gone").toString().contains(THREE_TIES), receipt::toString);
        assertEquals(0, father.get("/children").ok(200).size());
        join(open, name()).refused(404, "NOT_FOUND");
    }

    @Test
    void parentsSeeWhenTheirChildWasInClass() {
        Client parent = Client.signIn("riverbend", "parent", "demo-Teacher-1");
        JsonNode days = parent.get("/children").ok(200).at("/0/classes/0/week");
        assertTrue(days.size() > 0);
        days.forEach(
                day -> {
                    assertTrue(day.get("stays").size() > 0, day::toString);
                    assertTrue(day.get("seconds").asLong() > 0, day::toString);
                });
    }

    @Test
    void aTeacherFollowsWithAnothersCodeAndStillRunsTheClass() {
        Client principal = Client.signIn("riverbend", "principal", "demo-Teacher-1");
        String username = name();
        Client teacher = NewTeacher.named(username).client();
        OwnClass own = OwnClass.openBy(teacher);
        String pupil = own.seat("Amina");
        own.wasIn(pupil, 50, 20);
        String student = teacher.get(own.path() + "/seats").ok(200).at("/0/student_id").asText();
        String codes = own.path() + "/students/" + student + "/family/codes";
        String self = teacher.post(codes, Map.of()).ok(201).get("code").asText();
        follow(teacher, self).refused(409, "CONFLICT");

        String given = principal.post(codes, Map.of()).ok(201).get("code").asText();
        follow(teacher, given).ok(201);

        Client both = Client.signIn("riverbend", username, NewTeacher.PASSWORD);
        assertEquals(1, both.get("/children").ok(200).size());
        JsonNode run = both.post(own.path() + "/pay-runs", Map.of()).ok(201);
        String id = run.get("id").asText();
        both.get("/pay-runs/" + id + "/lines/" + student).ok(200);
    }

    @Test
    void aTapOutAloneIsNoTimeInClass() {
        OwnClass own = OwnClass.open();
        String username = own.seat("Amina");
        own.taps(username, "out -60");
        String student =
                own.teacher().get(own.path() + "/seats").ok(200).at("/0/student_id").asText();
        String codes = own.path() + "/students/" + student + "/family/codes";
        String parent = name();
        join(own.teacher().post(codes, null).ok(201).get("code").asText(), parent).ok(201);

        JsonNode children = Client.signIn("riverbend", parent, PASSWORD).get("/children").ok(200);

        assertEquals("[]", children.at("/0/classes/0/week").toString());
    }

    @Test
    void aButtonEndsWhomItStoodBeside(Visitors people) {
        OwnClass own = OwnClass.open();
        own.seat("Amina");
        String student =
                own.teacher().get(own.path() + "/seats").ok(200).at("/0/student_id").asText();
        String family = own.path() + "/students/" + student + "/family";
        String[] parents = {name(), name()};
        String[] ids = new String[parents.length];
        for (int i = 0; i < parents.length; i++) {
            String code = own.teacher().post(family + "/codes", null).ok(201).get("code").asText();
            ids[i] = join(code, parents[i]).ok(201).get("id").asText();
        }
        Visitor teacher = people.signedIn(OwnClass.TEACHER, OwnClass.PASSWORD);
        teacher.open("/roster/family?class=" + own.id() + "&student=" + student);
        own.teacher().send("DELETE", family + "/" + ids[0], null, null).ok(204);

        teacher.button("End: Ana Parent").first().click();

        teacher.reads("There is nothing here for you.");
        Client other = Client.signIn("riverbend", parents[1], PASSWORD);
        assertEquals(1, other.get("/children").ok(200).size());
    }

    @Test
    void onPages(Visitors people) {
        Visitor teacher = people.signedIn("okello", "demo-Teacher-1");
        teacher.open(
                path.replaceFirst(
                        ".classes.(.+).students.(.+).family",
                        "/roster/family?class=$1&student=$2"));
        teacher.button("Make a code").click();
        String code = teacher.page().locator(".hr-join").innerText();
        int made = codes();
        teacher.page().reload();
        assertEquals(made, codes(), "a reload makes no second code");

        Visitor father = people.at("riverbend");
        father.open("/roster/child");
        assertEquals(List.of(), father.look("family-code"));
        father.page().locator("#code").fill(code);
        father.button("Go on").click();
        assertEquals(List.of(), father.look("family-join"));
        father.field("Your name").fill("Otto Vater");
        father.field("Username").fill(name());
        father.field("Password").fill(PASSWORD);
        father.button("Come in").click();
        father.standsAt("/economy/children");
        father.reads("This week");
        assertThat(father.page().locator("a[href*=statement]").first()).isVisible();
        assertEquals(List.of(), father.look("family-children"));

        teacher.open(
                path.replaceFirst(
                        ".classes.(.+).students.(.+).family",
                        "/roster/family?class=$1&student=$2"));
        teacher.page()
                .locator("li", new Page.LocatorOptions().setHasText("Otto Vater"))
                .locator("select")
                .selectOption("limited");
        teacher.button("Save: Otto Vater").click();
        teacher.reads("Saved. It holds with their next page.");
        assertEquals(List.of(), teacher.look("family-rights"));
        father.open("/economy/children");
        father.reads("You see the balance here, without what it comes from.");
        assertEquals(List.of(), father.look("family-limited"));

        teacher.button("End: Otto Vater").click();
        teacher.reads("They do not follow this student any more.");
        father.open("/economy/children");
        father.reads("You follow no child yet.");
    }

    /** On the student's start page and on the parent's page alike. */
    @Test
    void whatIsOwedAndLockedStandsBelowTheBalance(Visitors people) {
        OwnClass own = OwnClass.open();
        String amina = own.seat("Amina");
        Client teacher = own.teacher();
        String student = teacher.get(own.path() + "/seats").ok(200).at("/0/student_id").asText();
        String codes = own.path() + "/students/" + student + "/family/codes";
        String mother = name();
        join(teacher.post(codes, null).ok(201).get("code").asText(), mother).ok(201);
        Map<String, Object> rules =
                Map.of(
                        "loans",
                        true,
                        "approves_up_to",
                        tokens("5.00"),
                        "expected_weekly_hours",
                        "5",
                        "inflation_percent",
                        "0");
        teacher.put(own.path() + "/lending", rules).ok(200);
        Map<String, Object> gift =
                Map.of(
                        "student_ids",
                        List.of(student),
                        "amount",
                        tokens("2.00"),
                        "description",
                        "A gift",
                        "account",
                        "savings");
        teacher.post(own.path() + "/payments", gift).ok(201);
        Client pupil = Client.signIn("riverbend", amina, OwnClass.PIN);
        Map<String, Object> loan = taken(own, "loan", "3.00");
        loan.put("purpose", "A book");
        pupil.post(own.path() + "/loans", loan).ok(201);
        pupil.post(own.path() + "/certificates", taken(own, "certificate", "1.50")).ok(201);

        people.signedIn(amina, OwnClass.PIN).reads("owed 3.00 · locked 1.50");
        Visitor parent = people.signedIn(mother, PASSWORD);
        parent.open("/economy/children");
        parent.reads("owed 3.00 · locked 1.50");
    }

    private static Map<String, Object> taken(OwnClass own, String kind, String amount) {
        Map<String, Object> offer =
                Map.of(
                        "kind",
                        kind,
                        "title",
                        "Starter",
                        "rate_percent",
                        kind.equals("loan") ? "10" : "2",
                        "weeks",
                        4,
                        "most",
                        tokens("5.00"));
        JsonNode made = own.teacher().post(own.path() + "/bank-products", offer).ok(201);
        Map<String, Object> taken = new HashMap<>();
        taken.put("product_id", made.get("id").asText());
        taken.put("amount", tokens(amount));
        taken.put("passphrase", "blue kite seven");
        return taken;
    }

    private static Map<String, String> tokens(String amount) {
        return Map.of("amount", amount, "currency", "TOK");
    }

    private static int codes() {
        return okello.get(path).ok(200).get("codes").size();
    }

    private static String code() {
        return okello.post(path + "/codes", Map.of()).ok(201).get("code").asText();
    }

    private static Answer join(String code, String username) {
        return STRANGER.post("/guardians", choice(code, username));
    }

    private static Answer follow(Client parent, String code) {
        return parent.post("/guardians/me/children", Map.of("code", code));
    }

    private static Map<String, String> choice(String code, String username) {
        return Map.of(
                "code", code, "name", "Ana Parent", "username", username, "password", PASSWORD);
    }

    private static Answer rights(String guardian, String rights, boolean primary) {
        return okello.patch(path + "/" + guardian, Map.of("rights", rights, "primary", primary));
    }

    private static String name() {
        return "p" + UUID.randomUUID().toString().substring(0, 13);
    }
}
