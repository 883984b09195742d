package org.homeroom.economy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A device of a class at which students tap by badge one after the other, so that no PIN is proven. */
final class BadgeDevice {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CREATED = 201;
    private static final int OK = 200;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;
    private final String host;
    private final List<String> badges;
    private String token;
    private String id;
    private KeyPair keys;
    private long next = 1;
    private int turn;

    private BadgeDevice(int port, String host, List<String> badges) {
        this.port = port;
        this.host = host;
        this.badges = badges;
    }

    /**
     * Gives the students of the teacher's classes badges, and each class as many devices as it takes
     * to have so many in all. A student taps at one of them.
     */
    static List<BadgeDevice> stand(int port, String host, String teacher, String password, int many)
            throws Exception {
        BadgeDevice desk = new BadgeDevice(port, host, List.of());
        desk.signIn(Map.of("username", teacher, "password", password));
        JsonNode classes = desk.ask("GET", "/classes", null, OK).at("/data");
        List<BadgeDevice> devices = new ArrayList<>();
        for (int i = 0; i < classes.size(); i++) {
            int here = many * (i + 1) / classes.size() - many * i / classes.size();
            devices.addAll(desk.inClass(classes.at("/" + i + "/id").asText(), here));
        }
        return devices;
    }

    private List<BadgeDevice> inClass(String classId, int many) throws Exception {
        List<String> made =
                ask("POST", "/classes/" + classId + "/badges", Map.of(), CREATED)
                        .at("/data/badges")
                        .findValuesAsText("badge");
        List<BadgeDevice> devices = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            List<String> part = made.subList(made.size() * i / many, made.size() * (i + 1) / many);
            BadgeDevice device = new BadgeDevice(port, host, part);
            device.enrol(ask("POST", "/kiosk/devices", Map.of("class_id", classId, "name", "Tablet " + i), CREATED));
            devices.add(device);
        }
        return devices;
    }

    private void enrol(JsonNode made) throws Exception {
        id = made.at("/data/id").asText();
        signIn(Map.of("key", made.at("/data/key").asText()));
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        keys = generator.generateKeyPair();
        String key = Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
        ask("PUT", "/kiosk/key", Map.of("public_key", key), OK);
    }

    private void signIn(Map<String, String> proof) throws Exception {
        token = ask("POST", "/auth/login", proof, OK).at("/data/access_token").asText();
    }

    /** Taps the next student in, or out once all are in, and tells whether it was accepted. */
    boolean tap() throws Exception {
        String badge = badges.get(turn % badges.size());
        boolean in = turn++ / badges.size() % 2 == 0;
        Map<String, Object> tap = new HashMap<>(Map.of("badge", badge, "seq", next, "at", Instant.now().toString()));
        tap.put("action", in ? "in" : "out");
        if (!in) {
            tap.put("reason", "break");
        }
        String text =
                String.join(
                        "\n",
                        "homeroom-tap",
                        id,
                        Long.toString(next++),
                        "badge:" + badge,
                        in ? "in" : "out",
                        in ? "" : "break",
                        tap.get("at").toString());
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(keys.getPrivate());
        signature.update(text.getBytes(StandardCharsets.UTF_8));
        tap.put("signature", Base64.getEncoder().encodeToString(signature.sign()));
        Map<String, Object> batch = Map.of("device_id", id, "taps", List.of(tap));
        return ask("POST", "/kiosk/batches", batch, OK).at("/data/taps/0/outcome").asText().equals("accepted");
    }

    private JsonNode ask(String method, String path, Object body, int expected) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                        .header("Host", host + ":" + port)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        var answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != expected) {
            throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
