package org.homeroom.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.kernel.Answer;
import org.homeroom.kernel.Client;
import org.homeroom.roster.OwnClass;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Taps over REST. */
class TapsRestIT {

    private static final Map<String, String> IN = Map.of("action", "in", "pin", OwnClass.PIN);
    private static final Map<String, String> OUT =
            Map.of("action", "out", "pin", OwnClass.PIN, "reason", "done");

    private static final int TRIES = 5;

    private OwnClass own;
    private Client pupil;

    @BeforeEach
    void open() {
        own = OwnClass.open();
        pupil = Client.signIn("riverbend", own.seat("Amina"), OwnClass.PIN);
    }

    @Test
    void aPupilTapsInAndOutAndIsSeen() {
        JsonNode in = pupil.post(own.path() + "/taps", IN).ok(200);

        assertTrue(in.get("active").asBoolean());
        assertEquals("TOK", in.at("/projected_pay/currency").asText());
        JsonNode seat = own.teacher().get(own.path() + "/attendance").ok(200).get(0);
        assertTrue(seat.get("active").asBoolean());
        assertFalse(seat.get("since").isNull());

        assertFalse(pupil.post(own.path() + "/taps", OUT).ok(200).get("active").asBoolean());
        assertEquals(2, taps().size());
    }

    @Test
    void aRepeatedTapIsOneTap() {
        Client careful = pupil.with("Idempotency-Key", UUID.randomUUID().toString());
        Answer first = careful.post(own.path() + "/taps", IN);
        Answer second = careful.post(own.path() + "/taps", IN);

        assertEquals(first.ok(200), second.ok(200));
        assertEquals("true", second.header("Idempotent-Replay"));
        careful.post(own.path() + "/taps", OUT).refused(409, "CONFLICT");
        assertEquals(1, taps().size());
    }

    @Test
    void aWrongPinLeavesNothing() {
        Answer answer = pupil.post(own.path() + "/taps", Map.of("action", "in", "pin", "0000"));

        assertTrue(answer.refused(403, "AUTHORIZATION_ERROR").contains("PIN"));
        assertEquals(0, taps().size());
    }

    @Test
    void aMissingPinIsNoTry() {
        for (int i = 0; i < TRIES; i++) {
            Answer without = pupil.post(own.path() + "/taps", Map.of("action", "in"));
            without.refused(422, "VALIDATION_ERROR");
            assertEquals("pin", without.field());
            pupil.post(own.path() + "/taps", Map.of("action", "in", "pin", " "))
                    .refused(422, "VALIDATION_ERROR");
        }

        pupil.post(own.path() + "/taps", IN).ok(200);
    }

    @Test
    void aClassOneDoesNotAttendIsNotThere() {
        OwnClass other = OwnClass.open();

        Answer theirs = pupil.post(other.path() + "/taps", IN);
        Answer none = pupil.post("/classes/" + UUID.randomUUID() + "/taps", IN);

        theirs.refused(404, "NOT_FOUND");
        assertEquals(none.plain(), theirs.plain());
    }

    @Test
    void anotherActionIsRefused() {
        Map<String, String> up = Map.of("action", "up", "pin", OwnClass.PIN);

        pupil.post(own.path() + "/taps", up).refused(422, "VALIDATION_ERROR");
        own.teacher().post(own.path() + "/taps", IN).refused(403, "AUTHORIZATION_ERROR");
        pupil.get(own.path() + "/taps").refused(403, "AUTHORIZATION_ERROR");
    }

    @Test
    void whoIsDoneForTheDayStaysOut() {
        pupil.post(own.path() + "/taps", IN).ok(200);
        pupil.post(own.path() + "/taps", OUT).ok(200);

        pupil.post(own.path() + "/taps", IN).refused(403, "AUTHORIZATION_ERROR");
        assertEquals(2, taps().size());
    }

