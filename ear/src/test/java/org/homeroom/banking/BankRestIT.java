package org.homeroom.banking;

import static org.homeroom.kernel.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.kernel.Answer;
import org.homeroom.kernel.Client;
import org.homeroom.roster.OwnClass;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Transfers, bank settings and bank runs over REST. */
class BankRestIT {

    private static final String PASSPHRASE = "blue kite seven";

    private OwnClass own;
    private Client teacher;
    private Client amina;
    private Client baraka;

    @BeforeEach
    void open() {
        own = OwnClass.open();
        teacher = own.teacher();
        amina = Client.signIn("riverbend", own.seat("Amina"), OwnClass.PIN);
        baraka = Client.signIn("riverbend", own.seat("Baraka"), OwnClass.PIN);
        Map<String, Object> reward =
                Map.of(
                        "student_ids",
                        List.of(amina.get("/me").ok(200).at("/person/id").asText()),
                        "amount",
                        tokens("10.00"),
                        "reason",
                        "To begin with");
        teacher.post(own.path() + "/rewards", reward).ok(201);
    }

    @Test
    void aTransferTakesThePassphraseAndNoMoreThanThereIs() {
        send("4.00", PASSPHRASE).ok(201);
        send("1.00", "something else").refused(403, "AUTHORIZATION_ERROR");
        send("6.01", PASSPHRASE).refused(409, "CONFLICT");
        send("-1.00", PASSPHRASE).refused(422, "VALIDATION_ERROR");

        assertEquals("6.00", balance(amina, "checking"));
        assertEquals("4.00", balance(amina, "savings"));
    }

    @Test
    void studentsSendToEachOtherOnlyWhereTheTeacherAllowsIt() {
        Map<String, Object> gift = transfer(account(baraka, "checking"), "2.00", PASSPHRASE);

        amina.post("/transfers", gift).refused(403, "AUTHORIZATION_ERROR");
        allowTransfers();
        amina.post("/transfers", gift).ok(201);

        assertEquals("2.00", balance(baraka, "checking"));
        Map<String, Object> theft = new HashMap<>(gift);
        theft.put("from_account_id", account(baraka, "checking"));
        theft.put("to_account_id", account(amina, "checking"));
        amina.post("/transfers", theft).refused(404, "NOT_FOUND");
    }

    @Test
    void settingsAreChangedAtTheirVersion() {
        Answer before = teacher.get(own.path() + "/bank-settings");
        Client editor = teacher.with("If-Match", before.header("ETag"));
        ObjectNode changed = before.ok(200).deepCopy();
        changed.put("rate_percent", "4.5");

        assertEquals(
                "4.5",
                editor.put(own.path() + "/bank-settings", changed)
                        .ok(200)
                        .get("rate_percent")
                        .asText());
        editor.put(own.path() + "/bank-settings", changed).refused(412, "PRECONDITION_FAILED");
        changed.put("rate_percent", "many");
        teacher.put(own.path() + "/bank-settings", changed).refused(422, "VALIDATION_ERROR");
        amina.put(own.path() + "/bank-settings", changed).refused(403, "AUTHORIZATION_ERROR");
    }

    @Test
    void aBonusIsRehearsedBookedAndTakenBack() {
        Map<String, Object> bonus = Map.of("title", "Term bonus", "amount", tokens("2.50"));
        JsonNode rehearsed = teacher.post(own.path() + "/bonus-runs", bonus).ok(201);
        String run = "/bank-runs/" + rehearsed.get("id").asText();
        assertEquals("5.00", rehearsed.at("/total/amount").asText());
        assertEquals("0.00", balance(baraka, "checking"));

        teacher.post(run + "/commit", null).ok(202);
        assertEquals("2.50", balance(baraka, "checking"));
        teacher.post(run + "/commit", null).refused(409, "CONFLICT");

        JsonNode back = teacher.post(run + "/reverse", Map.of("reason", "Wrong class")).ok(200);
        assertEquals("reversed", back.get("state").asText());
        assertEquals("10.00", balance(amina, "checking"));
        teacher.post(run + "/reverse", Map.of("reason", "Again")).refused(409, "CONFLICT");
    }

    @Test
    void aFeeLeavesOutWhoHasTooLittle() {
        Map<String, Object> fee = Map.of("title", "Book fee", "amount", tokens("-3.00"));
        JsonNode rehearsed = teacher.post(own.path() + "/bonus-runs", fee).ok(201);

        assertEquals(1, rehearsed.get("short_count").asInt());
        assertTrue(rehearsed.at("/lines/0/is_short").asBoolean());
        teacher.post("/bank-runs/" + rehearsed.get("id").asText() + "/commit", null).ok(202);
        assertEquals("7.00", balance(amina, "checking"));
        assertEquals("0.00", balance(baraka, "checking"));
    }

