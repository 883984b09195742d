package org.homeroom.tenancy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.homeroom.kernel.Answer;
import org.homeroom.kernel.Client;
import org.homeroom.kernel.Description;
import org.homeroom.roster.NewTeacher;
import org.homeroom.roster.OwnClass;

/**
 * One thing of Riverbend of each kind that the interface has addresses for, and what a request to
 * such an address must say to get as far as looking for the thing.
 */
public final class RiverbendThings {

    private static final String PASSWORD = "demo-Teacher-1";
    private static final Map<String, Object> BODIES =
            Map.ofEntries(
                    Map.entry(
                            "PUT /classes/{id}/bank-settings",
                            Map.of(
                                    "overdraft_protection", false,
                                    "overdraft_fees", false,
                                    "transfers_allowed", false)),
                    Map.entry("PUT /classes/{id}/lending", Map.of("loans", false)),
                    Map.entry(
                            "POST /loans/{id}/decision", Map.of("approve", false, "reason", "No")),
                    Map.entry("POST /loans/{id}/write-off", Map.of("reason", "No")),
                    Map.entry("POST /classes/{id}/attendance/tap-out", Map.of("all", true)),
                    Map.entry("PUT /classes/{id}/tapping", Map.of("enabled", true, "all", true)),
                    Map.entry(
                            "POST /classes/{id}/roster",
                            "first_name,last_name,date_of_birth,block\nA,B,2012-05-04,1"),
                    Map.entry(
                            "POST /classes/{id}/taps/import",
                            "username,action,at,reason\na,in,2026-10-12T16:10:00Z,"),
                    Map.entry(
                            "PUT /classes/{id}/pay-settings",
                            Map.of("rate_per_minute", Map.of("amount", "0.25", "currency", "TOK"))),
                    Map.entry("POST /closed-periods/{id}/reopen", Map.of("reason", "A mistake")),
                    Map.entry("POST /entries/{id}/reverse", Map.of("reason", "Wrong day")),
                    Map.entry("POST /pay-runs/{id}/reverse", Map.of("reason", "Wrong day")),
                    Map.entry("POST /conversations/{id}/messages", Map.of("text", "Hello")));

    private final Map<String, String> ids = new HashMap<>();

    private RiverbendThings() {}

    /** Makes them, or finds them where the demonstration has them. */
    public static RiverbendThings gather() {
        RiverbendThings things = new RiverbendThings();
        things.ofClasses(OwnClass.open());
        things.ofPeople();
        return things;
    }

    private void ofClasses(OwnClass own) {
        Client teacher = own.teacher();
        String zuri = own.seat("Zuri");
        own.wasIn(zuri, 50, 10);
        put("classes", own.id());
        put("pay-runs", teacher.post(own.path() + "/pay-runs", Map.of()).ok(201));
        Map<String, Object> bonus =
                Map.of("title", "Bonus", "amount", Map.of("amount", "1.00", "currency", "TOK"));
        put("bank-runs", teacher.post(own.path() + "/bonus-runs", bonus).ok(201));
        Map<String, Object> schedule =
                Map.of(
                        "job",
                        "pay-run",
                        "scope",
                        Map.of("kind", "class", "id", own.id()),
                        "calendar",
                        Map.of("first_date", "2099-01-05", "at", "16:30"));
        put("schedules", teacher.post("/schedules", schedule).ok(201));
        Client pupil = Client.signIn("riverbend", zuri, OwnClass.PIN);
        String student = pupil.get("/me").ok(200).at("/person/id").asText();
        Map<String, String> one = Map.of("amount", "1.00", "currency", "TOK");
        teacher.post(
                        own.path() + "/rewards",
                        Map.of("student_ids", List.of(student), "amount", one, "reason", "A gift"))
                .ok(201);
        Map<String, Object> hold =
                Map.of(
                        "student_id",
                        student,
                        "amount",
                        one,
                        "reason",
                        "A book",
                        "expires_at",
                        Instant.now().plusSeconds(3600).toString());
        put("holds", teacher.post(own.path() + "/holds", hold).ok(201));
        ofBank(own, pupil, student);
        JsonNode days = teacher.get(own.path() + "/books").ok(200).get("days");
        Map<String, String> last = Map.of("through", days.at("/89/day").asText());
        put("closed-periods", teacher.post(own.path() + "/closed-periods", last).ok(201));
        String list = "first_name,last_name,date_of_birth,block\nAda,Lovelace,,";
        put("roster-imports", teacher.upload(own.path() + "/roster", list).ok(200));
        String taps = "username,action,at,reason\na,in,b,";
        put("tap-imports", teacher.upload(own.path() + "/taps/import", taps).ok(200));
        put("recovery-requests", recovery());
        Map<String, String> wish = Map.of("kind", "period", "period", own.period());
        put("deletion-requests", teacher.post("/deletion-requests", wish).ok(201));
        put("claims", own.join("Ada", "Byron" + OwnClass.letters()));
    }

