package org.homeroom.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.audit.AuditTrail;
import org.homeroom.kernel.Answer;
import org.homeroom.kernel.Client;
import org.homeroom.kernel.InBrowser;
import org.homeroom.kernel.Visitor;
import org.homeroom.kernel.Visitors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Classes and teachers go when the teacher asks for it or is away; the money's history stays. */
@ExtendWith(InBrowser.class)
class ClosingIT {

    private final Client principal = Client.signIn("riverbend", "principal", "demo-Teacher-1");
    private final String username = "t" + UUID.randomUUID().toString().substring(0, 13);
    private final String teacherId = NewTeacher.named(username).id();
    private final Client teacher = Client.signIn("riverbend", username, NewTeacher.PASSWORD);

    @Test
    void aClassGoesAtItsTeachersWishAloneAndSharedStudentsStay() {
        OwnClass first = OwnClass.openBy(teacher);
        OwnClass second = OwnClass.open();
        String surname = "Pupil" + OwnClass.letters();
        String shared = first.seat("Amina", surname);
        second.join("Amina", surname);
        String alone = first.seat("Baraka");
        first.enlist("Never", "Came");
        String aloneId = me(alone);
        Map<String, Object> reward =
                Map.of(
                        "student_ids", List.of(aloneId),
                        "amount", Map.of("amount", "2.00", "currency", "TOK"),
                        "reason", "Test");
        teacher.post(first.path() + "/rewards", reward).ok(201);

        String device =
                teacher.post("/kiosk/devices", Map.of("class_id", first.id(), "name", "Tablet"))
                        .ok(201)
                        .get("key")
                        .asText();
        close("class_id", first.id(), "DELETE").refused(409, "CONFLICT");
        JsonNode wish = ask("period", first.period()).ok(201);
        ask("period", first.period()).refused(409, "CONFLICT");
        ask("period", "no such").refused(422, "VALIDATION_ERROR");
        close("class_id", first.id(), "delete").refused(422, "VALIDATION_ERROR");
        AuditTrail told = AuditTrail.of(principal, "roster.class.closed");
        JsonNode receipt = close("class_id", first.id(), "DELETE").ok(201);
        told.hasGrown();

        String gone = receipt.get("gone").toString();
        assertTrue(
                gone.contains(
                        "{\"what\":\"accounts of students without another class\",\"count\":1"),
                gone);
        assertTrue(gone.contains("{\"what\":\"seats that nobody claimed\",\"count\":1"), gone);
        String kept = receipt.get("kept").toString();
        assertTrue(kept.contains("{\"what\":\"students with another class\",\"count\":1"), kept);
        assertTrue(kept.contains("append-only"), kept);
        assertEquals("approved", state(wish));
        Client.at("riverbend.localhost")
                .post("/auth/login", Map.of("key", device))
                .refused(401, "AUTHENTICATION_ERROR");
        close("class_id", first.id(), "DELETE").refused(409, "CONFLICT");

        JsonNode books = null;
        for (JsonNode one : principal.get(first.path() + "/accounts").ok(200)) {
            boolean his = aloneId.equals(one.path("owner_id").asText());
            books = his && one.get("kind").asText().equals("checking") ? one : books;
        }
        assertEquals("2.00", books.at("/balance/amount").asText(), "the journal stays");
        Client.signIn("riverbend", shared, OwnClass.PIN).get("/me").ok(200);
        Map<String, String> knock = Map.of("username", alone, "pin", OwnClass.PIN);
        Client.at("riverbend.localhost")
                .post("/auth/login", knock)
                .refused(401, "AUTHENTICATION_ERROR");
        assertEquals(0, teacher.get("/classes").ok(200).size());
        assertTrue(principal.get("/closings").ok(200).toString().contains(first.id()));
    }

    @Test
    void aTeacherGoesWithEveryClass() {
        OwnClass own = OwnClass.openBy(teacher);
        own.seat("Amina");
        Answer byHand =
                principal.send(
                        "DELETE",
                        "/users/" + teacherId,
                        "application/json",
                        Map.of("word", "DELETE"));
        byHand.refused(409, "CONFLICT");
        close("teacher_id", teacherId, "DELETE").refused(409, "CONFLICT");
        ask("account", null).ok(201);

        JsonNode receipt = close("teacher_id", teacherId, "DELETE").ok(201);

        assertTrue(
                receipt.get("gone").toString().contains("\"classes\",\"count\":1"),
                receipt::toString);
        teacher.get("/me").refused(401, "AUTHENTICATION_ERROR");
        close("teacher_id", teacherId, "DELETE").refused(404, "NOT_FOUND");
    }

