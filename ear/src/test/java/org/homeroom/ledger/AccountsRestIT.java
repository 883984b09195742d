package org.homeroom.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.kernel.Answer;
import org.homeroom.kernel.Client;
import org.homeroom.kernel.Patience;
import org.homeroom.roster.OwnClass;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Accounts, entries and proofs over REST. */
class AccountsRestIT {

    private static Client student;
    private static Client teacher;
    private static String account;

    @BeforeAll
    static void signIn() {
        student = Client.signIn("riverbend", "wanjiru", "2468");
        teacher = Client.signIn("riverbend", "okello", "demo-Teacher-1");
        String attended = student.get("/me").ok(200).at("/classes/0/id").asText();
        for (JsonNode one : student.get("/classes/" + attended + "/accounts").ok(200)) {
            if (one.get("kind").asText().equals("checking")) {
                account = "/accounts/" + one.get("id").asText();
            }
        }
    }

    @Test
    void ownerAndTeacherReadTheSameBalance() {
        assertEquals(student.get(account).ok(200), teacher.get(account).ok(200));
    }

    @Test
    void aStudentSeesNoAccountButTheOwn() {
        OwnClass own = OwnClass.open();
        Client other = Client.signIn("riverbend", own.seat("Baraka"), OwnClass.PIN);

        for (String part : new String[] {"", "/entries", "/why", "/statement", "/statement.pdf"}) {
            Answer theirs = other.get(account + part);
            theirs.refused(404, "NOT_FOUND");
            assertEquals(
                    other.get("/accounts/" + UUID.randomUUID() + part).plain(), theirs.plain());
        }
    }

    @Test
    void entriesAreReadOnAndCarryTheBalanceAfterThem() {
        Answer first = student.get(account + "/entries?limit=1");
        String next = first.body().at("/meta/next").asText();
        JsonNode second = student.get(account + "/entries?limit=1&after=" + next).ok(200);

        assertEquals(1, first.ok(200).size());
        long before = minor(first.ok(200).get(0).get("balance_after"));
        assertEquals(
                before + minor(second.get(0).get("amount")),
                minor(second.get(0).get("balance_after")));
        assertTrue(second.get(0).at("/cause/id").isTextual());
        student.get(account + "/entries?after=there").refused(422, "VALIDATION_ERROR");
        student.get(account + "/entries?after=5_" + UUID.randomUUID())
                .refused(422, "VALIDATION_ERROR");
        student.get(account + "/entries?limit=501").refused(422, "VALIDATION_ERROR");
    }

    @Test
    void whyAddsUpToTheBalance() {
        JsonNode why = student.get(account + "/why").ok(200);

        long sum = minor(why.get("opening"));
        for (JsonNode term : why.get("terms")) {
            sum += minor(term.get("amount"));
        }
        assertEquals(minor(why.get("balance")), sum);
        JsonNode then = student.get(account + "/why?to=2001-01-01").ok(200);
        assertEquals("0.00", then.at("/balance/amount").asText());
    }

    @Test
    void aStatementComesInEachForm() {
        String statement = account + "/statement";

        student.get(statement).ok(200);
        assertTrue(
                csv(student.with("Accept", "text/csv").get(statement)).startsWith("recorded_at"));
        Answer paper = student.with("Accept", "application/pdf").get(statement);
        assertEquals("application/pdf", paper.header("Content-Type"));
        assertTrue(paper.toString().contains("%PDF-"));
    }

    @Test
    void daysTurnedRoundAreRefusedInEachForm() {
        String days = "?from=2026-11-30&to=2026-11-01";
        for (String part : List.of("/why", "/statement", "/statement.csv", "/statement.pdf")) {
            Answer turned = student.get(account + part + days);
            assertEquals(
                    "The last day comes before the first.",
                    turned.refused(422, "VALIDATION_ERROR"));
            assertEquals("to", turned.field());
        }
        String id = account.substring(account.lastIndexOf('/') + 1);
        Answer page = student.page("/ledger/statement?account=" + id + days.replace('?', '&'));
        assertEquals(422, page.status());
        assertTrue(page.toString().contains("The last day comes before the first."));
    }

