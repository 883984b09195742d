package org.homeroom.roster;

import java.util.List;
import java.util.Map;
import org.homeroom.kernel.Client;

/** A teacher of Riverbend who was not there before, without a class. */
public record NewTeacher(String id, String username) {

    /** What such a teacher signs in with. */
    public static final String PASSWORD = "a-Teacher-of-1";

    /** Has the principal make one. */
    public static NewTeacher named(String username) {
        Map<String, Object> person =
                Map.of(
                        "username",
                        username,
                        "name",
                        "Tess Teacher",
                        "password",
                        PASSWORD,
                        "roles",
                        List.of("teacher"));
        Client principal = Client.signIn("riverbend", "principal", "demo-Teacher-1");
        return new NewTeacher(
                principal.post("/users", person).ok(201).get("id").asText(), username);
    }

    /** Signs in over REST. */
    public Client client() {
        return Client.signIn("riverbend", username, PASSWORD);
    }
}
