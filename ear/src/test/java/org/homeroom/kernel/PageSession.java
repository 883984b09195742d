package org.homeroom.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A student signed in by our page: a session with a cookie, without a browser. */
public final class PageSession {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern TOKEN =
            Pattern.compile("name=\"csrf-token\" content=\"([^\"]+)\"");

    private final String host;
    private final String cookie;

    private PageSession(String host, String cookie) {
        this.host = host;
        this.cookie = cookie;
    }

    /** Signs in with a PIN. */
    public static PageSession signIn(String host, String username, String pin) throws Exception {
        Map<String, String> form =
                Map.of(
                        "door", "door",
                        "door:username", username,
                        "door:pin", pin,
                        "door:enter", "",
                        "jakarta.faces.ViewState", "stateless");
        HttpResponse<String> answer =
                HTTP.send(
                        ServerAddress.request(host, "/identity/sign-in")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(written(form)))
                                .build(),
                        BodyHandlers.ofString());
        assertEquals(302, answer.statusCode(), answer.body());
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        return new PageSession(host, cookie.replaceFirst(";.*", ""));
    }

    /** Returns the cookie as a browser sends it. */
    public String cookie() {
        return cookie;
    }

    /** Returns what a script of our pages is to the REST interface. */
    public Client script() throws Exception {
        HttpResponse<String> page =
                HTTP.send(
                        ServerAddress.request(host, "/messaging/chat")
                                .header("Cookie", cookie)
                                .build(),
                        BodyHandlers.ofString());
        Matcher token = TOKEN.matcher(page.body());
        assertEquals(true, token.find(), page.body());
        return strayRequest().with("X-CSRF-Token", token.group(1));
    }

    /** Returns what a request of a foreign page is: the cookie, and no token. */
    public Client strayRequest() {
        return Client.at(host).with("Cookie", cookie);
    }

    private static String written(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
