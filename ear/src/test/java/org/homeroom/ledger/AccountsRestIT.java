package org.homeroom.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import org.homeroom.kernel.Answer;
import org.homeroom.kernel.Client;
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

        for (String part : new String[] {"", "/entries", "/why", "/statement"}) {
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

    private static long minor(JsonNode money) {
        return new java.math.BigDecimal(money.get("amount").asText())
                .movePointRight(2)
                .longValueExact();
    }
}
