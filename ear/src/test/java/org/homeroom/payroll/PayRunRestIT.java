package org.homeroom.payroll;

import static org.homeroom.kernel.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.homeroom.kernel.Answer;
import org.homeroom.kernel.Client;
import org.homeroom.roster.NewTeacher;
import org.homeroom.roster.OwnClass;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Pay settings and pay runs over REST. */
class PayRunRestIT {

    private OwnClass own;
    private Client teacher;
    private String pupil;

    @BeforeEach
    void open() {
        own = OwnClass.open();
        teacher = own.teacher();
        pupil = own.seat("Amina");
        own.wasIn(pupil, 50, 20);
    }

    @Test
    void aRehearsalShowsEachStudentsPayAndPaysNothing() {
        JsonNode run = rehearse();

        assertEquals("rehearsed", run.get("state").asText());
        assertEquals("{\"amount\":\"7.50\",\"currency\":\"TOK\"}", run.get("total").toString());
        assertEquals(1800, run.at("/lines/0/seconds").asInt());
        assertEquals("0.00", balance());
    }

    @Test
    void aCommitPaysOnceHoweverOftenItIsAsked() throws Exception {
        String run = "/pay-runs/" + rehearse().get("id").asText();
        Client careful = teacher.with("Idempotency-Key", UUID.randomUUID().toString());

        Answer first = careful.post(run + "/commit", null);
        Answer repeated = careful.post(run + "/commit", null);

        assertEquals(first.ok(202), repeated.ok(202));
        assertEquals("true", repeated.header("Idempotent-Replay"));
        assertEquals("paid", awaitEnd(run).get("state").asText());
        teacher.post(run + "/commit", null).refused(409, "CONFLICT");
        assertEquals("7.50", balance());
    }

    @Test
    void aRunIsTakenBackAsAWholeAndOnce() throws Exception {
        String run = "/pay-runs/" + rehearse().get("id").asText();
        teacher.post(run + "/reverse", Map.of("reason", "Early")).refused(409, "CONFLICT");
        teacher.post(run + "/commit", null).ok(202);
        awaitEnd(run);

        JsonNode reversed = teacher.post(run + "/reverse", Map.of("reason", "Wrong week")).ok(200);

        assertEquals("reversed", reversed.get("state").asText());
        assertEquals("0.00", balance());
        teacher.post(run + "/reverse", Map.of("reason", "Again")).refused(409, "CONFLICT");
    }

    /** Pay that was taken back does not count: its time is there to be paid again. */
    @Test
    void onePayIsTakenBackOnceAndItsTimeIsUnpaidAgain() throws Exception {
        String run = "/pay-runs/" + rehearse().get("id").asText();
        teacher.post(run + "/commit", null).ok(202);
        String entry = awaitEnd(run).at("/lines/0/entry_id").asText();
        assertEquals(0, rehearse().at("/lines/0/seconds").asInt());
        Map<String, String> reason = Map.of("reason", "Wrong student");

        JsonNode back = teacher.post("/entries/" + entry + "/reverse", reason).ok(201);

        assertEquals(entry, back.get("reversal_of").asText());
        assertEquals("0.00", balance());
        teacher.post("/entries/" + entry + "/reverse", reason).refused(409, "CONFLICT");
        assertEquals(1800, rehearse().at("/lines/0/seconds").asInt());
    }

    /** Two runs of one day are taken back with it, the later first. */
    @Test
    void aDayOfTwoRunsIsTakenBack() throws Exception {
        own.wasIn(pupil, 10, 4);
        for (Instant through : List.of(Instant.now().minusSeconds(900), Instant.now())) {
            Map<String, String> until = Map.of("through", through.toString());
            JsonNode run = teacher.post(own.path() + "/pay-runs", until).ok(201);
            String path = "/pay-runs/" + run.get("id").asText();
            teacher.post(path + "/commit", null).ok(202);
            awaitEnd(path);
        }
        assertEquals("9.00", balance());
        JsonNode day = teacher.get(own.path() + "/day-reversal").ok(200);
        assertEquals(2, day.get("entries").asInt());
        assertEquals("[]", day.get("in_the_way").toString());

        teacher.post(
                        own.path() + "/day-reversal",
                        Map.of(
                                "day", day.get("day").asText(),
                                "fingerprint", day.get("fingerprint").asText(),
                                "reason", "A day of mistakes"))
                .ok(201);

        assertEquals("0.00", balance());
    }

