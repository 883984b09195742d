package org.homeroom.banking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.kernel.Answer;
import org.homeroom.kernel.Client;
import org.homeroom.roster.OwnClass;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever is wrong with one field of what banking and ledger take is refused with that field and a
 * sentence, and nothing is changed.
 */
class BadMoneyIT {

    private static final List<Object> AMOUNTS =
            Arrays.asList(
                    tokens("1000000000.00"),
                    tokens("9223372036854775807"),
                    tokens("1e400"),
                    tokens("0.001"),
                    tokens("1,50"),
                    Map.of("amount", "1.00", "currency", "USD"),
                    "1.00",
                    null);
    private static final List<Object> POSITIVE = and(AMOUNTS, tokens("-1.00"), tokens("0.00"));
    private static final List<Object> TEXTS = Arrays.asList("", "x".repeat(300), null);
    private static final List<Object> IDS = Arrays.asList(null, "x", UUID.randomUUID().toString());
    private static final List<Object> DAYS =
            Arrays.asList("2026-02-30", "+999999999-12-31", "-999999999-01-01", "soon");

    private final List<String> accepted = new ArrayList<>();
    private OwnClass own;
    private Client teacher;
    private Client pupil;
    private String student;

    @BeforeEach
    void open() {
        own = OwnClass.open();
        teacher = own.teacher();
        pupil = Client.signIn("riverbend", own.seat("Amina"), OwnClass.PIN);
        student = pupil.get("/me").ok(200).at("/person/id").asText();
        teacher.post(own.path() + "/rewards", award()).ok(201);
        teacher.put(own.path() + "/lending", lending()).ok(200);
    }

    @Test
    void aWrongFieldIsNamedAndNothingIsChanged() {
        String loan = offer("loan", "10");
        String certificate = offer("certificate", "2");
        Map<String, String> accounts = new HashMap<>();
        pupil.get(own.path() + "/accounts")
                .ok(200)
                .forEach(one -> accounts.put(one.get("kind").asText(), one.get("id").asText()));
        Map<String, Object> settings = new HashMap<>();
        ObjectNode rules = teacher.get(own.path() + "/bank-settings").ok(200).deepCopy();
        rules.fields().forEachRemaining(one -> settings.put(one.getKey(), one.getValue()));
        String before = state();

        Map<String, List<Object>> whom =
                Map.of(
                        "amount",
                        POSITIVE,
                        "reason",
                        TEXTS,
                        "student_ids",
                        Arrays.asList(List.of(), null, List.of("x"), List.of(UUID.randomUUID())));
        post(teacher, "/rewards", award(), whom);
        post(teacher, "/fines", award(), whom);
        Map<String, Object> rehearsed = award();
        rehearsed.put("kind", "reward");
        post(teacher, "/award-rehearsals", rehearsed, whom);
        post(
                teacher,
                "/payments",
                of(
                        "student_ids",
                        List.of(student),
                        "amount",
                        tokens("1.00"),
                        "description",
                        "A gift"),
                Map.of(
                        "amount", and(AMOUNTS, tokens("0.00")),
                        "description", TEXTS,
                        "account", List.of("loan")));
        post(
                teacher,
                "/bonus-runs",
                of("title", "Term", "amount", tokens("1.00")),
                Map.of("amount", and(AMOUNTS, tokens("0.00")), "title", TEXTS));
        post(
                teacher,
                "/holds",
                of(
                        "student_id",
                        student,
                        "amount",
                        tokens("1.00"),
                        "reason",
                        "A book",
                        "expires_at",
                        "2030-01-01T00:00:00Z"),
                Map.of(
                        "amount",
                        POSITIVE,
                        "student_id",
                        IDS,
                        "expires_at",
                        Arrays.asList(
                                "2020-01-01T00:00:00Z",
                                "9999-01-01T00:00:00Z",
                                "+999999999-01-01T00:00:00Z",
                                null)));
        each(
                pupil,
                "POST",
                "/transfers",
                of(
                        "from_account_id", accounts.get("checking"),
                        "to_account_id", accounts.get("savings"),
                        "amount", tokens("1.00"),
                        "passphrase", "blue kite seven"),
                Map.of(
                        "amount",
                        POSITIVE,
                        "from_account_id",
                        IDS,
                        "to_account_id",
                        and(IDS, accounts.get("checking")),
                        "passphrase",
                        Arrays.asList("", null)));
        List<Object> limits = and(AMOUNTS, tokens("-0.01"));
        each(
                teacher,
                "PUT",
                own.path() + "/bank-settings",
                settings,
                Map.of(
                        "rate_percent",
                        Arrays.asList("-1", "101", "1e400", "many", null),
                        "overdraft_limit",
                        limits,
                        "fee_first",
                        limits,
                        "transfer_day_limit",
                        POSITIVE,
                        "first_day",
                        and(DAYS, "9999-12-31"),
                        "method",
                        Arrays.asList("x", null)));
        each(
                teacher,
                "PUT",
                own.path() + "/lending",
                lending(),
                Map.of(
                        "approves_up_to", limits,
                        "expected_weekly_hours", List.of("0.24", "80.01", "1e9"),
                        "inflation_percent", Arrays.asList("-1", "10.1", "1e400", null)));
        post(
                teacher,
                "/bank-products",
                product("loan", "10"),
                Map.of(
                        "kind", Arrays.asList("x", null),
                        "title", TEXTS,
                        "rate_percent", Arrays.asList("7.99", "50.01", "-10", "1e400", null),
                        "weeks", Arrays.asList(0, -1, 53, 1_000_000_000, Long.MAX_VALUE, 1.5, null),
                        "most", POSITIVE,
                        "penalty_percent", List.of("5")));
        post(
                teacher,
                "/bank-products",
                product("certificate", "2"),
                Map.of(
                        "rate_percent", List.of("0.99", "3.01"),
                        "weeks", List.of(0, 105),
                        "penalty_percent", List.of("-1", "20.1", "1e400")));
        List<Object> upTo = and(POSITIVE, tokens("50.01"));
        post(
                pupil,
                "/loans",
                of(
                        "product_id",
                        loan,
                        "amount",
                        tokens("5.00"),
                        "purpose",
                        "A book",
                        "passphrase",
                        "blue kite seven"),
                Map.of("amount", upTo, "product_id", and(IDS, certificate), "purpose", TEXTS));
        post(
                pupil,
                "/certificates",
                of(
                        "product_id",
                        certificate,
                        "amount",
                        tokens("5.00"),
                        "passphrase",
                        "blue kite seven"),
                Map.of("amount", upTo, "product_id", and(IDS, loan)));
        post(
                teacher,
                "/closed-periods",
                of("through", "2026-01-01"),
                Map.of("through", and(DAYS, "2099-01-01", null)));
        post(
                teacher,
                "/day-reversal",
                of("day", "2026-01-01", "fingerprint", "x", "reason", "A mistake"),
                Map.of("day", and(DAYS, (Object) null), "reason", TEXTS));

        assertEquals("", String.join("\n", accepted));
        assertEquals(before, state());
    }

