package org.homeroom.kernel;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The OpenID Connect provider of the server under test: authorization code flow, RS256. Whoever
 * comes is the person that the test named last, and nobody is asked for a password.
 */
public final class TestProvider {

    /** As which Homeroom is known here. */
    public static final String CLIENT = "homeroom";

    /** The secret that it holds. */
    public static final String SECRET = "provider-secret";

    private static final TestProvider ONE = start();
    private static final String KEY_ID = "one";
    private static final long LIFE_SECONDS = 60;

    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final HttpServer server;
    private final KeyPair keys;
    private final KeyPair foreignKeys;
    private volatile Map<String, Object> person = Map.of();
    private volatile Consumer<Map<String, Object>> claims = said -> {};
    private volatile UnaryOperator<String> token = UnaryOperator.identity();
    private volatile boolean foreignKey;

    private TestProvider(HttpServer server) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        this.server = server;
        this.keys = generator.generateKeyPair();
        this.foreignKeys = generator.generateKeyPair();
    }

    /** The one of this run. */
    public static TestProvider get() {
        return ONE;
    }

    private static TestProvider start() {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            TestProvider made = new TestProvider(server);
            server.createContext("/.well-known/openid-configuration", made::describe);
            server.createContext("/authorize", made::authorize);
            server.createContext("/token", made::exchange);
            server.createContext("/keys", made::keys);
            server.setExecutor(
                    task -> {
                        Thread thread = new Thread(task, "test-provider");
                        thread.setDaemon(true);
                        thread.start();
                    });
            server.start();
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its issuer, where it describes itself. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /**
     * From now on vouches honestly for a person.
     *
     * @param email may be null
     */
    public void vouchFor(String subject, String email, boolean verified) {
        Map<String, Object> said = new LinkedHashMap<>(Map.of("sub", subject));
        if (email != null) {
            said.put("email", email);
            said.put("email_verified", verified);
        }
        person = said;
        claims = all -> {};
        token = UnaryOperator.identity();
        foreignKey = false;
    }

    /** From now on lies: changes what stands in the tokens before they are signed. */
    public void lie(Consumer<Map<String, Object>> how) {
        claims = how;
    }

    /** From now on changes tokens after they were signed. */
    public void tamper(UnaryOperator<String> how) {
        token = how;
    }

    /** From now on signs with a key that is not its own. */
    public void signWithForeignKey() {
        foreignKey = true;
    }

    private void describe(HttpExchange exchange) throws IOException {
        String base = address();
        answer(
                exchange,
                200,
                Answer.json(
                        Map.of(
                                "issuer",
                                base,
                                "authorization_endpoint",
                                base + "/authorize",
                                "token_endpoint",
                                base + "/token",
                                "jwks_uri",
                                base + "/keys",
                                "response_types_supported",
                                new String[] {"code"},
                                "subject_types_supported",
                                new String[] {"public"},
                                "id_token_signing_alg_values_supported",
                                new String[] {"RS256"})));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = form(exchange.getRequestURI().getRawQuery());
        if (!CLIENT.equals(asked.get("client_id")) || !"code".equals(asked.get("response_type"))) {
            answer(exchange, 400, "{}");
            return;
        }
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        String back = asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state");
        exchange.getResponseHeaders().set("Location", URI.create(back).toString());
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void exchange(HttpExchange exchange) throws IOException {
        Map<String, String> sent =
                form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> asked = codes.remove(sent.getOrDefault("code", ""));
        String basic =
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        (CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        boolean known =
                basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                        && asked != null
                        && asked.get("redirect_uri").equals(sent.get("redirect_uri"));
        if (!known) {
            answer(exchange, 401, "{\"error\":\"invalid_client\"}");
            return;
        }
        Map<String, Object> said = new HashMap<>(person);
        if (!Set.of(asked.get("scope").split(" ")).containsAll(Set.of("openid", "email"))) {
            said.remove("email");
        }
        long now = Instant.now().getEpochSecond();
        said.put("iss", address());
        said.put("aud", CLIENT);
        said.put("iat", now);
        said.put("exp", now + LIFE_SECONDS);
        if (asked.get("nonce") != null) {
            said.put("nonce", asked.get("nonce"));
        }
        claims.accept(said);
        answer(
                exchange,
                200,
                Answer.json(
                        Map.of(
                                "access_token",
                                signed(Map.of("iss", address(), "sub", said.get("sub"))),
                                "token_type",
                                "Bearer",
                                "expires_in",
                                LIFE_SECONDS,
                                "id_token",
                                token.apply(signed(said)))));
    }

    private void keys(HttpExchange exchange) throws IOException {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        Map<String, String> described =
                Map.of(
                        "kty",
                        "RSA",
                        "use",
                        "sig",
                        "alg",
                        "RS256",
                        "kid",
                        KEY_ID,
                        "n",
                        encoded(unsigned(key.getModulus())),
                        "e",
                        encoded(unsigned(key.getPublicExponent())));
        answer(exchange, 200, Answer.json(Map.of("keys", new Object[] {described})));
    }

    private String signed(Map<String, ?> said) {
        String header = Answer.json(Map.of("alg", "RS256", "typ", "JWT", "kid", KEY_ID));
        String body =
                encoded(header.getBytes(StandardCharsets.UTF_8))
                        + "."
                        + encoded(Answer.json(said).getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign((foreignKey ? foreignKeys : keys).getPrivate());
            signature.update(body.getBytes(StandardCharsets.UTF_8));
            return body + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Map<String, String> form(String text) {
        return Arrays.stream((text == null ? "" : text).split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(
                        Collectors.toMap(
                                pair -> URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
                                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