    @Test
    void tapsAreReadOnFromWhereOneStopped() {
        own.wasIn(own.seat("Baraka"), 50, 20);
        pupil.post(own.path() + "/taps", IN).ok(200);

        Answer first = own.teacher().get(own.path() + "/taps?limit=2");
        String next = first.body().at("/meta/next").asText();
        Answer rest = own.teacher().get(own.path() + "/taps?limit=2&after=" + next);

        assertEquals(2, first.ok(200).size());
        assertEquals(1, rest.ok(200).size());
        assertTrue(rest.body().at("/meta/next").isMissingNode());
        own.teacher().get(own.path() + "/taps?limit=0").refused(422, "VALIDATION_ERROR");
        own.teacher().get(own.path() + "/taps?from=today").refused(422, "VALIDATION_ERROR");
        own.teacher().get(own.path() + "/taps?student_id=me").refused(400, "VALIDATION_ERROR");
    }

    /** Economy.md 4.5: by student and by class, and what becomes of those tapped out is told. */
    @Test
    void theTeacherSaysWhoTaps() {
        String path = own.path() + "/tapping";
        JsonNode seat = own.teacher().get(own.path() + "/attendance").ok(200).get(0);
        String student = seat.get("student_id").asText();
        Map<String, Object> closed = Map.of("enabled", false, "student_ids", List.of(student));
        pupil.put(path, closed).refused(403, "AUTHORIZATION_ERROR");
        own.teacher().put(path, Map.of("enabled", true)).refused(422, "VALIDATION_ERROR");
        own.teacher().put(path, Map.of("all", true)).refused(422, "VALIDATION_ERROR");
        Map<String, Object> nobody =
                Map.of("enabled", false, "student_ids", List.of(UUID.randomUUID()));
        own.teacher().put(path, nobody).refused(404, "NOT_FOUND");
        pupil.post(own.path() + "/taps", IN).ok(200);

        assertEquals(1, own.teacher().put(path, closed).ok(200).get("updated_count").asInt());
        assertEquals(0, own.teacher().put(path, closed).ok(200).get("updated_count").asInt());
        assertFalse(own.teacher().get(path).ok(200).get("enabled").asBoolean());
        String told = pupil.post(own.path() + "/taps", OUT).refused(403, "AUTHORIZATION_ERROR");
        assertTrue(told.startsWith("Tapping is closed for"), told);
        String out = own.path() + "/attendance/tap-out";
        Map<String, Object> whom = Map.of("student_ids", List.of(student));
        JsonNode first = own.teacher().post(out, whom).ok(200);
        assertEquals(student, first.at("/tapped_out/0/student_id").asText());
        assertEquals(0, first.get("already_out").size());
        JsonNode again = own.teacher().post(out, whom).ok(200);
        assertEquals(0, again.get("tapped_out").size());
        assertEquals(student, again.at("/already_out/0").asText());
        own.enlist("Badru", "Unseated");
        Map<String, Object> all = Map.of("enabled", true, "all", true);
        assertEquals(1, own.teacher().put(path, all).ok(200).get("updated_count").asInt());
        assertEquals(2, own.teacher().get(path).ok(200).get("open").asInt());
    }

    /** Economy.md 4.5: an out that a person adds or moves follows an in, and keeps it. */
    @Test
    void anOutWithoutAnInIsRefused() {
        String path = own.path() + "/corrections";
        own.taps(own.seat("Baraka"), "in -50", "out -40", "in -30", "out -20");
        JsonNode were = taps();
        String student = were.at("/0/student_id").asText();
        String second = were.at("/2/at").asText();
        refused(path, moved(were.at("/3/id"), second, -60), "The student tapped in at ");
        refused(path, moved(were.at("/3/id"), second, -18 * 60), "The student tapped in at ");
        refused(path, moved(were.at("/1/id"), second, -25 * 60), "The student tapped in at ");
        refused(path, moved(were.at("/2/id"), second, 11 * 60), "The tap out of ");
        refused(path, moved(were.at("/2/id"), second, -11 * 60), "The student tapped out at ");
        refused(path, moved(were.at("/1/id"), second, 60), "The student tapped in again at ");
        refused(path, out(student, second, -5 * 60), "The student was out already, since ");
        refused(path, out(student, second, -25 * 60), "There is no tap in before");
        assertEquals(were, taps());

        own.teacher().post(path, moved(were.at("/3/id"), second, 60)).ok(201);
        own.teacher().post(path, moved(were.at("/2/id"), second, 30)).ok(201);
        own.teacher().post(path, out(student, second, 45)).ok(201);
        assertEquals(5, taps().size());
    }