    @Test
    void interestWaitsForARateAndForItsDays() {
        teacher.post(own.path() + "/interest-runs", null).refused(409, "CONFLICT");
        allowTransfers();

        String sentence =
                teacher.post(own.path() + "/interest-runs", null).refused(409, "CONFLICT");

        assertTrue(sentence.contains("come next"), sentence);
    }

    /** The days that have passed, at the hour that comes next; a person does not come into it. */
    @Test
    @Execution(ExecutionMode.CONCURRENT) // waits while the others work
    void interestIsBookedByItselfAtTheHourOfTheBank() throws Exception {
        ZoneId zone = ZoneId.of(teacher.get(own.path()).ok(200).get("zone").asText());
        ZonedDateTime due = ZonedDateTime.now(zone).plusSeconds(2).truncatedTo(ChronoUnit.SECONDS);
        String path = own.path() + "/bank-settings";
        ObjectNode rules = teacher.get(path).ok(200).deepCopy();
        assertTrue(rules.get("books_at").isNull());
        rules.put("rate_percent", "4.5").put("payout", "weekly");
        rules.put("first_day", due.toLocalDate().minusDays(8).toString());
        rules.put("books_at", "half past four");
        teacher.put(path, rules).refused(422, "VALIDATION_ERROR");
        rules.put("books_at", due.toLocalTime().toString());
        assertEquals(
                due.toLocalTime().toString(),
                teacher.put(path, rules).ok(200).get("books_at").asText());

        await(() -> !booked().isEmpty() && booked().at("/0/state").asText().equals("paid"));

        assertEquals(1, booked().size());
        assertEquals("interest", booked().at("/0/kind").asText());
        assertEquals(
                due.toLocalDate().minusDays(8).toString(), booked().at("/0/period_from").asText());
        teacher.post(own.path() + "/interest-runs", null).refused(409, "CONFLICT");
    }

    private JsonNode booked() {
        return teacher.get(own.path() + "/interest-runs").ok(200);
    }

    /** Pay and bank of a class, each kept with its settings; a bank's hour is in them. */
    @Test
    void whatRunsByItselfIsSetChangedAndSwitchedOff() {
        Client stranger = Client.signIn("riverbend", "reyes", OwnClass.PASSWORD);
        Client principal = Client.signIn("riverbend", "principal", OwnClass.PASSWORD);
        Map<String, Object> bank = schedule("interest-run", Map.of("at", "16:30"));
        amina.post("/schedules", bank).refused(403, "AUTHORIZATION_ERROR");
        stranger.post("/schedules", bank).refused(404, "NOT_FOUND");
        wrong("interest-run", Map.of(), "calendar.at");
        wrong(
                "interest-run",
                Map.of("at", "16:30", "frequency_days", 7),
                "calendar.frequency_days");
        wrong("sweep", Map.of("at", "16:30"), "job");
        wrong("pay-run", Map.of("at", "16:30"), "calendar.first_date");
        Map<String, Object> school = Map.of("job", "pay-run", "scope", Map.of("kind", "school"));
        teacher.post("/schedules", school).refused(403, "AUTHORIZATION_ERROR");
        principal.post("/schedules", school).refused(422, "VALIDATION_ERROR");

        JsonNode made = teacher.post("/schedules", bank).ok(201);
        String path = "/schedules/" + made.get("id").asText();
        assertTrue(made.get("enabled").asBoolean() && made.get("next_at").isTextual());
        assertEquals(own.id(), made.at("/scope/id").asText());
        teacher.post("/schedules", bank).refused(409, "CONFLICT");
        assertEquals("16:30:00", booksAt());
        stranger.patch(path, Map.of("enabled", false)).refused(404, "NOT_FOUND");
        Map<String, Object> five = Map.of("calendar", Map.of("at", "17:00"));
        teacher.with("If-Match", "\"99\"").patch(path, five).refused(412, "PRECONDITION_FAILED");
        // The district sees what runs in its schools' classes, and leaves it to them.
        Client district = districtAdministrator();
        assertTrue(
                district.get("/schedules?per_page=100")
                        .body()
                        .toString()
                        .contains(made.get("id").asText()));
        String reason =
                district.patch(path, Map.of("enabled", false)).refused(403, "AUTHORIZATION_ERROR");
        assertTrue(reason.contains("the administrators of its school set when"), reason);
        district.send("DELETE", path, null, null).refused(403, "AUTHORIZATION_ERROR");
        district.post("/schedules", schedule("pay-run", Map.of("at", "16:30")))
                .refused(403, "AUTHORIZATION_ERROR");
        String version = "\"" + made.get("version").asText() + "\"";
        teacher.with("If-Match", version).patch(path, five).ok(200);
        assertEquals("17:00:00", booksAt());

        Map<String, Object> days = Map.of("at", "16:30", "first_date", "2099-01-05");
        Map<String, Object> whole = new HashMap<>(schedule("pay-run", days));
        whole.put("zone", "Europe/Berlin");
        whole.put("enabled", true);
        Answer elsewhere = teacher.post("/schedules", whole);
        elsewhere.refused(422, "VALIDATION_ERROR");
        assertEquals("zone", elsewhere.field());
        whole.put("zone", made.get("zone").asText());
        JsonNode pay = teacher.post("/schedules", whole).ok(201);
        assertTrue(pay.get("next_at").asText().startsWith("2099-01-0"));
        assertEquals(2, running());
        teacher.send("DELETE", "/schedules/" + pay.get("id").asText(), null, null).ok(204);
        assertTrue(teacher.get(own.path() + "/pay-settings").ok(200).get("pays_at").isNull());
        JsonNode off = teacher.patch(path, Map.of("enabled", false)).ok(200);
        assertTrue(off.get("next_at").isNull() && !off.get("enabled").asBoolean());
        assertEquals(0, running());
        teacher.patch(path, Map.of("enabled", false)).refused(404, "NOT_FOUND");
    }

