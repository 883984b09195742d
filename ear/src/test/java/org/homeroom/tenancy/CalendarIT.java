package org.homeroom.tenancy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.kernel.Answer;
import org.homeroom.kernel.Client;
import org.homeroom.kernel.Crowd;
import org.homeroom.kernel.InBrowser;
import org.homeroom.kernel.Visitor;
import org.homeroom.kernel.Visitors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A school writes down when it has school, and everybody there may ask. */
@ExtendWith(InBrowser.class)
class CalendarIT {

    private static final String DEMO = "demo-Teacher-1";

    @Test
    void aDayIsASchoolDayOrNot() {
        Client school = school("c" + UUID.randomUUID());
        assertTrue(isSchoolDay(school, "2026-04-10"));
        span(school, "term", "Term 1", "2026-01-13", "2026-04-09").ok(201);
        JsonNode heroes = span(school, "holiday", "Heroes", "2026-02-23", null).ok(201);
        span(school, "term", "Term 2", "2026-05-12", "2026-08-06").ok(201);

        assertEquals(3, school.get("/calendar").ok(200).get("spans").size());
        assertFalse(isSchoolDay(school, "2026-04-10"));
        assertFalse(isSchoolDay(school, "2026-02-23"));
        school.put("/calendar", Map.of("kind", "zimbabwe", "days", List.of("saturday"))).ok(200);
        assertFalse(isSchoolDay(school, "2026-01-14"));
        assertTrue(isSchoolDay(school, "2026-01-17"));
        school.put("/calendar", Map.of("kind", "zimbabwe", "days", List.of("monday"))).ok(200);
        school.send("DELETE", "/calendar/spans/" + heroes.get("id").asText(), null, null).ok(204);
        assertTrue(isSchoolDay(school, "2026-02-23"));
        school.get("/calendar/day").ok(200);
        school.get("/calendar/day?day=soon").refused(422, "VALIDATION_ERROR");
        assertTrue(
                isSchoolDay(Client.signIn("lakeside", "otieno", DEMO), "2026-04-10"),
                "another school's holidays are its own");
    }

    @Test
    void overlapsAndNonsenseAreRefused() {
        Client school = school("c" + UUID.randomUUID());
        span(school, "term", "Term 1", "2026-01-13", "2026-04-09").ok(201);

        Answer overlap = span(school, "term", "Term 2", "2026-04-09", "2026-08-06");

        assertEquals(
                "Term 2 would overlap Term 1, which goes from 2026-01-13 to 2026-04-09. Choose other days.",
                overlap.refused(409, "CONFLICT"));
        assertEquals("first_day", overlap.field());
        span(school, "holiday", "Break", "2026-04-09", "2026-04-20").ok(201);
        assertEquals("last_day", bad(span(school, "term", "T", "2026-05-12", "2026-05-11")));
        assertEquals("last_day", bad(span(school, "term", "T", "2026-05-12", "2027-05-13")));
        assertEquals("name", bad(span(school, "term", " ", "2026-05-12", "2026-05-13")));
        assertEquals("kind", bad(span(school, "feast", "T", "2026-05-12", "2026-05-13")));
        assertEquals(
                "days", bad(school.put("/calendar", Map.of("kind", "own", "days", List.of()))));
        assertEquals(
                "kind",
                bad(school.put("/calendar", Map.of("kind", "lunar", "days", List.of("monday")))));
        assertEquals("year", bad(school.post("/calendar/proposals", Map.of("year", 2026))));
        Client.signIn("lakeside", "otieno", DEMO)
                .put("/calendar", Map.of("kind", "own", "days", List.of("monday")))
                .refused(403, "AUTHORIZATION_ERROR");
    }

    @Test
    void ofTenWhoAddTheSameTermAtOnceOneSucceeds() throws Exception {
        Client school = school("c" + UUID.randomUUID());

        List<Integer> statuses =
                Crowd.of(
                        10,
                        i -> span(school, "term", "T" + i, "2026-01-13", "2026-04-09").status());

        assertEquals(1, statuses.stream().filter(status -> status == 201).count());
        assertEquals(9, statuses.stream().filter(status -> status == 409).count());
    }

    @Test
    void administratorsWriteItOnTheirPage(Visitors people) {
        String label = "c" + UUID.randomUUID();
        school(label);
        Visitor admin = people.at(label).signIn("admin", DEMO);
        admin.open("/tenancy/calendar");
        admin.reads("No terms yet");
        admin.field("Kind of calendar").selectOption("british");
        admin.button("Save school days").click();
        admin.reads("Saved.");
        admin.field("School year that begins in").fill("2026");
        admin.button("Add the usual terms").click();
        admin.reads("The usual terms are in the calendar.");
        admin.field("Name").fill("Inset day");
        admin.field("First day").fill("2026-10-27");

        admin.field("What").selectOption("holiday");
        admin.button("Add").click();

        admin.reads("would overlap Autumn half term");
        admin.field("First day").fill("2026-11-02");
        admin.button("Add").click();
        admin.reads("It is in the calendar.");
        assertEquals(List.of(), admin.look("calendar"));
        admin.button("Remove: Inset day").click();
        admin.reads("Taken out of the calendar.");
    }

    private static boolean isSchoolDay(Client client, String day) {
        return client.get("/calendar/day?day=" + day).ok(200).get("school_day").asBoolean();
    }

    private static Answer span(Client client, String kind, String name, String first, String last) {
        Map<String, Object> span = new HashMap<>();
        span.put("kind", kind);
        span.put("name", name);
        span.put("first_day", first);
        span.put("last_day", last);
        return client.post("/calendar/spans", span);
    }

    private static String bad(Answer answer) {
        answer.refused(422, "VALIDATION_ERROR");
        return answer.field();
    }

    private static Client school(String label) {
        Client.signIn("", "admin", DEMO)
                .post(
                        "/schools",
                        Map.of("name", "Hill", "subdomain", label, "zone", "Africa/Harare"))
                .ok(201);
        return Client.signIn(label, "admin", DEMO);
    }
}
