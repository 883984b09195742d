package org.homeroom.banking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.kernel.Answer;
import org.homeroom.kernel.Client;
import org.homeroom.roster.OwnClass;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rewards, fines and payments over REST. */
class AwardsRestIT {

    private OwnClass own;
    private Client teacher;
    private Client amina;
    private String aminaId;
    private String barakaId;

    @BeforeEach
    void open() {
        own = OwnClass.open();
        teacher = own.teacher();
        amina = Client.signIn("riverbend", own.seat("Amina"), OwnClass.PIN);
        aminaId = amina.get("/me").ok(200).at("/person/id").asText();
        Client baraka = Client.signIn("riverbend", own.seat("Baraka"), OwnClass.PIN);
        barakaId = baraka.get("/me").ok(200).at("/person/id").asText();
    }

    @Test
    void aRewardIsOneEntryForEachStudent() {
        JsonNode given = give("/rewards", award("2.50", aminaId, barakaId)).ok(201);

        assertEquals(2, given.get("entries").size());
        assertEquals("2.50", given.at("/entries/0/balance_after/amount").asText());
        assertEquals("2.50", checking(aminaId));
        assertEquals("2.50", checking(barakaId));
    }

    @Test
    void aRetryGivesOnce() {
        Client careful = teacher.with("Idempotency-Key", UUID.randomUUID().toString());

        JsonNode first = careful.post(own.path() + "/rewards", award("1.00", aminaId)).ok(201);
        Answer again = careful.post(own.path() + "/rewards", award("1.00", aminaId));

        assertEquals(first, again.ok(201));
        assertEquals("true", again.header("Idempotent-Replay"));
        assertEquals("1.00", checking(aminaId));
        careful.post(own.path() + "/rewards", award("9.00", aminaId)).refused(409, "CONFLICT");
    }

    @Test
    void aFineTakesFromEverybodyOrNobody() {
        give("/rewards", award("5.00", aminaId)).ok(201);

        String sentence = give("/fines", award("2.00", aminaId, barakaId)).refused(409, "CONFLICT");

        assertTrue(sentence.contains("Baraka"), sentence);
        assertTrue(sentence.contains("may not go below zero"), sentence);
        assertEquals("5.00", checking(aminaId));
        give("/fines", award("2.00", aminaId)).ok(201);
        assertEquals("3.00", checking(aminaId));
    }

    @Test
    void whatIsRehearsedIsGivenOrNothing() {
        JsonNode rehearsed = rehearse("3.00").ok(200);

        assertEquals("0.00", checking(aminaId));
        assertEquals("6.00", rehearsed.at("/total/amount").asText());
        assertEquals("3.00", rehearsed.at("/lines/0/after/amount").asText());
        give("/rewards", award("1.00", barakaId)).ok(201);
        String late =
                give("/rewards", as(rehearsed, award("3.00", aminaId, barakaId)))
                        .refused(409, "CONFLICT");
        assertTrue(late.contains("Rehearse again"), late);
        JsonNode anew = rehearse("3.00").ok(200);
        give("/rewards", as(anew, award("4.00", aminaId, barakaId))).refused(409, "CONFLICT");
        give("/rewards", as(anew, award("3.00", aminaId, barakaId))).ok(201);
        assertEquals("3.00", checking(aminaId));
        assertEquals("4.00", checking(barakaId));
    }

    @Test
    void aTransferInBetweenStopsWhatWasRehearsed() {
        give("/rewards", award("5.00", aminaId)).ok(201);
        JsonNode rehearsed = rehearse("3.00").ok(200);
        Map<String, Object> transfer =
                Map.of(
                        "from_account_id",
                        account(aminaId, "checking").get("id").asText(),
                        "to_account_id",
                        account(aminaId, "savings").get("id").asText(),
                        "amount",
                        Map.of("amount", "2.00", "currency", "TOK"),
                        "passphrase",
                        "blue kite seven");
        amina.post("/transfers", transfer).ok(201);

        give("/rewards", as(rehearsed, award("3.00", aminaId, barakaId))).refused(409, "CONFLICT");

        assertEquals("3.00", checking(aminaId));
        assertEquals("0.00", checking(barakaId));
    }