    @Test
    void whoNeverSignedInIsAway() {
        String id = NewTeacher.named("t" + UUID.randomUUID().toString().substring(0, 13)).id();

        close("teacher_id", id, "DELETE").ok(201);
    }

    @Test
    void aWishIsWithdrawnByItsTeacherAndRejectedByOthers() {
        OwnClass own = OwnClass.openBy(teacher);
        JsonNode wish = ask("period", own.period()).ok(201);
        String path = "/deletion-requests/" + wish.get("id").asText();
        Client marsh = Client.signIn("riverbend", "marsh", "demo-Teacher-1");
        marsh.patch(path, Map.of("state", "withdrawn")).refused(404, "NOT_FOUND");
        assertFalse(marsh.get("/deletion-requests").body().toString().contains(own.id()));
        teacher.patch(path, Map.of("state", "rejected")).refused(422, "VALIDATION_ERROR");
        teacher.patch(path, Map.of("state", "withdrawn")).ok(200);
        principal.patch(path, Map.of("state", "rejected")).refused(409, "CONFLICT");
        JsonNode again = ask("period", own.period()).ok(201);
        String second = "/deletion-requests/" + again.get("id").asText();
        assertEquals(
                "rejected",
                principal.patch(second, Map.of("state", "rejected")).ok(200).get("state").asText());
    }

    @Test
    void numbersWithoutNames() {
        OwnClass own = OwnClass.openBy(teacher);
        own.seat("Zebedeo");
        Answer list = principal.get("/teachers");
        JsonNode mine = null;
        for (JsonNode one : list.ok(200)) {
            mine = one.get("id").asText().equals(teacherId) ? one : mine;
        }
        assertEquals(1, mine.get("students").asInt());
        assertEquals(1, mine.at("/periods/0/students").asInt());
        assertFalse(list.body().toString().contains("Zebedeo"));
        assertTrue(principal.get("/teachers/counts").ok(200).get("students").asInt() > 0);
    }

    @Test
    void onPages(Visitors people) {
        OwnClass own = OwnClass.openBy(teacher);
        own.seat("Amina");
        Visitor asks = people.signedIn(username, NewTeacher.PASSWORD);
        asks.open("/roster/closing");
        asks.page().locator("select").selectOption(own.period());
        asks.field("Why (you may leave it empty)").fill("We moved house");
        asks.button("Ask to close it").click();
        asks.reads("Asked. An administrator decides.");
        assertEquals(List.of(), asks.look("closing"));

        Visitor decides = people.signedIn("principal", "demo-Teacher-1");
        decides.open("/roster/teachers");
        decides.reads("We moved house");
        assertEquals(List.of(), decides.look("teachers"));
        decides.open("/roster/teachers?id=" + own.id());
        assertEquals(List.of(), decides.look("teachers-sure"));
        decides.field("Type DELETE").fill("DELETE");
        decides.button("Close").click();
        decides.reads("Closed: what went and what stays");
        assertEquals(List.of(), decides.look("teachers-closed"));
    }

    private Answer ask(String kind, String period) {
        Map<String, String> wish = new HashMap<>();
        wish.put("kind", kind);
        wish.put("period", period);
        return teacher.post("/deletion-requests", wish);
    }

    private Answer close(String kind, String id, String word) {
        return principal.post("/closings", Map.of(kind, id, "word", word));
    }

    private String state(JsonNode wish) {
        String state = null;
        for (JsonNode one : teacher.get("/deletion-requests").ok(200)) {
            state = one.get("id").equals(wish.get("id")) ? one.get("state").asText() : state;
        }
        return state;
    }

    private static String me(String username) {
        return Client.signIn("riverbend", username, OwnClass.PIN)
                .get("/me")
                .ok(200)
                .at("/person/id")
                .asText();
    }
}