    @Test
    void aRehearsalThatNoLongerHoldsIsNotPaid() {
        String run = "/pay-runs/" + rehearse().get("id").asText();
        own.wasIn(pupil, 90, 80);

        String sentence = teacher.post(run + "/commit", null).refused(409, "CONFLICT");

        assertTrue(sentence.contains("rehears"), sentence);
        assertEquals("stale", teacher.get(run).ok(200).get("state").asText());
        assertEquals("0.00", balance());
    }

    @Test
    void aLineShowsTheTapsBehindIt() {
        own.taps(pupil, "in -45", "out -15", "in -10");
        JsonNode run = rehearse();

        JsonNode line = teacher.get(linePath(run)).ok(200);

        JsonNode sessions = line.get("sessions");
        assertEquals(3, sessions.size());
        assertEquals(1, sessions.at("/0/repeated").size());
        assertEquals("import", sessions.at("/0/out/source").asText());
        assertEquals(1800, sessions.at("/0/seconds").asInt());
        assertTrue(sessions.at("/1/in").isNull());
        assertEquals(0, sessions.at("/1/seconds").asInt());
        assertTrue(sessions.at("/2/out").isNull());
        assertEquals(run.get("through"), sessions.at("/2/to"));
        assertAddsUp(line);
        assertEquals(run.at("/lines/0"), line.get("line"));
        assertTrue(line.has("rule_version"));
    }

    @Test
    void aSessionGoesOnWhereThePayBeforeItEnded() throws Exception {
        own.taps(pupil, "in -10");
        JsonNode first = rehearse();
        teacher.post("/pay-runs/" + first.get("id").asText() + "/commit", null).ok(202);
        awaitEnd("/pay-runs/" + first.get("id").asText());
        Instant paid = Instant.parse(first.get("through").asText());
        await(() -> Instant.now().isAfter(paid.plusSeconds(1)));

        JsonNode second = rehearse();

        JsonNode line = teacher.get(linePath(second)).ok(200);
        assertEquals(1, line.get("sessions").size());
        assertEquals(first.get("through"), line.at("/sessions/0/from"));
        assertEquals(1, line.at("/line/taps").asInt());
        assertAddsUp(line);
    }

    @Test
    void aLineIsItsStudentsOncePaidAndNoStrangers() throws Exception {
        String run = "/pay-runs/" + rehearse().get("id").asText();
        JsonNode rehearsed = teacher.get(run).ok(200);
        String path = linePath(rehearsed);
        Client student = Client.signIn("riverbend", pupil, OwnClass.PIN);
        student.get(path).refused(404, "NOT_FOUND");
        teacher.post(run + "/commit", null).ok(202);
        awaitEnd(run);

        assertAddsUp(student.get(path).ok(200));

        String absent = "/pay-runs/" + UUID.randomUUID() + "/lines/" + UUID.randomUUID();
        for (Client stranger :
                List.of(
                        Client.signIn("riverbend", own.seat("Bela"), OwnClass.PIN),
                        Client.signIn("riverbend", "okello", "demo-Teacher-1"),
                        Client.signIn("lakeside", "otieno", "demo-Teacher-1"))) {
            stranger.get(path).refused(404, "NOT_FOUND");
            assertEquals(stranger.get(absent).plain(), stranger.get(path).plain());
        }
    }

    private static void assertAddsUp(JsonNode line) {
        int seconds = 0;
        int taps = 0;
        for (JsonNode session : line.get("sessions")) {
            seconds += session.get("seconds").asInt();
            taps += session.get("repeated").size();
            taps += (session.get("in").isNull() ? 0 : 1) + (session.get("out").isNull() ? 0 : 1);
        }
        assertEquals(line.at("/line/seconds").asInt(), seconds);
        assertEquals(line.at("/line/taps").asInt(), taps);
        assertFalse(line.get("changed").asBoolean());
    }

