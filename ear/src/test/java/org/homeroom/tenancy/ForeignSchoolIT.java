package org.homeroom.tenancy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.kernel.Answer;
import org.homeroom.kernel.Client;
import org.homeroom.kernel.Description;
import org.homeroom.roster.OwnClass;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A teacher of one school asks every address of the interface with ids of another: the answer is
 * the one for what does not exist. The addresses come from the OpenAPI document; a new one is asked
 * as well.
 */
class ForeignSchoolIT {

    /** What a request must say to get as far as looking for the thing. */
    private static final Map<String, Object> BODIES =
            Map.of(
                    "PUT /classes/{id}/bank-settings",
                            Map.of(
                                    "overdraft_protection", false,
                                    "overdraft_fees", false,
                                    "transfers_allowed", false),
                    "POST /classes/{id}/attendance/tap-out", Map.of("all", true),
                    "POST /classes/{id}/roster",
                            "first_name,last_name,date_of_birth,block\nA,B,2012-05-04,1",
                    "POST /classes/{id}/taps/import",
                            "username,action,at,reason\na,in,2026-10-12T16:10:00Z,",
                    "PUT /classes/{id}/pay-settings",
                            Map.of("rate_per_minute", Map.of("amount", "0.25", "currency", "TOK")),
                    "POST /entries/{id}/reverse", Map.of("reason", "Wrong day"),
                    "POST /pay-runs/{id}/reverse", Map.of("reason", "Wrong day"),
                    "POST /conversations/{id}/messages", Map.of("text", "Hello"));

    private static final Map<String, String> THEIRS = new HashMap<>();
    private static Client ours;

    @BeforeAll
    static void meet() {
        OwnClass theirs = OwnClass.open();
        Client teacher = theirs.teacher();
        String pupil = theirs.seat("Zuri");
        theirs.wasIn(pupil, 50, 10);
        String run = teacher.post(theirs.path() + "/pay-runs", Map.of()).ok(201).get("id").asText();
        THEIRS.put("classes", theirs.id());
        THEIRS.put("pay-runs", run);
        Map<String, Object> bonus =
                Map.of("title", "Bonus", "amount", Map.of("amount", "1.00", "currency", "TOK"));
        THEIRS.put(
                "bank-runs",
                teacher.post(theirs.path() + "/bonus-runs", bonus).ok(201).get("id").asText());
        Client okello = Client.signIn("riverbend", "okello", "demo-Teacher-1");
        Client wanjiru = Client.signIn("riverbend", "wanjiru", "2468");
        String attended = wanjiru.get("/me").ok(200).at("/classes/0/id").asText();
        String account =
                wanjiru.get("/classes/" + attended + "/accounts").ok(200).at("/0/id").asText();
        THEIRS.put("accounts", account);
        THEIRS.put(
                "entries",
                okello.get("/accounts/" + account + "/entries").ok(200).at("/0/id").asText());
        THEIRS.put("conversations", okello.get("/conversations").ok(200).at("/0/id").asText());
        String list = "first_name,last_name,date_of_birth,block\nAda,Lovelace,,";
        THEIRS.put(
                "roster-imports",
                teacher.upload(theirs.path() + "/roster", list).ok(200).get("id").asText());
        THEIRS.put(
                "tap-imports",
                teacher.upload(theirs.path() + "/taps/import", "username,action,at,reason\na,in,b,")
                        .ok(200)
                        .get("id")
                        .asText());
        ours = Client.signIn("lakeside", "otieno", "demo-Teacher-1");
    }

    static List<String> operations() {
        // Claims are open to strangers and prove nothing; jobs, schools, people and rosters are
        // closed to
        // teachers altogether; devices are found by person.
        return Description.get().operations().stream()
                .filter(name -> name.contains("{id}"))
                .filter(
                        name ->
                                !name.matches(
                                        "\\w+ /(claims|jobs|schools|users|invitations|auth|rosters)/.*"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anotherSchoolsThingIsNotThere(String operation) {
        String kind = operation.replaceFirst("^\\w+ /([\\w-]+)/.*", "$1");
        String theirId = THEIRS.get(kind);
        assertNotNull(theirId, "name one of Riverbend's " + kind);

        Answer theirs = ask(operation, theirId);
        Answer absent = ask(operation, UUID.randomUUID().toString());

        if (!operation.equals("POST /classes/{id}/taps")) { // for students alone
            theirs.refused(404, "NOT_FOUND");
        }
        assertEquals(absent.plain(), theirs.plain());
    }

    private static Answer ask(String operation, String id) {
        String[] verbAndPath = operation.split(" ", 2);
        Object body = BODIES.get(operation);
        String type = body instanceof String ? "text/csv" : "application/json";
        boolean reads = verbAndPath[0].equals("GET");
        return ours.send(
                verbAndPath[0],
                verbAndPath[1].replace("{id}", id),
                reads ? null : type,
                reads ? null : body == null ? Map.of() : body);
    }
}