    /** Economy.md 4.4 and 4.5: the limit ends a session, made or still to be made. */
    @Test
    void anOutAfterTheLimitIsRefused() {
        String path = own.path() + "/corrections";
        own.taps(own.seat("Baraka"), "in -50");
        own.taps(own.seat("Zawadi"), "in -49", "out -35");
        JsonNode were = taps();
        String began = were.at("/0/at").asText();
        String open = were.at("/0/student_id").asText();
        limit(20);
        refused(path, out(open, began, 1500), "The daily limit ended the session at ");
        refused(
                path,
                moved(were.at("/2/id"), began, 1500),
                "The daily limit ended the session at ");

        own.teacher().post(path, out(open, began, 600)).ok(201);
        limit(60);
        JsonNode late = own.teacher().post(path, moved(were.at("/2/id"), began, 1500)).ok(201);
        refused(path, out(open, began, 1500), "The student was out already, since ");

        limit(10);
        own.teacher().post(path, changed(late.get("id"), "removed")).ok(201);
        Answer back = own.teacher().post(path, changed(late.get("id"), "restored"));
        String told = back.refused(409, "CONFLICT");
        assertTrue(told.startsWith("This tap out comes after the one that "), told);
    }

    /**
     * Economy.md 4.4: what was recorded elsewhere is held to the limit too, and the report says so.
     */
    @Test
    void theLimitEndsUploadedSessions() {
        limit(20);
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String csv =
                "username,action,at,reason\n%1$s,in,%2$s,\n%1$s,out,%3$s,\n"
                        .formatted(
                                own.seat("Baraka"), now.minusSeconds(3000), now.minusSeconds(600));

        JsonNode rows = own.teacher().upload(own.path() + "/taps/import", csv).ok(200).get("rows");

        assertEquals("DAILY_LIMIT", rows.at("/0/code").asText(), rows.toString());
        assertEquals(3, rows.at("/0/line").asInt());
        assertEquals(3, taps().size());
        assertEquals(now.minusSeconds(1800).toString(), taps().at("/1/at").asText());
        assertEquals(1, rows.size());
    }

    /** A limit that came since ends the session of an out that is put back. */
    @Test
    void anOutIsPutBackBeforeTheLimitHasEndedItsSession() {
        String path = own.path() + "/corrections";
        own.taps(own.seat("Baraka"), "in -50", "out -40", "in -10", "out -5");
        JsonNode were = taps();
        own.teacher().post(path, changed(were.at("/1/id"), "removed")).ok(201);
        limit(6);

        own.teacher().post(path, changed(were.at("/1/id"), "restored")).ok(201);

        assertEquals(later(were.at("/0/at").asText(), 360), taps().at("/1/at").asText());
    }

    private void limit(int minutes) {
        Map<String, Object> settings =
                Map.of(
                        "rate_per_minute",
                        Map.of("amount", "0.25", "currency", "TOK"),
                        "daily_limit_minutes",
                        minutes,
                        "frequency_days",
                        14);
        own.teacher().put(own.path() + "/pay-settings", settings).ok(200);
    }

    private void refused(String path, Map<String, Object> correction, String begins) {
        Answer answer = own.teacher().post(path, correction);
        String told = answer.refused(422, "VALIDATION_ERROR");
        assertTrue(told.startsWith(begins), told);
        assertEquals("value", answer.field());
    }

    private static Map<String, Object> moved(JsonNode tap, String from, int seconds) {
        return changed(tap, later(from, seconds));
    }

    private static Map<String, Object> changed(JsonNode tap, String value) {
        return Map.of("tap_id", tap.asText(), "value", value, "reason", "Forgot");
    }