    /** Both values stay, and the next run pays the difference and names it, once. */
    @Test
    void whatIsCorrectedAfterPayIsPaidByTheNextRun() throws Exception {
        JsonNode first = rehearse();
        teacher.post("/pay-runs/" + first.get("id").asText() + "/commit", null).ok(202);
        awaitEnd("/pay-runs/" + first.get("id").asText());
        JsonNode out = teacher.get(own.path() + "/taps").ok(200).get(1);
        String tap = out.get("id").asText();
        String earlier = Instant.parse(out.get("at").asText()).minusSeconds(600).toString();
        String path = own.path() + "/corrections";
        Client student = Client.signIn("riverbend", pupil, OwnClass.PIN);
        Client okello = Client.signIn("riverbend", "okello", "demo-Teacher-1");
        student.post(path, change(tap, earlier)).refused(403, "AUTHORIZATION_ERROR");
        okello.post(path, change(tap, earlier)).refused(404, "NOT_FOUND");
        OwnClass other = OwnClass.open();
        teacher.post(other.path() + "/corrections", change(tap, earlier)).refused(404, "NOT_FOUND");
        Answer later = teacher.post(path, change(tap, Instant.now().plusSeconds(3600).toString()));
        later.refused(422, "VALIDATION_ERROR");
        assertEquals("value", later.field());
        Instant earlyBy = Instant.now().minus(3, ChronoUnit.DAYS);
        Answer early = teacher.post(path, change(tap, earlyBy.toString()));
        assertTrue(early.refused(422, "VALIDATION_ERROR").contains("in this class since"));

        Client careful = teacher.with("Idempotency-Key", UUID.randomUUID().toString());
        JsonNode moved = careful.post(path, change(tap, earlier)).ok(201);
        assertEquals(moved, careful.post(path, change(tap, earlier)).ok(201));
        teacher.post(path, change(tap, "removed")).refused(409, "CONFLICT");
        assertTrue(moved.get("paid").asBoolean());
        assertEquals(out.get("at"), moved.get("replaces"));
        assertEquals(2, teacher.get(own.path() + "/taps").ok(200).size());
        assertEquals(3, teacher.get(own.path() + "/taps?removed=true").ok(200).size());

        JsonNode second = rehearse();
        assertEquals("-2.50", second.at("/total/amount").asText());
        assertEquals("-2.50", second.at("/corrections/0/difference/amount").asText());
        assertEquals(1800, second.at("/corrections/0/seconds_before").asInt());
        teacher.post("/pay-runs/" + second.get("id").asText() + "/commit", null).ok(202);
        awaitEnd("/pay-runs/" + second.get("id").asText());

        assertEquals("5.00", balance());
        assertEquals(0, rehearse().get("corrections").size());
        JsonNode line = student.get(linePath(first)).ok(200);
        assertEquals("moved", line.at("/changes/0/kind").asText());
        assertEquals("late", line.at("/changes/0/reason").asText());
        assertEquals(1200, line.at("/corrections/0/seconds_after").asInt());
        assertFalse(line.get("changed").asBoolean());
        JsonNode account = student.get(own.path() + "/accounts").ok(200).get(0);
        JsonNode why = student.get("/accounts/" + account.get("id").asText() + "/why").ok(200);
        assertEquals("pay_correction", why.at("/terms/1/kind").asText());
        assertEquals(
                line.at("/corrections/0/line_id"), why.at("/terms/1/entries/0/correction/line_id"));
    }

