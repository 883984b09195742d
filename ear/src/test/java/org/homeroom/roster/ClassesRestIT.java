package org.homeroom.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.homeroom.kernel.Answer;
import org.homeroom.kernel.Client;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Classes, seats, lists and claims over REST. */
class ClassesRestIT {

    private static final Client STRANGER = Client.at("riverbend.localhost");
    private static OwnClass own;

    @BeforeAll
    static void open() {
        own = OwnClass.open();
    }

    @Test
    void theStudentsAsATable() {
        OwnClass fresh = OwnClass.open();
        String username = fresh.seat("Amina", "Zuberi");
        String id =
                Client.signIn("riverbend", username, OwnClass.PIN)
                        .get("/me")
                        .ok(200)
                        .at("/person/id")
                        .asText();
        fresh.enlist("Never", "Came");
        Map<String, Object> reward =
                Map.of(
                        "student_ids", List.of(id),
                        "amount", Map.of("amount", "2.00", "currency", "TOK"),
                        "reason", "Test");
        String entry =
                fresh.teacher()
                        .post(fresh.path() + "/rewards", reward)
                        .ok(201)
                        .at("/entries/0/id")
                        .asText();
        fresh.teacher().post(fresh.path() + "/rewards", reward).ok(201);
        fresh.teacher().post("/entries/" + entry + "/reverse", Map.of("reason", "Mistake")).ok(201);

        Answer table = fresh.teacher().get(fresh.path() + "/students.csv");

        assertEquals(200, table.status());
        String[] lines = table.response().body().split("\r\n");
        assertEquals(2, lines.length, table::toString);
        assertEquals(
                "\"Amina\",\"Z\",\"" + fresh.period() + "\",2.00,0.00,2.00,none,no,yes", lines[1]);
        Client.signIn("riverbend", username, OwnClass.PIN)
                .get(fresh.path() + "/students.csv")
                .refused(403, "AUTHORIZATION_ERROR");
    }

    @Test
    void aClassIsReadWithItsVersionAndChangedAtThatVersion() {
        Client teacher = own.teacher();
        Answer before = teacher.get(own.path());
        Client editor = teacher.with("If-Match", before.header("ETag"));

        Answer changed = editor.patch(own.path(), Map.of("name", "Maths again"));

        assertEquals("Maths again", changed.ok(200).get("name").asText());
        editor.patch(own.path(), Map.of("name", "Too late")).refused(412, "PRECONDITION_FAILED");
        Answer after = teacher.get(own.path());
        assertEquals("Maths again", after.ok(200).get("name").asText());
        assertEquals(changed.header("ETag"), after.header("ETag"));
    }

    @Test
    void onePeriodHasOneClass() {
        Map<String, String> again = Map.of("name", "Twin", "period", own.period());

        own.teacher().post("/classes", again).refused(409, "CONFLICT");
    }

    @Test
    void aClassNeedsAPeriodAndAZoneThatExists() {
        Client teacher = own.teacher();

        teacher.post("/classes", Map.of("name", "Art")).refused(422, "VALIDATION_ERROR");
        Answer zone =
                teacher.post(
                        "/classes", Map.of("name", "Art", "period", "77", "zone", "Mars/Base"));
        zone.refused(422, "VALIDATION_ERROR");
        assertEquals("zone", zone.field());
    }

    @Test
    void someoneElsesClassAndNoClassLookTheSame() {
        Client okello = Client.signIn("riverbend", "okello", "demo-Teacher-1");
        String nowhere = "/classes/" + UUID.randomUUID();

        for (String part :
                new String[] {"", "/seats", "/attendance", "/accounts", "/pay-runs", "/taps"}) {
            okello.get(own.path() + part).refused(404, "NOT_FOUND");
            assertEquals(okello.get(nowhere + part).plain(), okello.get(own.path() + part).plain());
        }
        assertEquals(
                okello.patch(nowhere, Map.of("name", "Mine")).plain(),
                okello.patch(own.path(), Map.of("name", "Mine")).plain());
    }

    @Test
    void aListIsTakenOverRowByRowAndItsReportKept() {
        String csv =
                "first_name,last_name,date_of_birth,block\n"
                        + "Noor,O'Brien,2012-02-03,"
                        + own.period()
                        + "\n"
                        + "Bad,Date,13/45/2010,"
                        + own.period()
                        + "\n";

        JsonNode report = own.teacher().upload(own.path() + "/roster", csv).ok(200);

        assertEquals(1, report.get("accepted").asInt());
        assertEquals(1, report.get("rejected").asInt());
        assertEquals(3, report.at("/rows/0/line").asInt());
        assertEquals(
                report.get("rows"),
                own.teacher()
                        .get("/roster-imports/" + report.get("id").asText())
                        .ok(200)
                        .get("rows"));
        JsonNode seats = own.teacher().get(own.path() + "/seats").ok(200);
        assertTrue(seats.findValuesAsText("first_name").contains("Noor"), seats.toString());
        JsonNode again = own.teacher().upload(own.path() + "/roster?rows=all", csv).ok(200);
        assertEquals(0, again.get("accepted").asInt());
        assertEquals(2, again.get("rows").size());
    }