    @Test
    void theTrialBalanceIsZeroAndNotForTeachers() {
        Client principal = Client.signIn("riverbend", "principal", "demo-Teacher-1");

        JsonNode balance = principal.get("/ledger/trial-balance").ok(200);

        assertTrue(balance.get("balanced").asBoolean());
        assertEquals("0.00", balance.at("/totals/0/amount").asText());
        principal.get("/ledger/proof").ok(200);
        teacher.get("/ledger/trial-balance").refused(403, "AUTHORIZATION_ERROR");
        student.get("/ledger/proof").refused(403, "AUTHORIZATION_ERROR");
    }

    /** Not in the night after only. */
    @Test
    void theBooksOfANewInstallationAreProven() throws Exception {
        Client principal = Client.signIn("riverbend", "principal", "demo-Teacher-1");

        Patience.await(() -> principal.get("/ledger/proof").ok(200).hasNonNull("latest"));
    }

    @Test
    void theDistrictHasNoBooksThatCouldBalance() {
        Client operator = Client.signIn("", "operator", "demo-Teacher-1");

        operator.get("/ledger/trial-balance").refused(404, "NOT_FOUND");
        operator.get("/ledger/proof").refused(404, "NOT_FOUND");
        assertTrue(
                Client.signIn("riverbend", "operator", "demo-Teacher-1")
                        .get("/ledger/trial-balance")
                        .ok(200)
                        .get("balanced")
                        .asBoolean());
    }

    @Test
    void onlyTheTeacherTakesAnEntryBackAndSaysWhy() {
        String entry = student.get(account + "/entries?limit=1").ok(200).at("/0/id").asText();
        String reverse = "/entries/" + entry + "/reverse";

        student.post(reverse, Map.of("reason", "Mine")).refused(403, "AUTHORIZATION_ERROR");
        teacher.post(reverse, Map.of()).refused(422, "VALIDATION_ERROR");
        teacher.post("/entries/" + UUID.randomUUID() + "/reverse", Map.of("reason", "None"))
                .refused(404, "NOT_FOUND");
    }

