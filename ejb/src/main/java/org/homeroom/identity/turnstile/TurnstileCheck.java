package org.homeroom.identity.turnstile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.homeroom.identity.HumanCheck;

/**
 * Challenges that are verified as Turnstile's are: a form with {@code secret}, {@code response} and
 * {@code remoteip}, answered by JSON with {@code success}. On when the server's settings {@code
 * homeroom.challenge.site-key} and {@code homeroom.challenge.secret} are there; read each time, so
 * that it can be turned off at once.
 */
@ApplicationScoped
public class TurnstileCheck implements HumanCheck {

    private static final System.Logger LOG = System.getLogger(TurnstileCheck.class.getName());
    private static final String HOST = "https://challenges.cloudflare.com/turnstile/v0/";
    private static final String FIELD = "cf-turnstile-response";
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int LONGEST = 2048;

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    @Override
    public Optional<Challenge> challenge() {
        String siteKey = setting("site-key", "");
        return siteKey.isEmpty() || setting("secret", "").isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Challenge(
                                siteKey, URI.create(setting("script", HOST + "api.js")), FIELD));
    }

    @Override
    public boolean passes(String answer, String ip) {
        if (answer == null || answer.isBlank() || answer.length() > LONGEST) {
            return false;
        }
        try {
            HttpResponse<String> said =
                    http.send(
                            HttpRequest.newBuilder(
                                            URI.create(setting("verify", HOST + "siteverify")))
                                    .timeout(PATIENCE)
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(HttpRequest.BodyPublishers.ofString(form(answer, ip)))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            return isSuccess(said.body());
        } catch (IOException | RuntimeException e) {
            // A school is not locked out because somebody else's server is down; the throttle
            // stays.
            LOG.log(System.Logger.Level.WARNING, "nobody verifies challenges", e);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isSuccess(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject().getBoolean("success", false);
        }
    }

    private static String form(String answer, String ip) {
        String form = "secret=" + encoded(setting("secret", "")) + "&response=" + encoded(answer);
        return ip == null ? form : form + "&remoteip=" + encoded(ip);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String setting(String name, String usual) {
        return System.getProperty("homeroom.challenge." + name, usual);
    }
}