    /** A mark pays where the settings say so; corrected, its difference is paid and named. */
    @Test
    void aMarkPaysAndItsCorrectionPaysTheDifference() throws Exception {
        Map<String, Object> ruled = new HashMap<>(settings("0.25", "TOK"));
        LocalDate day = LocalDate.now(ZoneId.of("UTC")).minusDays(2);
        while (day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()) {
            day = day.minusDays(1);
        }
        ruled.put("advanced", Map.of("present_minutes", 60, "excused_minutes", 40));
        JsonNode begun = teacher.put(own.path() + "/pay-settings", ruled).ok(200);
        assertFalse(begun.at("/advanced/marks_from").isNull());
        ruled.put(
                "advanced",
                Map.of("present_minutes", 60, "excused_minutes", 40, "marks_from", "" + day));
        teacher.put(own.path() + "/pay-settings", ruled).ok(200);
        String student = rehearse().at("/lines/0/student_id").asText();
        String path = own.path() + "/corrections";
        teacher.post(path, mark(student, day, "excused")).refused(409, "CONFLICT");
        Map<String, Object> taken =
                Map.of(
                        "day",
                        "" + day,
                        "marks",
                        List.of(Map.of("student_id", student, "mark", "present")));
        teacher.post(own.path() + "/marks", taken).ok(200);
        JsonNode first = rehearse();
        assertEquals("22.50", first.at("/total/amount").asText());
        assertEquals("15.00", first.at("/lines/0/marked/amount").asText());
        teacher.post("/pay-runs/" + first.get("id").asText() + "/commit", null).ok(202);
        awaitEnd("/pay-runs/" + first.get("id").asText());
        assertEquals("22.50", balance());

        Client pupils = Client.signIn("riverbend", pupil, OwnClass.PIN);
        pupils.post(path, mark(student, day, "excused")).refused(403, "AUTHORIZATION_ERROR");
        teacher.post(path, mark(UUID.randomUUID().toString(), day, "late"))
                .refused(404, "NOT_FOUND");
        teacher.post(path, mark(student, day, "there")).refused(422, "VALIDATION_ERROR");
        teacher.post(path, mark(student, day, "present")).refused(422, "VALIDATION_ERROR");
        JsonNode waiting = rehearse();
        JsonNode corrected = teacher.post(path, mark(student, day, "excused")).ok(201);
        assertEquals("present", corrected.get("before").asText());
        assertEquals("Called in", corrected.get("reason").asText());
        assertEquals(corrected, teacher.get(own.path() + "/marks?day=" + day).ok(200).get(0));
        teacher.post("/pay-runs/" + waiting.get("id").asText() + "/commit", null)
                .refused(409, "CONFLICT");

        JsonNode second = rehearse();
        assertEquals("-5.00", second.at("/marks/0/difference/amount").asText());
        assertEquals("present", second.at("/marks/0/before").asText());
        assertEquals("excused", second.at("/marks/0/mark").asText());
        teacher.post("/pay-runs/" + second.get("id").asText() + "/commit", null).ok(202);
        awaitEnd("/pay-runs/" + second.get("id").asText());
        assertEquals("17.50", balance());
        JsonNode account = pupils.get(own.path() + "/accounts").ok(200).get(0);
        JsonNode why = pupils.get("/accounts/" + account.get("id").asText() + "/why").ok(200);
        assertEquals(
                "excused", why.at("/terms/1/entries/0/marks/days/0/mark").asText(), why.toString());
        assertEquals(40, pupils.get(linePath(second)).ok(200).at("/marks/0/minutes_after").asInt());
    }

    private static Map<String, Object> mark(String student, LocalDate day, String value) {
        return Map.of(
                "mark",
                Map.of("student_id", student, "day", "" + day),
                "value",
                value,
                "reason",
                "Called in");
    }

    private static Map<String, String> change(String tap, String value) {
        return Map.of("tap_id", tap, "value", value, "reason", "late");
    }

    private static String linePath(JsonNode run) {
        return "/pay-runs/"
                + run.get("id").asText()
                + "/lines/"
                + run.at("/lines/0/student_id").asText();
    }

    @Test
    void studentsRunNoPay() {
        Client student = Client.signIn("riverbend", pupil, OwnClass.PIN);
        String run = "/pay-runs/" + rehearse().get("id").asText();

        student.post(own.path() + "/pay-runs", Map.of()).refused(403, "AUTHORIZATION_ERROR");
        student.post(run + "/commit", null).refused(403, "AUTHORIZATION_ERROR");
        Client okello = Client.signIn("riverbend", "okello", "demo-Teacher-1");
        assertEquals(
                okello.post("/pay-runs/" + UUID.randomUUID() + "/commit", null).plain(),
                okello.post(run + "/commit", null).plain());
    }