    @Test
    void anAwardIsTakenBackFromAllAtOnce() {
        String act = give("/rewards", award("2.00", aminaId, barakaId)).ok(201).get("id").asText();
        String back = "/awards/" + act + "/reverse";
        Map<String, String> reason = Map.of("reason", "Wrong class");

        assertEquals(2, give(back, reason).ok(201).get("students").asInt());

        assertEquals("0.00", checking(aminaId));
        assertEquals("0.00", checking(barakaId));
        give(back, reason).refused(409, "CONFLICT");
        JsonNode listed = teacher.get(own.path() + "/awards").ok(200).get(0);
        assertEquals(act, listed.get("id").asText());
        assertEquals(2, listed.get("taken_back").asInt());
        give("/awards/" + UUID.randomUUID() + "/reverse", reason).refused(404, "NOT_FOUND");
    }

    private Answer rehearse(String amount) {
        Map<String, Object> asked = new HashMap<>(award(amount, aminaId, barakaId));
        asked.put("kind", "reward");
        return give("/award-rehearsals", asked);
    }

    private static Map<String, Object> as(JsonNode rehearsed, Map<String, Object> award) {
        Map<String, Object> given = new HashMap<>(award);
        given.put("fingerprint", rehearsed.get("fingerprint").asText());
        return given;
    }

    @Test
    void aPaymentGoesToEitherAccount() {
        Map<String, Object> payment =
                Map.of(
                        "student_ids",
                        List.of(aminaId),
                        "amount",
                        Map.of("amount", "4.00", "currency", "TOK"),
                        "description",
                        "Prize",
                        "account",
                        "savings");

        give("/payments", payment).ok(201);

        assertEquals("4.00", balance(aminaId, "savings"));
        assertEquals("0.00", checking(aminaId));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertEquals("student_ids", refused(award("1.00")));
        assertEquals("amount", refused(award("0.00", aminaId)));
        assertEquals("amount", refused(award("-1.00", aminaId)));
        assertEquals("amount", refused(award("1000000000.00", aminaId)));
        assertEquals("amount", refused(award("99999999999999999.99", aminaId)));
        assertEquals(
                "amount",
                refused(
                        Map.of(
                                "student_ids", List.of(aminaId),
                                "amount", Map.of("amount", "1.00", "currency", "USD"),
                                "reason", "Mixed")));
        give("/rewards", award("1.00", UUID.randomUUID().toString())).refused(404, "NOT_FOUND");
        amina.post(own.path() + "/rewards", award("1.00", aminaId))
                .refused(403, "AUTHORIZATION_ERROR");
        assertEquals("0.00", checking(aminaId));
    }

    @Test
    void anEntryIsTakenBackOnce() {
        String entry =
                give("/rewards", award("2.00", aminaId)).ok(201).at("/entries/0/id").asText();
        Map<String, String> reason = Map.of("reason", "Wrong student");

        teacher.post("/entries/" + entry + "/reverse", reason).ok(201);

        assertEquals("0.00", checking(aminaId));
        teacher.post("/entries/" + entry + "/reverse", reason).refused(409, "CONFLICT");
    }

    private String refused(Object body) {
        Answer answer = give("/rewards", body);
        answer.refused(422, "VALIDATION_ERROR");
        return answer.field();
    }

    private Answer give(String what, Object body) {
        return teacher.post(own.path() + what, body);
    }

    private static Map<String, Object> award(String amount, String... students) {
        return Map.of(
                "student_ids", List.of(students),
                "amount", Map.of("amount", amount, "currency", "TOK"),
                "reason", "For helping");
    }

    private String checking(String student) {
        return balance(student, "checking");
    }

    private String balance(String student, String kind) {
        return account(student, kind).at("/balance/amount").asText();
    }

    private JsonNode account(String student, String kind) {
        for (JsonNode account : teacher.get(own.path() + "/accounts").ok(200)) {
            if (account.get("kind").asText().equals(kind)
                    && account.path("owner_id").asText().equals(student)) {
                return account;
            }
        }
        throw new AssertionError("no such account");
    }
}