    @Test
    void anUnclaimedSeatIsCorrectedAndThenClaimedByTheRightValues() {
        OwnClass fresh = OwnClass.open();
        fresh.enlist("Imni", "Tuto");
        String seat = fresh.path() + "/seats/" + seatId(fresh, "Imni");
        Map<String, String> right = Map.of("first_name", "Imani", "last_name", "Tutu");

        JsonNode corrected = fresh.teacher().patch(seat, right).ok(200);

        assertEquals("Imani", corrected.get("first_name").asText());
        Map<String, String> claim =
                Map.of(
                        "join_code",
                        fresh.joinCode(),
                        "first_initial",
                        "I",
                        "last_name",
                        "Tuto",
                        "birth_date",
                        OwnClass.BORN);
        STRANGER.post("/claims", claim).refused(404, "NOT_FOUND");
        Map<String, String> rightly = new HashMap<>(claim);
        rightly.put("last_name", "Tutu");
        STRANGER.post("/claims", rightly).ok(201);
        Answer nameless = fresh.teacher().patch(seat, Map.of("last_name", "1234"));
        nameless.refused(422, "VALIDATION_ERROR");
        assertEquals("last_name", nameless.field());
        Client.signIn("riverbend", "okello", "demo-Teacher-1")
                .patch(seat, right)
                .refused(404, "NOT_FOUND");
        assertEquals(204, fresh.teacher().send("DELETE", seat, null, null).status());
        assertEquals(0, fresh.teacher().get(fresh.path() + "/seats").ok(200).size());
    }

    @Test
    void aClaimedSeatIsNeitherCorrectedNorRemoved() {
        OwnClass fresh = OwnClass.open();
        fresh.seat("Imani", "Tutu");
        String seat = fresh.path() + "/seats/" + seatId(fresh, "Imani");

        Answer corrected = fresh.teacher().patch(seat, Map.of("first_name", "Imran"));

        corrected.refused(409, "CONFLICT");
        assertTrue(corrected.plain().contains("Imani T. has claimed this seat"));
        fresh.teacher().send("DELETE", seat, null, null).refused(409, "CONFLICT");
    }

    private static String seatId(OwnClass room, String firstName) {
        for (JsonNode seat : room.teacher().get(room.path() + "/seats").ok(200)) {
            if (seat.get("first_name").asText().equals(firstName)) {
                return seat.get("id").asText();
            }
        }
        throw new AssertionError("no seat of " + firstName);
    }

    @Test
    void aRehearsedListOpensNothingAndLandsAsItWasShownOrNotAtAll() {
        OwnClass fresh = OwnClass.open();
        String other = OwnClass.letters().toUpperCase(Locale.ROOT);
        String list =
                "first_name,last_name,date_of_birth,block\nAda,Byron,2012-05-04,%s\nIda,Rhodes,2012-05-04,%s"
                        .formatted(fresh.period(), other);
        String roster = fresh.path() + "/roster";

        JsonNode shown = fresh.teacher().upload(roster + "?rehearse=true", list).ok(200);

        assertTrue(shown.get("id").isNull());
        assertEquals(2, shown.get("accepted").asInt());
        assertEquals(List.of(other), shown.get("opening").findValuesAsText("period"));
        assertEquals(0, shown.get("opened").size());
        assertEquals(0, fresh.teacher().get(fresh.path() + "/seats").ok(200).size());
        String agreed = roster + "?fingerprint=" + shown.get("fingerprint").asText();
        fresh.enlist("Eve", "Sand");
        JsonNode landed = fresh.teacher().upload(agreed, list).ok(200);
        assertEquals(List.of(other), landed.get("opened").findValuesAsText("period"));
        fresh.teacher().upload(agreed, list).refused(409, "CONFLICT");
    }

    @Test
    void whatIsNoTextIsRefusedAsAWhole() {
        Answer answer = own.teacher().upload(own.path() + "/roster", "\u0000\u0001\u0002");

        answer.refused(422, "VALIDATION_ERROR");
        assertEquals("file", answer.field());
    }

    @Test
    void anUnknownCodeAndAnUnknownPupilLookTheSame() {
        Answer code = STRANGER.post("/claims", claim("ZZZZZZ"));
        Answer pupil = STRANGER.post("/claims", claim(own.joinCode()));

        code.refused(404, "NOT_FOUND");
        assertEquals(code.plain(), pupil.plain());
    }

    @Test
    void aCodeOpensNothingAtAnotherSchool() {
        String row = "Imani,Tutu,2012-05-04," + own.period();
        own.teacher()
                .upload(own.path() + "/roster", "first_name,last_name,date_of_birth,block\n" + row)
                .ok(200);
        Map<String, String> seat =
                Map.of(
                        "join_code", own.joinCode(),
                        "first_initial", "I",
                        "last_name", "Tutu",
                        "birth_date", "2012-05-04");

        STRANGER.movedTo("lakeside.localhost").post("/claims", seat).refused(404, "NOT_FOUND");
        STRANGER.post("/claims", seat).ok(201);
    }

    @Test
    void aClaimThatNobodyOpenedLeadsNowhere() {
        Map<String, String> credentials =
                Map.of("word", "otter", "pin", "2580", "passphrase", "blue kite seven");

        STRANGER.post("/claims/" + UUID.randomUUID() + "/credentials", credentials)
                .refused(404, "NOT_FOUND");
    }

    @Test
    void aPupilClaimsASeatAndSignsIn() {
        String username = own.seat("Zuri");

        Client pupil = Client.signIn("riverbend", username, OwnClass.PIN);

        assertEquals(own.id(), pupil.get("/me").ok(200).at("/classes/0/id").asText());
        pupil.post("/classes", Map.of("name", "Mine", "period", "9"))
                .refused(403, "AUTHORIZATION_ERROR");
    }

    private static Map<String, String> claim(String code) {
        return Map.of(
                "join_code", code,
                "first_initial", "Q",
                "last_name", "Nobody",
                "birth_date", "2012-05-04");
    }
}