    @Test
    void timeToComeIsNotPaid() {
        Answer answer =
                teacher.post(own.path() + "/pay-runs", Map.of("through", "2100-01-01T00:00:00Z"));

        answer.refused(422, "VALIDATION_ERROR");
        assertEquals("through", answer.field());
    }

    @Test
    void timeBeforeTheLastPayIsNotPaidOnceMore() throws Exception {
        JsonNode run = rehearse();
        assertEquals("7.50", run.at("/lines/0/total/amount").asText());
        String path = "/pay-runs/" + run.get("id").asText();
        teacher.post(path + "/commit", null).ok(202);
        awaitEnd(path);
        String paid = run.get("through").asText();

        Answer before =
                teacher.post(own.path() + "/pay-runs", Map.of("through", "2020-01-01T00:00:00Z"));

        assertTrue(before.refused(422, "VALIDATION_ERROR").contains(paid));
        assertEquals("through", before.field());
        teacher.post(own.path() + "/pay-runs", Map.of("through", paid)).ok(201);
    }

    @Test
    void settingsAreChangedAtTheirVersion() {
        Answer before = teacher.get(own.path() + "/pay-settings");
        Client editor = teacher.with("If-Match", before.header("ETag"));
        Map<String, Object> doubled = settings("0.50", "TOK");

        JsonNode changed = editor.put(own.path() + "/pay-settings", doubled).ok(200);

        assertEquals("0.50", changed.at("/rate_per_minute/amount").asText());
        assertEquals(60, changed.get("daily_limit_minutes").asInt());
        editor.put(own.path() + "/pay-settings", doubled).refused(412, "PRECONDITION_FAILED");
    }

    @Test
    void oneRuleMayHoldForAllOfATeachersClasses() {
        String name = "t" + UUID.randomUUID().toString().substring(0, 13);
        Client both = NewTeacher.named(name).client();
        OwnClass first = OwnClass.openBy(both);
        OwnClass second = OwnClass.openBy(both);
        both.put(second.path() + "/pay-settings", settings("0.10", "TOK")).ok(200);

        both.put(first.path() + "/pay-settings?everywhere=true", settings("0.50", "TOK")).ok(200);

        for (OwnClass one : List.of(first, second)) {
            JsonNode found = both.get(one.path() + "/pay-settings").ok(200);
            assertEquals("0.50", found.at("/rate_per_minute/amount").asText());
        }
        assertEquals(
                "0.25",
                teacher.get(own.path() + "/pay-settings")
                        .ok(200)
                        .at("/rate_per_minute/amount")
                        .asText());
    }

    @Test
    void moneyIsADecimalTextOfTheClassesCurrency() {
        String path = own.path() + "/pay-settings";

        teacher.put(path, settings(0.5, "TOK")).refused(422, "VALIDATION_ERROR");
        teacher.put(path, settings("-1", "TOK")).refused(422, "VALIDATION_ERROR");
        teacher.put(path, settings("much", "TOK")).refused(422, "VALIDATION_ERROR");
        teacher.put(path, settings("0.50", "USD")).refused(422, "VALIDATION_ERROR");
        assertEquals("0.25", teacher.get(path).ok(200).at("/rate_per_minute/amount").asText());
    }