    private static Map<String, Object> out(String student, String from, int seconds) {
        String at = later(from, seconds);
        return Map.of(
                "student_id", student, "action", "out", "value", at, "reason", "Forgot the badge");
    }

    private static String later(String from, int seconds) {
        return Instant.parse(from).plusSeconds(seconds).toString();
    }

    /** Both marks stay; a day off and a day to come have none; strangers' days are nobody's. */
    @Test
    void aDayIsMarkedAndMarkedAnew() {
        String path = own.path() + "/marks";
        JsonNode seat = own.teacher().get(own.path() + "/attendance").ok(200).get(0);
        String student = seat.get("student_id").asText();
        LocalDate day = LocalDate.now(ZoneId.of("UTC")).minusDays(2);
        while (day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()) {
            day = day.minusDays(1);
        }
        pupil.post(path, marks(day, student, "late")).refused(403, "AUTHORIZATION_ERROR");
        Client okello = Client.signIn("riverbend", "okello", "demo-Teacher-1");
        okello.post(path, marks(day, student, "late")).refused(404, "NOT_FOUND");
        String nobody = UUID.randomUUID().toString();
        own.teacher().post(path, marks(day, nobody, "late")).refused(404, "NOT_FOUND");
        own.teacher().post(path, marks(day, student, "there")).refused(422, "VALIDATION_ERROR");
        LocalDate sunday = day.with(TemporalAdjusters.previous(DayOfWeek.SUNDAY));
        Answer off = own.teacher().post(path, marks(sunday, student, "late"));
        off.refused(422, "VALIDATION_ERROR");
        assertEquals("day", off.field());
        LocalDate ahead = LocalDate.now(ZoneId.of("UTC")).plusDays(3);
        own.teacher().post(path, marks(ahead, student, "late")).refused(422, "VALIDATION_ERROR");

        JsonNode first = own.teacher().post(path, marks(day, student, "absent")).ok(200);
        assertEquals(1, first.get("changed").asInt());
        JsonNode same = own.teacher().post(path, marks(day, student, "absent")).ok(200);
        assertEquals(0, same.get("changed").asInt());
        own.teacher().post(path, marks(day, student, "excused")).ok(200);

        JsonNode row = own.teacher().get(path + "?day=" + day).ok(200).get(0);
        assertEquals("excused", row.get("mark").asText());
        assertEquals("absent", row.get("before").asText());
        assertFalse(row.get("tapped").asBoolean());
        String corrections = own.path() + "/corrections";
        assertEquals(0, own.teacher().get(corrections).ok(200).size());
        assertEquals(1, own.teacher().get(corrections + "?kind=all").ok(200).size());
        Answer moved = own.teacher().get(corrections + "?kind=moved");
        assertTrue(moved.refused(422, "VALIDATION_ERROR").contains("kind marked or all"));
        JsonNode change = own.teacher().get(corrections + "?kind=marked").ok(200).get(0);
        assertEquals("absent", change.at("/mark/before").asText());
        assertEquals("excused", change.at("/mark/value").asText());
        assertEquals(day.toString(), change.at("/mark/day").asText());
        own.teacher().get("/untaken-marks?per_page=100").ok(200);
        String csv = own.path() + "/attendance.csv";
        String table = own.teacher().get(csv + "?from=" + day + "&to=" + day).response().body();
        assertTrue(table.contains(day + ",\"Amina P.\",0,,,0,excused,"), table);
        pupil.post(own.path() + "/taps", IN).ok(200);
        assertTrue(own.teacher().get(csv).response().body().contains(",,1,,,,"), csv);
        own.teacher().get(csv + "?from=2024-01-01").refused(422, "VALIDATION_ERROR");
        pupil.get(csv).refused(403, "AUTHORIZATION_ERROR");
    }

    private static Map<String, Object> marks(LocalDate day, String student, String mark) {
        return Map.of(
                "day",
                day.toString(),
                "marks",
                List.of(Map.of("student_id", student, "mark", mark)));
    }

    private JsonNode taps() {
        return own.teacher().get(own.path() + "/taps").ok(200);
    }
}
