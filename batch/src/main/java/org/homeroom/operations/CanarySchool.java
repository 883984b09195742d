package org.homeroom.operations;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.homeroom.identity.Roles;
import org.homeroom.identity.TokenPair;
import org.homeroom.operations.LoopbackHttp.Ask;
import org.homeroom.operations.LoopbackHttp.Told;
import org.homeroom.tenancy.SchoolRef;

/**
 * A school with a thing of every kind in it, each marked with one word that stands nowhere else.
 * The things are made as people make them, over the REST interface.
 */
final class CanarySchool {

    private static final String JSON = "application/json";
    private static final int MINUTE = 60;
    private static final int MOST_LOOKS = 300;
    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final Set<String> WITHOUT_PAGES =
            Set.of(
                    "bank-products",
                    "certificates",
                    "claims",
                    "codes",
                    "devices",
                    "entries",
                    "invitations",
                    "receipts",
                    "spans");

    private final CanaryPeopleService people;
    private final SchoolRef school;
    private final String host;
    private final String word;
    private final StopSign stop;
    private final Map<String, String> tokens = new LinkedHashMap<>();
    private final List<TokenPair> entered = new ArrayList<>();
    private final Map<String, String> ids = new HashMap<>();

    private CanarySchool(CanaryPeopleService people, SchoolRef school, StopSign stop) {
        this.people = people;
        this.school = school;
        this.stop = stop;
        this.host =
                school.subdomain() + "." + System.getProperty("homeroom.base-domain", "localhost");
        this.word = "canary" + letters();
    }

    /**
     * Puts a thing of each kind into the school.
     *
     * @param operator somebody of the district who may start jobs, null for nobody
     * @param stop heeded before every request to this school
     */
    static CanarySchool plant(
            CanaryPeopleService people, SchoolRef school, UUID operator, Instant now, StopSign stop)
            throws IOException {
        CanarySchool made = new CanarySchool(people, school, stop);
        UUID teacher = made.enter(Roles.TEACHER, people.make(school, Roles.TEACHER, made.word));
        made.enter(Roles.PARENT, people.make(school, Roles.PARENT, made.word));
        made.enter(Roles.SCHOOL_ADMIN, people.make(school, Roles.SCHOOL_ADMIN, made.word));
        if (operator != null) {
            made.enter(Roles.OPERATOR, operator);
        }
        made.ids.put("users", teacher.toString());
        made.plantClass(now);
        made.plantMoney(now);
        made.plantBank();
        made.plantFamily();
        made.plantOffice();
        return made;
    }

    private UUID enter(String role, UUID person) {
        TokenPair token = people.enter(school, person);
        entered.add(token);
        tokens.put(role, token.accessToken());
        return person;
    }

    private void plantClass(Instant now) throws IOException {
        JsonObject made = post(Roles.TEACHER, "/classes", object("name", word, "period", "C"));
        String path = "/classes/" + keep("classes", made);
        String code = made.getString("join_code");
        keep(
                "roster-imports",
                upload(
                        path + "/roster",
                        "first_name,last_name,date_of_birth,block\nCarol,"
                                + word
                                + ",2012-05-04,C"));
        JsonObject seat =
                Json.createObjectBuilder()
                        .add("join_code", code)
                        .add("first_initial", "C")
                        .add("last_name", word)
                        .add("birth_date", "2012-05-04")
                        .build();
        String claim = keep("claims", post(null, "/claims", seat));
        String name =
                post(
                                null,
                                "/claims/" + claim + "/credentials",
                                object(
                                        "word", word.substring("canary".length()),
                                        "pin", "2580",
                                        "passphrase", "blue kite seven"))
                        .getString("username");
        JsonObject student = post(null, "/auth/login", object("username", name, "pin", "2580"));
        tokens.put(Roles.STUDENT, student.getString("access_token"));
        ids.put("students", student.getJsonObject("person").getString("id"));
        plantRecovery(name);
        post(Roles.TEACHER, "/deletion-requests", object("kind", "account", "reason", word));
        String taps =
                "username,action,at,reason\n%1$s,in,%2$s,\n%1$s,out,%3$s,"
                        .formatted(
                                name, now.minusSeconds(50 * MINUTE), now.minusSeconds(10 * MINUTE));
        keep("tap-imports", upload(path + "/taps/import", taps));
        // Ends by itself.
        post(Roles.TEACHER, "/try-out", object("class_id", ids.get("classes")));
    }

    private void plantRecovery(String student) throws IOException {
        JsonObject born = object("birth_date", "1984-03-02");
        call(Roles.TEACHER, "PUT", "/recovery-setup", JSON, bytes(born));
        post(null, "/recoveries", object("students", student, "birth_date", "1984-03-02"));
        keep("recovery-requests", first(Roles.STUDENT, "/recovery-requests"));
    }

