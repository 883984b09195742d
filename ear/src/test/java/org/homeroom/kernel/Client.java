package org.homeroom.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;

/** A program that uses the REST interface. Every answer is held against the OpenAPI document. */
public final class Client {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String BASE = "/api/v1";
    private static final String JSON = "application/json";

    private final String host;
    private final Map<String, String> headers;

    private Client(String host, Map<String, String> headers) {
        this.host = host;
        this.headers = headers;
    }

    /** Somebody who has not signed in, at a host such as {@code riverbend.localhost}. */
    public static Client at(String host) {
        return new Client(host, Map.of());
    }

    /** Signs somebody of the demonstration district in with a password, or a PIN of digits. */
    public static Client signIn(String subdomain, String username, String proof) {
        Client stranger = at(subdomain.isEmpty() ? "localhost" : subdomain + ".localhost");
        String kind = proof.matches("\\d+") ? "pin" : "password";
        Answer answer = stranger.post("/auth/login", Map.of("username", username, kind, proof));
        return stranger.bearing(answer.ok(200).get("access_token").asText());
    }

    /** The same program with another token. */
    public Client bearing(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** The same program at another host. */
    public Client movedTo(String otherHost) {
        return new Client(otherHost, headers);
    }

    /** The same program that sends a header along. */
    public Client with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Client(host, more);
    }

    /** Returns a header that it sends along, null when it sends none of that name. */
    public String header(String name) {
        return headers.get(name);
    }

    /** Reads. */
    public Answer get(String path) {
        return send("GET", path, null, null);
    }

    /** Writes JSON, an object or a text. */
    public Answer post(String path, Object body) {
        return send("POST", path, JSON, body);
    }

    /** Replaces. */
    public Answer put(String path, Object body) {
        return send("PUT", path, JSON, body);
    }

    /** Changes. */
    public Answer patch(String path, Object body) {
        return send("PATCH", path, JSON, body);
    }

    /** Sends a file of rows. */
    public Answer upload(String path, String csv) {
        return send("POST", path, "text/csv", csv);
    }

    /** Opens a page as a browser would that brings the token along. */
    public Answer page(String path) {
        return exchange("GET", path, ServerAddress.request(host, path).GET());
    }

    /**
     * Asks for anything.
     *
     * @param type of the body, null when there is none
     * @param body text and bytes as they are, anything else as JSON, null for none
     */
    public Answer send(String method, String path, String type, Object body) {
        HttpRequest.Builder request = ServerAddress.request(host, BASE + path);
        if (type != null) {
            request.header("Content-Type", type);
        }
        request.method(method, published(body));
        Answer answer = exchange(method, path, request);
        Description.get().check(method, path, answer);
        return answer;
    }

    private static BodyPublisher published(Object body) {
        if (body == null) {
            return BodyPublishers.noBody();
        }
        if (body instanceof byte[] bytes) {
            return BodyPublishers.ofByteArray(bytes);
        }
        return BodyPublishers.ofString(body instanceof String text ? text : Answer.json(body));
    }

    private Answer exchange(String method, String path, HttpRequest.Builder request) {
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(method + " " + path, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