    private static Client districtAdministrator() {
        Client platform = Client.signIn("", "admin", OwnClass.PASSWORD);
        Map<String, String> role = Map.of("role", "district_admin");
        JsonNode invitation = platform.post("/invitations", role).ok(201);
        String username = "d" + UUID.randomUUID();
        Map<String, String> choice =
                Map.of("name", "Dora", "username", username, "password", OwnClass.PASSWORD);
        String accept = "/invitations/" + invitation.get("token").asText() + "/accept";
        Client.at("localhost").post(accept, choice).ok(201);
        return Client.signIn("riverbend", username, OwnClass.PASSWORD);
    }

    private void wrong(String job, Map<String, Object> calendar, String field) {
        Answer answer = teacher.post("/schedules", schedule(job, calendar));
        answer.refused(422, "VALIDATION_ERROR");
        assertEquals(field, answer.field());
    }

    private Map<String, Object> schedule(String job, Map<String, Object> calendar) {
        Map<String, Object> scope = Map.of("kind", "class", "id", own.id());
        return Map.of("job", job, "scope", scope, "calendar", calendar);
    }

    private String booksAt() {
        return teacher.get(own.path() + "/bank-settings").ok(200).get("books_at").asText();
    }

    // Of this class: the teacher has others, which other tests may use.
    private int running() {
        int count = 0;
        for (JsonNode one : teacher.get("/schedules").ok(200)) {
            count += one.at("/scope/id").asText().equals(own.id()) ? 1 : 0;
        }
        return count;
    }

    @Test
    void aLoanIsRefusedWithItsNumbersOrPaidOutAndBack() {
        Map<String, Object> offer =
                Map.of(
                        "kind",
                        "loan",
                        "title",
                        "Starter",
                        "rate_percent",
                        "15",
                        "weeks",
                        2,
                        "most",
                        tokens("500.00"));
        String product =
                teacher.post(own.path() + "/bank-products", offer).ok(201).get("id").asText();
        borrow(product, "10.00").refused(409, "CONFLICT");
        lend("0.00");
        // 40 percent of 75.00 a week.
        String sentence = borrow(product, "60.00").refused(409, "CONFLICT");
        assertTrue(sentence.contains("30.13") && sentence.contains("30.00"), sentence);
        assertEquals(
                sentence,
                amina.get(own.path() + "/loan-quote?amount=60.00&product_id=" + product)
                        .ok(200)
                        .get("refusal")
                        .asText());

        String loan = "/loans/" + borrow(product, "50.00").ok(201).get("id").asText();
        borrow(product, "5.00").refused(409, "CONFLICT");
        baraka.get(loan).refused(404, "NOT_FOUND");
        amina.post(loan + "/decision", Map.of("approve", true)).refused(403, "AUTHORIZATION_ERROR");
        teacher.post(loan + "/decision", Map.of("approve", false)).refused(422, "VALIDATION_ERROR");
        JsonNode running = teacher.post(loan + "/decision", Map.of("approve", true)).ok(200);
        assertEquals("running", running.get("state").asText());
        assertEquals(2, running.get("instalments").size());
        assertEquals("60.00", balance(amina, "checking"));
        assertEquals("-50.00", balance(amina, "loan"));
        teacher.post(own.path() + "/due-runs", null).refused(409, "CONFLICT");
        // What is owed is no account to send money to.
        amina.post("/transfers", transfer(account(amina, "loan"), "1.00", PASSPHRASE))
                .refused(404, "NOT_FOUND");

        amina.post(loan + "/payoff", Map.of("passphrase", "something else"))
                .refused(403, "AUTHORIZATION_ERROR");
        JsonNode paid = amina.post(loan + "/payoff", Map.of("passphrase", PASSPHRASE)).ok(200);
        assertEquals("repaid", paid.get("state").asText());
        assertEquals("10.00", balance(amina, "checking"));
        teacher.post(loan + "/write-off", Map.of("reason", "Gone")).refused(409, "CONFLICT");

        String entry = paid.at("/instalments/0/entry_id").asText();
        teacher.post("/entries/" + entry + "/reverse", Map.of("reason", "A mistake")).ok(201);
        assertEquals("running", amina.get(loan).ok(200).get("state").asText());
        lend("20.00");
        assertEquals("running", borrow(product, "9.00").ok(201).get("state").asText());
    }