    private void plantMoney(Instant now) throws IOException {
        String path = "/classes/" + ids.get("classes");
        JsonObject token = object("amount", "1.00", "currency", "TOK");
        keep("pay-runs", post(Roles.TEACHER, path + "/pay-runs", object()));
        JsonObject bonus =
                Json.createObjectBuilder().add("title", word).add("amount", token).build();
        keep("bank-runs", post(Roles.TEACHER, path + "/bonus-runs", bonus));
        JsonObject reward =
                Json.createObjectBuilder()
                        .add("student_ids", Json.createArrayBuilder().add(ids.get("students")))
                        .add("amount", token)
                        .add("reason", word)
                        .build();
        call(Roles.TEACHER, "POST", path + "/rewards", JSON, bytes(reward));
        keep("accounts", first(Roles.STUDENT, path + "/accounts"));
        JsonObject hold =
                Json.createObjectBuilder()
                        .add("student_id", ids.get("students"))
                        .add("amount", token)
                        .add("reason", word)
                        .add("expires_at", now.plusSeconds(60 * MINUTE).toString())
                        .build();
        post(Roles.TEACHER, path + "/holds", hold);
        keep("entries", first(Roles.STUDENT, "/accounts/" + ids.get("accounts") + "/entries"));
    }

    // A loan that waits for an answer, and savings that are locked.
    private void plantBank() throws IOException {
        String path = "/classes/" + ids.get("classes");
        JsonObject token = object("amount", "1.00", "currency", "TOK");
        JsonObject rules =
                Json.createObjectBuilder()
                        .add("loans", true)
                        .add("approves_up_to", object("amount", "0.00", "currency", "TOK"))
                        .add("expected_weekly_hours", "5")
                        .add("inflation_percent", "0")
                        .build();
        call(Roles.TEACHER, "PUT", path + "/lending", JSON, bytes(rules));
        JsonObject saved =
                Json.createObjectBuilder()
                        .add("student_ids", Json.createArrayBuilder().add(ids.get("students")))
                        .add("amount", token)
                        .add("description", word)
                        .add("account", "savings")
                        .build();
        call(Roles.TEACHER, "POST", path + "/payments", JSON, bytes(saved));
        keep(
                "certificates",
                post(Roles.STUDENT, path + "/certificates", under(path, "certificate", "2")));
        // Last: quotes are asked for the offer that was made last.
        keep("loans", post(Roles.STUDENT, path + "/loans", under(path, "loan", "10")));
    }

    private JsonObject under(String path, String kind, String rate) throws IOException {
        JsonObject token = object("amount", "1.00", "currency", "TOK");
        JsonObject offer =
                Json.createObjectBuilder(object("kind", kind, "title", word, "rate_percent", rate))
                        .add("weeks", 4)
                        .add("most", token)
                        .build();
        JsonObject made = post(Roles.TEACHER, path + "/bank-products", offer);
        String product = keep("bank-products", made);
        var taken =
                Json.createObjectBuilder()
                        .add("product_id", product)
                        .add("amount", token)
                        .add("passphrase", "blue kite seven");
        return (kind.equals("loan") ? taken.add("purpose", word) : taken).build();
    }

    private void plantFamily() throws IOException {
        String path = "/classes/" + ids.get("classes");
        String codes = path + "/students/" + ids.get("students") + "/family/codes";
        String code = post(Roles.TEACHER, codes, object()).getString("code");
        post(Roles.PARENT, "/guardians/me/children", object("code", code));
        // One that nobody has taken, for the page that lists them.
        keep("codes", post(Roles.TEACHER, codes, object()));
        post(Roles.TEACHER, path + "/badges", object());
        JsonObject device =
                post(
                        Roles.TEACHER,
                        "/kiosk/devices",
                        object("class_id", ids.get("classes"), "name", word));
        JsonObject entered = post(null, "/auth/login", object("key", device.getString("key")));
        tokens.put(Roles.KIOSK, entered.getString("access_token"));
    }

    private void plantOffice() throws IOException {
        keep("conversations", first(Roles.TEACHER, "/conversations"));
        say("Here is " + word);
        keep("devices", first(Roles.TEACHER, "/auth/devices"));
        keep(
                "invitations",
                post(Roles.SCHOOL_ADMIN, "/invitations", object("role", "staff", "name", word)));
        keep(
                "spans",
                post(
                        Roles.SCHOOL_ADMIN,
                        "/calendar/spans",
                        object(
                                "kind",
                                "holiday",
                                "name",
                                word,
                                "first_day",
                                LocalDate.ofEpochDay(
                                                ThreadLocalRandom.current()
                                                        .nextInt(100_000, 1_000_000))
                                        .toString())));
        plantRoster();
        UUID gone = people.make(school, Roles.STAFF, "gone." + word);
        JsonObject sure = object("word", "DELETE");
        call(Roles.SCHOOL_ADMIN, "DELETE", "/users/" + gone, JSON, bytes(sure));
        ids.put("receipts", gone.toString());
        if (tokens.containsKey(Roles.OPERATOR)) {
            JsonObject begun = post(Roles.OPERATOR, "/jobs/ledger-prove/executions", object());
            ids.put("executions", begun.get("job_execution_id").toString());
        }
    }