    @Test
    void theBooksOfAClassAreReadSetAsideClosedAndTakenBack() {
        OwnClass own = OwnClass.open();
        Client runs = own.teacher();
        Client pupil = Client.signIn("riverbend", own.seat("Amina"), OwnClass.PIN);
        String id = pupil.get("/me").ok(200).at("/person/id").asText();
        Map<String, Object> ten =
                Map.of("student_ids", List.of(id), "amount", tokens("10.00"), "reason", "Gift");
        runs.post(own.path() + "/rewards", ten).ok(201);

        // Set aside, it cannot be spent; a part of it is taken, the rest is free.
        JsonNode hold = runs.post(own.path() + "/holds", hold(id, "6.00")).ok(201);
        runs.post(own.path() + "/holds", hold(id, "4.01")).refused(409, "CONFLICT");
        runs.post(own.path() + "/holds", hold(id, "-1.00")).refused(422, "VALIDATION_ERROR");
        pupil.post(own.path() + "/holds", hold(id, "1.00")).refused(403, "AUTHORIZATION_ERROR");
        JsonNode fined = pupil.get(own.path() + "/accounts").ok(200);
        assertTrue(fined.toString().contains("\"available\":{\"amount\":\"4.00\""));
        Map<String, Object> fine =
                Map.of("student_ids", List.of(id), "amount", tokens("4.01"), "reason", "Late");
        runs.post(own.path() + "/fines", fine).refused(409, "CONFLICT");
        String end = "/holds/" + hold.get("id").asText();
        runs.post(end + "/capture", Map.of("amount", tokens("2.50"))).ok(200);
        runs.post(end + "/release", null).refused(409, "CONFLICT");

        // Who gave it, and where it came from, whoever of the two asks.
        String mine = "/accounts/" + hold.get("account_id").asText();
        JsonNode origin = pupil.get(mine + "/why").ok(200).at("/terms/0/entries/0/origin");
        assertEquals(runs.get("/me").ok(200).at("/person/name"), origin.get("by"));
        assertEquals("pay_expense", origin.get("other_kind").asText());
        String gifts = own.path() + "/entries.csv?student=AMI&account=checking&kind=";
        assertTrue(csv(runs.get(gifts + "reward")).contains("Gift"));
        assertFalse(csv(runs.get(gifts + "fine")).contains("Gift"));
        assertFalse(csv(runs.get(own.path() + "/entries.csv?student=zz")).contains("Gift"));
        assertTrue(csv(runs.get(own.path() + "/books.csv")).contains("pay_expense,\"\",10.00,,"));

        JsonNode books = runs.get(own.path() + "/books").ok(200);
        assertTrue(books.get("balanced").asBoolean());
        assertEquals("7.50", books.at("/supply/amount").asText());
        assertEquals("7.50", books.at("/days/90/held/amount").asText());

        Map<String, Object> close = Map.of("through", books.at("/days/90/day").asText());
        runs.post(own.path() + "/closed-periods", close).refused(422, "VALIDATION_ERROR");
        Answer before = runs.post(own.path() + "/closed-periods", Map.of("through", "1999-01-01"));
        assertTrue(before.refused(422, "VALIDATION_ERROR").startsWith("The class opened on "));
        assertEquals("through", before.field());
        Map<String, Object> last = Map.of("through", books.at("/days/89/day").asText());
        JsonNode closed = runs.post(own.path() + "/closed-periods", last).ok(201);
        runs.post(own.path() + "/closed-periods", last).refused(409, "CONFLICT");
        String reopen = "/closed-periods/" + closed.get("id").asText() + "/reopen";
        Map<String, String> reason = Map.of("reason", "A mistake");
        runs.post(reopen, reason).refused(403, "AUTHORIZATION_ERROR");
        Client principal = Client.signIn("riverbend", "principal", "demo-Teacher-1");
        principal.post(reopen, reason).ok(200);
        principal.post(reopen, reason).refused(409, "CONFLICT");

        JsonNode rehearsed = runs.get(own.path() + "/day-reversal").ok(200);
        assertEquals(2, rehearsed.get("entries").asInt());
        assertEquals("-7.50", rehearsed.at("/change/amount").asText());
        String day = own.path() + "/day-reversal";
        runs.post(day, takeBack(rehearsed, "else")).refused(409, "CONFLICT");
        String seen = rehearsed.get("fingerprint").asText();
        assertEquals(2, runs.post(day, takeBack(rehearsed, seen)).ok(201).get("entries").asInt());
        runs.post(day, takeBack(rehearsed, seen)).refused(409, "CONFLICT");
        assertEquals("0.00", runs.get(own.path() + "/books").ok(200).at("/supply/amount").asText());

        assertTrue(pupil.get(mine + "/statement.pdf").toString().contains("%PDF-"));
    }

    private static Map<String, Object> hold(String student, String amount) {
        return Map.of(
                "student_id",
                student,
                "amount",
                tokens(amount),
                "reason",
                "A book",
                "expires_at",
                Instant.now().plusSeconds(3600).toString());
    }

    private static Map<String, Object> takeBack(JsonNode rehearsed, String fingerprint) {
        return Map.of(
                "day",
                rehearsed.get("day").asText(),
                "fingerprint",
                fingerprint,
                "reason",
                "A day of mistakes");
    }

    private static Map<String, String> tokens(String amount) {
        return Map.of("amount", amount, "currency", "TOK");
    }

    private static String csv(Answer table) {
        assertEquals(200, table.status(), table::toString);
        return table.response().body();
    }

    private static long minor(JsonNode money) {
        return new java.math.BigDecimal(money.get("amount").asText())
                .movePointRight(2)
                .longValueExact();
    }
}