    /** The hours are among the settings of pay: set there, they are not put back from here. */
    @Test
    void hoursThatPaySettingsChangedStayAsTheyAre() {
        String path = own.path() + "/lending";
        String seen = teacher.get(path).header("ETag");
        Map<String, Object> pay =
                Map.of(
                        "rate_per_minute",
                        Map.of("amount", "0.25", "currency", "TOK"),
                        "expected_weekly_hours",
                        "10");
        teacher.put(own.path() + "/pay-settings", pay).ok(200);
        Map<String, Object> rules =
                new HashMap<>(
                        Map.of(
                                "loans",
                                true,
                                "approves_up_to",
                                tokens("5.00"),
                                "expected_weekly_hours",
                                "5",
                                "inflation_percent",
                                "0"));

        teacher.with("If-Match", seen).put(path, rules).refused(412, "PRECONDITION_FAILED");
        rules.remove("expected_weekly_hours");
        String now = teacher.get(path).header("ETag");
        JsonNode stored = teacher.with("If-Match", now).put(path, rules).ok(200);

        assertEquals("10", stored.get("expected_weekly_hours").asText());
        assertTrue(stored.get("loans").asBoolean());
    }

    private void lend(String upTo) {
        Map<String, Object> rules =
                Map.of(
                        "loans",
                        true,
                        "approves_up_to",
                        tokens(upTo),
                        "expected_weekly_hours",
                        "5",
                        "inflation_percent",
                        "0");
        assertEquals(
                "75.00",
                teacher.put(own.path() + "/lending", rules)
                        .ok(200)
                        .at("/weekly_income/amount")
                        .asText());
    }

    private Answer borrow(String product, String amount) {
        return amina.post(
                own.path() + "/loans",
                Map.of(
                        "product_id",
                        product,
                        "amount",
                        tokens(amount),
                        "purpose",
                        "A bicycle",
                        "passphrase",
                        PASSPHRASE));
    }

    private void allowTransfers() {
        ObjectNode rules = teacher.get(own.path() + "/bank-settings").ok(200).deepCopy();
        rules.put("transfers_allowed", true);
        rules.put("rate_percent", "4.5");
        teacher.put(own.path() + "/bank-settings", rules).ok(200);
    }

    private Answer send(String amount, String passphrase) {
        return amina.post("/transfers", transfer(account(amina, "savings"), amount, passphrase));
    }

    private Map<String, Object> transfer(String to, String amount, String passphrase) {
        return Map.of(
                "from_account_id",
                account(amina, "checking"),
                "to_account_id",
                to,
                "amount",
                tokens(amount),
                "passphrase",
                passphrase);
    }

    private static Map<String, String> tokens(String amount) {
        return Map.of("amount", amount, "currency", "TOK");
    }

    private String balance(Client student, String kind) {
        return mine(student, kind).at("/balance/amount").asText();
    }

    private String account(Client student, String kind) {
        return mine(student, kind).get("id").asText();
    }

    private JsonNode mine(Client student, String kind) {
        for (JsonNode account : student.get(own.path() + "/accounts").ok(200)) {
            if (account.get("kind").asText().equals(kind)) {
                return account;
            }
        }
        throw new AssertionError("no such account");
    }
}