    private void ofBank(OwnClass own, Client pupil, String student) {
        Client teacher = own.teacher();
        Map<String, String> one = Map.of("amount", "1.00", "currency", "TOK");
        Map<String, Object> rules =
                Map.of(
                        "loans",
                        true,
                        "approves_up_to",
                        one,
                        "expected_weekly_hours",
                        "5",
                        "inflation_percent",
                        "0");
        teacher.put(own.path() + "/lending", rules).ok(200);
        Map<String, Object> gift =
                Map.of(
                        "student_ids",
                        List.of(student),
                        "amount",
                        one,
                        "description",
                        "A gift",
                        "account",
                        "savings");
        teacher.post(own.path() + "/payments", gift).ok(201);
        put("loans", pupil.post(own.path() + "/loans", under(own, "loan", "10")).ok(201));
        Map<String, Object> lock = under(own, "certificate", "2");
        lock.remove("purpose");
        put("certificates", pupil.post(own.path() + "/certificates", lock).ok(201));
    }

    private Map<String, Object> under(OwnClass own, String kind, String rate) {
        Map<String, String> one = Map.of("amount", "1.00", "currency", "TOK");
        Map<String, Object> offer =
                Map.of(
                        "kind",
                        kind,
                        "title",
                        "Starter",
                        "rate_percent",
                        rate,
                        "weeks",
                        4,
                        "most",
                        one);
        put("bank-products", own.teacher().post(own.path() + "/bank-products", offer).ok(201));
        Map<String, Object> taken = new HashMap<>();
        taken.put("product_id", ids.get("bank-products"));
        taken.put("amount", one);
        taken.put("purpose", "A book");
        taken.put("passphrase", "blue kite seven");
        return taken;
    }

    // Of a teacher of its own: a demonstration teacher has more periods than this class.
    private static JsonNode recovery() {
        String name = "t" + UUID.randomUUID();
        Client teacher = NewTeacher.named(name).client();
        String pupil = OwnClass.openBy(teacher).seat("Helper");
        Map<String, String> born = Map.of("birth_date", "1989");
        teacher.put("/recovery-setup", born).ok(200);
        Map<String, String> asked = Map.of("students", pupil, "birth_date", "1989");
        Client.at("riverbend.localhost").post("/recoveries", asked).ok(201);
        Client helper = Client.signIn("riverbend", pupil, OwnClass.PIN);
        return helper.get("/recovery-requests").ok(200).get(0);
    }

    private void ofPeople() {
        Client okello = Client.signIn("riverbend", "okello", PASSWORD);
        Client wanjiru = Client.signIn("riverbend", "wanjiru", "2468");
        String attended = wanjiru.get("/me").ok(200).at("/classes/0/id").asText();
        JsonNode account = wanjiru.get("/classes/" + attended + "/accounts").ok(200).get(0);
        put("accounts", account);
        put(
                "entries",
                okello.get("/accounts/" + account.get("id").asText() + "/entries").ok(200).get(0));
        put("conversations", okello.get("/conversations").ok(200).get(0));
        put("devices", okello.get("/auth/devices").ok(200).get(0));
        // Nobody has one whose answer to a delete could differ: making one needs an authenticator.
        put("passkeys", UUID.randomUUID().toString());
        put("memberships", okello.get("/me").ok(200).at("/school/id").asText());
        Client principal = Client.signIn("riverbend", "principal", PASSWORD);
        put(
                "spans",
                principal
                        .post(
                                "/calendar/spans",
                                Map.of(
                                        "kind",
                                        "holiday",
                                        "name",
                                        "Feast",
                                        "first_day",
                                        freeDay().toString()))
                        .ok(201));
        put("users", principal.get("/users?role=teacher").ok(200).get(0));
        put("invitations", principal.post("/invitations", Map.of("role", "staff")).ok(201));
        Client operator = Client.signIn("riverbend", "operator", PASSWORD);
        JsonNode list = principal.send("POST", "/rosters", "application/zip", emptyZip()).ok(201);
        put("rosters", list);
        put("executions", operator.get("/jobs/executions?per_page=1").ok(200).get(0));
    }

    // Of some year in which nobody else has a holiday.
    private static LocalDate freeDay() {
        return LocalDate.of(2200, 1, 1).plusDays(ThreadLocalRandom.current().nextInt(1_000_000));
    }

    // Nothing in it is as it should be; it is kept all the same, for the report.
    private static byte[] emptyZip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("manifest.csv"));
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void put(String kind, JsonNode thing) {
        put(kind, thing.get("id").asText());
    }

    private void put(String kind, String id) {
        ids.put(kind, id);
    }

    /**
     * Returns the id of the thing that the address is about.
     *
     * @param operation such as {@code GET /classes/{id}/taps}
     * @throws NoSuchElementException when there is none of that kind here
     */
    public String idFor(String operation) {
        String kind = operation.replaceFirst("/\\{id}.*", "").replaceFirst(".*/", "");
        if (!ids.containsKey(kind)) {
            throw new NoSuchElementException("name one of Riverbend's " + kind);
        }
        return ids.get(kind);
    }

    /** Asks an address for a thing, with a body that can be read. */
    public static Answer ask(Client client, String operation, String id) {
        String[] verbAndPath = operation.split(" ", 2);
        boolean bodyless = !Description.get().operation(operation).has("requestBody");
        Object body = BODIES.getOrDefault(operation, Map.of());
        return client.send(
                verbAndPath[0],
                verbAndPath[1].replaceAll("\\{\\w+}", id),
                bodyless ? null : media(operation),
                bodyless ? null : body);
    }

    private static String media(String operation) {
        JsonNode content = Description.get().operation(operation).at("/requestBody/content");
        List<String> types = Description.names(content).toList();
        return types.isEmpty() || types.contains("application/json")
                ? "application/json"
                : types.contains("text/csv") ? "text/csv" : types.get(0);
    }
}