    /** What was worked up to the hour, however late somebody looks. */
    @Test
    @Execution(ExecutionMode.CONCURRENT) // waits while the others work
    void aClassIsPaidByItselfOnItsPayDay() throws Exception {
        ZoneId zone = ZoneId.of(teacher.get(own.path()).ok(200).get("zone").asText());
        ZonedDateTime due = ZonedDateTime.now(zone).plusSeconds(5).truncatedTo(ChronoUnit.SECONDS);
        String path = own.path() + "/pay-settings";
        Map<String, Object> itself = new HashMap<>(settings("0.25", "TOK"));
        itself.put("pays_at", due.toLocalTime().toString());
        teacher.put(path, itself).refused(422, "VALIDATION_ERROR");
        itself.put("first_pay_date", due.toLocalDate().toString());

        assertEquals(
                due.toLocalDate().toString(),
                teacher.put(path, itself).ok(200).get("next_pay_date").asText());
        await(() -> runs().at("/0/state").asText().equals("paid"));

        assertEquals(due.toInstant().toString(), runs().at("/0/through").asText());
        assertEquals(1, runs().size());
        assertEquals("7.50", balance());
        Client principal = Client.signIn("riverbend", "principal", OwnClass.PASSWORD);
        JsonNode told =
                StreamSupport.stream(
                                principal.get("/pay-days").ok(200).at("/0/pay_days").spliterator(),
                                false)
                        .filter(row -> row.get("class_id").asText().equals(own.id()))
                        .findFirst()
                        .orElseThrow();
        assertEquals("class", told.get("source").asText());
        assertEquals("started", told.get("outcome").asText());
        assertEquals("7.50", told.at("/paid/amount").asText());
        teacher.get("/pay-days").refused(403, "AUTHORIZATION_ERROR");
    }

    /** Half an hour at a hundredth a second, all of it overtime at double, and a bonus. */
    @Test
    void aRuleIsSetRehearsedAndTakenAway() {
        String path = own.path() + "/pay-settings";
        Map<String, Object> ruled = new HashMap<>(settings("0.60", "TOK"));
        Map<String, Object> rule = new HashMap<>();
        rule.put("overtime_per", "week");
        rule.put("overtime_after", Map.of("value", 0, "unit", "h"));
        rule.put("overtime_multiplier", 2);
        rule.put("rounding_unit", Map.of("value", 1, "unit", "s"));
        rule.put("bonus_rate", Map.of("amount", "0.60", "currency", "TOK"));
        ruled.put("advanced", rule);
        teacher.put(path, ruled).ok(200);
        JsonNode told = teacher.get(path).ok(200);
        assertEquals("advanced", told.get("mode").asText());
        assertEquals("down", told.at("/advanced/rounding").asText());

        JsonNode run = rehearse();
        String id = "/pay-runs/" + run.get("id").asText();
        assertEquals("54.00", run.at("/total/amount").asText());
        assertEquals("36.00", run.at("/parts/overtime/amount").asText());
        JsonNode line =
                teacher.get(id + "/lines/" + run.at("/lines/0/student_id").asText()).ok(200);
        assertEquals("18.00", line.at("/line/parts/bonus/amount").asText());
        assertEquals(run.at("/rule"), told.get("advanced"));
        assertFalse(line.get("days").isEmpty());

        rule.put("cap_day", Map.of("value", -1, "unit", "h"));
        teacher.put(path, ruled).refused(422, "VALIDATION_ERROR");
        teacher.put(path, settings("0.60", "TOK")).ok(200);
        assertEquals("simple", teacher.get(path).ok(200).get("mode").asText());
        teacher.post(id + "/commit", null).refused(409, "CONFLICT");
    }

    private JsonNode runs() {
        return teacher.get(own.path() + "/pay-runs").ok(200);
    }

    private JsonNode rehearse() {
        return teacher.post(own.path() + "/pay-runs", Map.of()).ok(201);
    }

    private JsonNode awaitEnd(String run) throws Exception {
        await(() -> !teacher.get(run).ok(200).get("state").asText().equals("running"));
        return teacher.get(run).ok(200);
    }

    private String balance() {
        for (JsonNode account : teacher.get(own.path() + "/accounts").ok(200)) {
            if (account.get("kind").asText().equals("checking")) {
                return account.at("/balance/amount").asText();
            }
        }
        throw new AssertionError("nobody has an account");
    }

    private static Map<String, Object> settings(Object amount, String currency) {
        return Map.of(
                "rate_per_minute",
                Map.of("amount", amount, "currency", currency),
                "daily_limit_minutes",
                60);
    }
}
