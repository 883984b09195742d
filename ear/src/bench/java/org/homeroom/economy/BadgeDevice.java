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

/** A device of a class at which one student taps by badge, so that no PIN is proven. */
final class BadgeDevice {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CREATED = 201;
    private static final int OK = 200;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private final String host;
    private final String badge;
    private String token;
    private String id;
    private KeyPair keys;
    private long next = 1;
    private boolean in;

    private BadgeDevice(int port, String host, String badge) {
        this.address = "http://127.0.0.1:" + port + "/api/v1";
        this.host = host + ":" + port;
        this.badge = badge;
    }

    /** Gives each student of the teacher's first class a badge and a device, up to so many. */
    static List<BadgeDevice> stand(int port, String host, String teacher, String password, int many)
            throws Exception {
        BadgeDevice desk = new BadgeDevice(port, host, null);
        desk.signIn(Map.of("username", teacher, "password", password));
        String classId = desk.ask("GET", "/classes", null, OK).at("/data/0/id").asText();
        JsonNode badges =
                desk.ask("POST", "/classes/" + classId + "/badges", Map.of(), CREATED).at("/data/badges");
        List<BadgeDevice> devices = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            BadgeDevice device = new BadgeDevice(port, host, badges.at("/" + i + "/badge").asText());
            device.enrol(desk.ask("POST", "/kiosk/devices", Map.of("class_id", classId, "name", "Tablet " + i), CREATED));
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

    /** Taps in or out by turns and tells whether it was accepted. */
    boolean tap() throws Exception {
        in = !in;
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
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Host", host)
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