    private void post(
            Client who, String path, Map<String, Object> good, Map<String, List<Object>> bad) {
        each(who, "POST", own.path() + path, good, bad);
    }

    private void each(
            Client who,
            String method,
            String path,
            Map<String, Object> good,
            Map<String, List<Object>> bad) {
        bad.forEach(
                (field, values) -> {
                    for (Object value : values) {
                        Map<String, Object> body = new HashMap<>(good);
                        body.put(field, value);
                        look(who.send(method, path, "application/json", body), field, value);
                    }
                });
        for (String broken : List.of("{", "[]", "null", "{\"amount\":1e999999999}")) {
            look(who.send(method, path, "application/json", broken), null, broken);
        }
    }

    // Of an id that is nobody's nothing is said but that it is not there.
    private void look(Answer answer, String field, Object value) {
        boolean wrong = answer.status() == 400 || answer.status() == 422;
        String named = answer.field();
        if (wrong) {
            answer.refused(answer.status(), "VALIDATION_ERROR");
        } else if (answer.status() == 404) {
            answer.refused(404, "NOT_FOUND");
        }
        boolean said =
                field == null
                        || answer.status() == 404
                        || named.startsWith(field)
                        || named.equals("currency");
        if (!(wrong || answer.status() == 404) || !said) {
            accepted.add(field + " " + value + ": " + answer);
        }
    }

    private String state() {
        StringBuilder all = new StringBuilder();
        for (String path :
                List.of(
                        "/accounts",
                        "/bank-settings",
                        "/lending",
                        "/bank-products",
                        "/loans",
                        "/certificates",
                        "/closed-periods",
                        "/holds",
                        "/bonus-runs")) {
            JsonNode data = teacher.get(own.path() + path).ok(200);
            all.append(path).append(data).append('\n');
        }
        assertTrue(all.length() > 0);
        return all.toString();
    }

    private String offer(String kind, String rate) {
        return teacher.post(own.path() + "/bank-products", product(kind, rate))
                .ok(201)
                .get("id")
                .asText();
    }

    private Map<String, Object> award() {
        return of("student_ids", List.of(student), "amount", tokens("10.00"), "reason", "A gift");
    }

    private static Map<String, Object> lending() {
        return of(
                "loans",
                true,
                "approves_up_to",
                tokens("0.00"),
                "expected_weekly_hours",
                "5",
                "inflation_percent",
                "0");
    }

    private static Map<String, Object> product(String kind, String rate) {
        return of(
                "kind",
                kind,
                "title",
                "Starter",
                "rate_percent",
                rate,
                "weeks",
                4,
                "most",
                tokens("50.00"));
    }

    private static Map<String, String> tokens(String amount) {
        return Map.of("amount", amount, "currency", "TOK");
    }

    private static Map<String, Object> of(Object... namesAndValues) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    private static List<Object> and(List<Object> some, Object... more) {
        List<Object> all = new ArrayList<>(some);
        all.addAll(Arrays.asList(more));
        return all;
    }
}
