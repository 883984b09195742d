package org.homeroom.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person signed in to the REST interface of a host; no browser needed. Answers are JSON text. */
public final class RestAccount {

    // The newer protocol would take the host from the address in place of the header.
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String host;
    private String authorization = "";

    private RestAccount(String host) {
        this.host = host;
    }

    /** Signs in with a password. */
    public static RestAccount signIn(String host, String username, String password)
            throws Exception {
        RestAccount account = new RestAccount(host);
        String answer =
                account.post(
                        "/auth/login",
                        "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password),
                        200);
        account.authorization = "Bearer " + text(answer, "access_token");
        return account;
    }

    /** Reads. */
    public String get(String path) throws Exception {
        return send("GET", path, "", 200);
    }

    /** Writes, and expects the status. */
    public String post(String path, String json, int status) throws Exception {
        return send("POST", path, json, status);
    }

    private String send(String method, String path, String json, int status) throws Exception {
        HttpResponse<String> answer =
                CLIENT.send(
                        ServerAddress.request(host, "/api/v1" + path)
                                .header("Authorization", authorization)
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .method(method, BodyPublishers.ofString(json))
                                .build(),
                        BodyHandlers.ofString());
        assertEquals(status, answer.statusCode(), method + " " + path + ": " + answer.body());
        return answer.body();
    }

    /** Picks the first text of this name. */
    public static String text(String json, String name) {
        return pick(json, "\"" + name + "\":\"([^\"]*)\"");
    }

    /** Picks the first whole number of this name. */
    public static long number(String json, String name) {
        return Long.parseLong(pick(json, "\"" + name + "\":(\\d+)"));
    }

    private static String pick(String json, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(json);
        if (!found.find()) {
            throw new AssertionError(pattern + " is not in " + json);
        }
        return found.group(1);
    }
}
