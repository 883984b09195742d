package org.homeroom.roster;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.homeroom.kernel.Client;

/**
 * A class opened over REST for one test, so that nobody else's test is in it. Its clock shows about
 * noon, so that what happened an hour ago happened today.
 */
public final class OwnClass {

    /** Who teaches it. */
    public static final String TEACHER = "marsh";

    /** What its teacher signs in with. */
    public static final String PASSWORD = "demo-Teacher-1";

    /** What its pupils sign in and tap with. */
    public static final String PIN = "2580";

    /** When its pupils were born. */
    public static final String BORN = "2012-05-04";

    private static final int SHORT = 8;
    private static final int NOON = 12;

    private final Client teacher;
    private final JsonNode made;

    private OwnClass(Client teacher, JsonNode made) {
        this.teacher = teacher;
        this.made = made;
    }

    /** Opens it. */
    public static OwnClass open() {
        return openBy(Client.signIn("riverbend", TEACHER, PASSWORD));
    }

    /** Opens it for another teacher. */
    public static OwnClass openBy(Client teacher) {
        // After the teacher's own periods, so that it is not the class that pages show unasked.
        String period = "Z" + some();
        Map<String, String> request =
                Map.of("name", "Class " + period, "period", period, "zone", zoneOfNoon());
        return new OwnClass(teacher, teacher.post("/classes", request).ok(201));
    }

    private static String zoneOfNoon() {
        int hour = Instant.now().atOffset(ZoneOffset.UTC).getHour();
        int ahead = NOON - hour;
        // The zones of this family are named the other way round: Etc/GMT+5 is five hours behind.
        return "Etc/GMT" + (ahead > 0 ? "-" : "+") + Math.abs(ahead);
    }

    private static String some() {
        return UUID.randomUUID().toString().substring(0, SHORT);
    }

    /** Returns a word of letters that nobody has chosen or is called. */
    public static String letters() {
        return some().chars()
                .mapToObj(hex -> String.valueOf((char) ('a' + Character.digit(hex, 16))))
                .collect(Collectors.joining());
    }

    /** Returns its id. */
    public String id() {
        return made.get("id").asText();
    }

    /** Returns its address below the interface's. */
    public String path() {
        return "/classes/" + id();
    }

    /** Returns what people call it. */
    public String name() {
        return made.get("name").asText();
    }

    /** Returns what pupils claim their seats with. */
    public String joinCode() {
        return made.get("join_code").asText();
    }

    /** Returns the period that lists name. */
    public String period() {
        return made.get("period").asText();
    }

    /** Returns its teacher. */
    public Client teacher() {
        return teacher;
    }

    /** Puts a pupil on the list who has not claimed the seat. */
    public void enlist(String firstName, String lastName) {
        String row = String.join(",", firstName, lastName, BORN, period());
        teacher.upload(path() + "/roster", "first_name,last_name,date_of_birth,block\n" + row)
                .ok(200);
    }

    /** Puts a pupil on the list who claims the seat; returns the user name. */
    public String seat(String firstName) {
        return seat(firstName, "Pupil" + letters());
    }

    /** Puts a pupil of that name on the list who claims the seat; returns the user name. */
    public String seat(String firstName, String lastName) {
        String claim = join(firstName, lastName);
        Map<String, String> credentials =
                Map.of("word", letters(), "pin", PIN, "passphrase", "blue kite seven");
        return Client.at("riverbend.localhost")
                .post("/claims/" + claim + "/credentials", credentials)
                .ok(200)
                .get("username")
                .asText();
    }

    /** Gives a pupil a seat, who takes it at once if another class has one; returns the claim. */
    public String join(String firstName, String lastName) {
        enlist(firstName, lastName);
        Map<String, String> seat =
                Map.of(
                        "join_code",
                        joinCode(),
                        "first_initial",
                        firstName.substring(0, 1),
                        "last_name",
                        lastName,
                        "birth_date",
                        BORN);
        return Client.at("riverbend.localhost").post("/claims", seat).ok(201).get("id").asText();
    }

    /** Takes over that a pupil was in for a while, in minutes ago. */
    public void wasIn(String username, int from, int to) {
        taps(username, "in -" + from, "out -" + to);
    }

    /** Takes over taps such as {@code in -30}: an action, and the minutes to now. */
    public void taps(String username, String... written) {
        Instant now = Instant.now();
        StringBuilder rows = new StringBuilder("username,action,at,reason\n");
        for (String one : written) {
            String[] part = one.split(" ");
            Instant at = now.plusSeconds(60L * Integer.parseInt(part[1]));
            rows.append(username + "," + part[0] + "," + at + ",\n");
        }
        teacher.upload(path() + "/taps/import", rows.toString()).ok(200);
    }
}