    // As a roster system brings it, so that there is something to give back.
    private void plantRoster() throws IOException {
        byte[] zip = CanaryRoster.zip(school.name(), word);
        String path =
                "/rosters/"
                        + keep(
                                "rosters",
                                data(
                                        call(
                                                Roles.SCHOOL_ADMIN,
                                                "POST",
                                                "/rosters",
                                                "application/zip",
                                                zip)));
        JsonObject accepted = Json.createObjectBuilder().add("accept_leaving", true).build();
        call(Roles.SCHOOL_ADMIN, "POST", path + "/apply", JSON, bytes(accepted));
        String state = "applying";
        for (int i = 0; i < MOST_LOOKS && state.equals("applying"); i++) {
            LockSupport.parkNanos(BETWEEN_LOOKS);
            state = data(call(Roles.SCHOOL_ADMIN, "GET", path, null, null)).getString("state");
        }
        if (!state.equals("applied")) {
            throw new IOException("no canary: the roster is " + state);
        }
    }

    /** Writes into the class's room. */
    void say(String text) throws IOException {
        post(
                Roles.TEACHER,
                "/conversations/" + ids.get("conversations") + "/messages",
                object("text", text));
    }

    /** Draws a ticket for the socket. */
    String ticket(String role) throws IOException {
        return post(role, "/ws-tickets", object("channel", "live")).getString("ticket");
    }

    /** Ends the sign-ins. */
    void leave() {
        entered.forEach(token -> people.leave(school, token));
    }

    SchoolRef school() {
        return school;
    }

    String host() {
        return host;
    }

    /** Returns the roles that somebody here has. */
    Set<String> roles() {
        return tokens.keySet();
    }

    String token(String role) {
        return tokens.get(role);
    }

    /**
     * Returns the id of a thing of the kind, such as {@code pay-runs}; empty when there is none.
     */
    Optional<String> id(String kind) {
        return Optional.ofNullable(ids.get(kind));
    }

    /** Returns the ids of what a page may be about. */
    List<String> ids() {
        return ids.entrySet().stream()
                .filter(one -> !WITHOUT_PAGES.contains(one.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Tells whether a text says anything of this school: its word, or the id of a thing. */
    boolean isIn(String text) {
        return showsIn(text)
                || ids.values().stream().filter(id -> id.length() > 30).anyMatch(text::contains);
    }

    /** Tells whether the school's word stands in a text. Addresses may repeat ids asked for. */
    boolean showsIn(String text) {
        return text.toLowerCase(Locale.ROOT).contains(word);
    }

    /** Asks as one of its people, or as nobody, at a host. */
    Told ask(String role, String atHost, String path) throws IOException {
        stop.heed();
        return LoopbackHttp.send(new Ask(atHost, "GET", path, tokens.get(role), null, null));
    }

    private JsonObject first(String role, String path) throws IOException {
        JsonStructure found = read(call(role, "GET", path, null, null));
        return found.asJsonObject().getJsonArray("data").getJsonObject(0);
    }

    private JsonObject post(String role, String path, JsonObject body) throws IOException {
        return data(call(role, "POST", path, JSON, bytes(body)));
    }

    private JsonObject upload(String path, String csv) throws IOException {
        return data(
                call(
                        Roles.TEACHER,
                        "POST",
                        path,
                        "text/csv",
                        csv.getBytes(StandardCharsets.UTF_8)));
    }

    private Told call(String role, String method, String path, String type, byte[] body)
            throws IOException {
        stop.heed();
        String token = role == null ? null : tokens.get(role);
        Told told = LoopbackHttp.send(new Ask(host, method, "/api/v1" + path, token, type, body));
        if (!told.isGood()) {
            throw new IOException(
                    "no canary: %s %s answered %d %s"
                            .formatted(method, path, told.status(), told.text()));
        }
        return told;
    }

    private String keep(String kind, JsonObject thing) {
        ids.put(kind, thing.getString("id"));
        return ids.get(kind);
    }

    private static JsonObject data(Told told) {
        return read(told).asJsonObject().getJsonObject("data");
    }

    private static JsonStructure read(Told told) {
        return Json.createReader(new StringReader(told.text())).read();
    }

    private static JsonObject object(String... namesAndValues) {
        var object = Json.createObjectBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return object.build();
    }

    private static byte[] bytes(JsonValue body) {
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String letters() {
        StringBuilder letters = new StringBuilder();
        UUID.randomUUID()
                .toString()
                .replaceAll("\\W", "")
                .substring(0, 8)
                .chars()
                .forEach(hex -> letters.append((char) ('a' + Character.digit(hex, 16))));
        return letters.toString();
    }
}
