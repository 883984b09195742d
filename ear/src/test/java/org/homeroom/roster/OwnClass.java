package org.homeroom.roster;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.homeroom.kernel.Client;

/** A class opened over REST for one test, so that nobody else's test is in it. */
public final class OwnClass {

    /** What its pupils sign in and tap with. */
    public static final String PIN = "2580";

    private static final String BORN = "2012-05-04";
    private static final int SHORT = 8;

    private final Client teacher;
    private final JsonNode made;

    private OwnClass(Client teacher, JsonNode made) {
        this.teacher = teacher;
        this.made = made;
    }

    /** Opens it. */
    public static OwnClass open() {
        Client teacher = Client.signIn("riverbend", "marsh", "demo-Teacher-1");
        String period = some();
        Map<String, String> request = Map.of("name", "Class " + period, "period", period);
        return new OwnClass(teacher, teacher.post("/classes", request).ok(201));
    }

    private static String some() {
        return UUID.randomUUID().toString().substring(0, SHORT);
    }

    private static String letters() {
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

    /** Puts a pupil on the list who claims the seat; returns the user name. */
    public String seat(String firstName) {
        String lastName = "Pupil" + letters();
        String row = String.join(",", firstName, lastName, BORN, period());
        teacher.upload(path() + "/roster", "first_name,last_name,date_of_birth,block\n" + row)
                .ok(200);
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
        Client pupil = Client.at("riverbend.localhost");
        String claim = pupil.post("/claims", seat).ok(201).get("id").asText();
        Map<String, String> credentials =
                Map.of("word", letters(), "pin", PIN, "passphrase", "blue kite seven");
        return pupil.post("/claims/" + claim + "/credentials", credentials)
                .ok(200)
                .get("username")
                .asText();
    }

    /** Takes over that a pupil was in for a while, in minutes ago. */
    public void wasIn(String username, int from, int to) {
        Instant now = Instant.now();
        String rows = username + ",in," + now.minusSeconds(from * 60L) + ",\n";
        rows += username + ",out," + now.minusSeconds(to * 60L) + ",";
        teacher.upload(path() + "/taps/import", "username,action,at,reason\n" + rows).ok(200);
    }
}
