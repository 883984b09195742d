package org.homeroom.attendance;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeroom.kernel.Answer;
import org.homeroom.kernel.Client;
import org.homeroom.kernel.TestServer;
import org.homeroom.launcher.DatabaseAccess;
import org.homeroom.roster.OwnClass;

/** A device of a class that keeps its taps, written for a test. */
public final class KioskDevice {

    private final String id;
    private final Client client;
    private final KeyPair keys;
    private long next = 1;

    private KioskDevice(String id, Client client, KeyPair keys) {
        this.id = id;
        this.client = client;
        this.keys = keys;
    }

    /** Enrols one that has stood there for two weeks. */
    public static KioskDevice of(OwnClass own) {
        Map<String, String> wanted = Map.of("class_id", own.id(), "name", "Tablet");
        JsonNode made = own.teacher().post("/kiosk/devices", wanted).ok(201);
        String id = made.get("id").asText();
        age(id);
        Map<String, String> key = Map.of("key", made.get("key").asText());
        Client stranger = Client.at("riverbend.localhost");
        String token = stranger.post("/auth/login", key).ok(200).get("access_token").asText();
        return new KioskDevice(id, stranger.bearing(token), pair());
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void age(String id) {
        DatabaseAccess database = TestServer.get().database();
        try (Connection app =
                        DriverManager.getConnection(
                                database.url(), database.appUser(), database.appPassword());
                Statement sql = app.createStatement()) {
            app.setAutoCommit(false);
            sql.execute(
                    "select set_config('app.school_id', (select id::text from homeroom.tenancy_school"
                            + " where subdomain = 'riverbend'), true)");
            sql.execute(
                    "update homeroom.identity_door_key set made_at = made_at - interval '15 days'"
                            + " where account_id = '"
                            + id
                            + "'");
            app.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String id() {
        return id;
    }

    Client client() {
        return client;
    }

    /** Hands its key in. */
    public Answer handInKey() {
        String key = Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
        return client.put("/kiosk/key", Map.of("public_key", key));
    }

    /** The same device once it has handed its key in. */
    KioskDevice register() {
        handInKey().ok(200);
        return this;
    }

    /** Keeps a tap by name and PIN. */
    public Map<String, Object> byName(String username, String action, String reason, Instant at) {
        Map<String, Object> tap = new HashMap<>();
        tap.put("username", username);
        tap.put("pin", OwnClass.PIN);
        return signed(tap, "username:" + username, action, reason, at);
    }

    /** Keeps a tap by badge. */
    Map<String, Object> byBadge(String badge, String action, Instant at) {
        Map<String, Object> tap = new HashMap<>();
        tap.put("badge", badge);
        return signed(tap, "badge:" + badge, action, null, at);
    }

    private Map<String, Object> signed(
            Map<String, Object> tap, String who, String action, String reason, Instant at) {
        long seq = next++;
        tap.put("seq", seq);
        tap.put("action", action);
        tap.put("at", at.toString());
        if (reason != null) {
            tap.put("reason", reason);
        }
        String text =
                String.join(
                        "\n",
                        "homeroom-tap",
                        id,
                        Long.toString(seq),
                        who,
                        action,
                        reason == null ? "" : reason,
                        at.toString());
        tap.put("signature", sign(text));
        return tap;
    }

    private String sign(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends taps, by a clock that is right. */
    public Answer send(List<Map<String, Object>> taps) {
        return send(taps, null);
    }

    /** Sends taps, by a clock that shows this now. */
    Answer send(List<Map<String, Object>> taps, Instant clock) {
        Map<String, Object> batch = new HashMap<>();
        batch.put("device_id", id);
        batch.put("taps", taps);
        if (clock != null) {
            batch.put("sent_at", clock.toString());
        }
        return client.post("/kiosk/batches", batch);
    }

    /** Returns what became of each tap: the outcome, and the code of a refusal. */
    static List<String> outcomes(JsonNode answer) {
        List<String> outcomes = new ArrayList<>();
        answer.get("taps")
                .forEach(
                        tap ->
                                outcomes.add(
                                        tap.get("outcome").asText()
                                                + (tap.hasNonNull("code")
                                                        ? " " + tap.get("code").asText()
                                                        : "")));
        return outcomes;
    }
}
