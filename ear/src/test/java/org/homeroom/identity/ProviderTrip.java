package org.homeroom.identity;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.homeroom.kernel.ServerAddress;

/** A browser on its way to the identity provider and back, step by step. */
final class ProviderTrip {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String host;

    /** A browser at a school's host. */
    ProviderTrip(String host) {
        this.host = host;
    }

    /** Presses the button of the sign-in page and returns where the browser is led. */
    HttpResponse<String> press() throws Exception {
        Map<String, String> form =
                Map.of(
                        "provider", "provider",
                        "state", "staff",
                        "provider:go", "",
                        "primefaces.nonce", "bm9uY2U=",
                        "jakarta.faces.ViewState", "stateless");
        String body =
                form.entrySet().stream()
                        .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                        .collect(Collectors.joining("&"));
        return send(
                ServerAddress.request(host, "/identity/sign-in")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)));
    }

    /** Opens a path of the host. */
    HttpResponse<String> open(String path) throws Exception {
        return send(ServerAddress.request(host, path));
    }

    /** Follows a redirect, also to the provider. */
    HttpResponse<String> follow(HttpResponse<String> answer) throws Exception {
        URI to = URI.create(answer.headers().firstValue("Location").orElseThrow());
        if (to.getHost() != null && to.getPort() != ServerAddress.port()) {
            return HTTP.send(HttpRequest.newBuilder(to).build(), BodyHandlers.ofString());
        }
        return open(to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery()));
    }

    /** Goes the whole way from the button to the page where it ends, and returns its answer. */
    HttpResponse<String> travel() throws Exception {
        return arrive(leave());
    }

    /** Presses the button and returns the answer of the provider. */
    HttpResponse<String> leave() throws Exception {
        HttpResponse<String> door = follow(press());
        String refresh = door.headers().firstValue("Refresh").orElseThrow();
        return follow(open(refresh.replaceFirst("0; url=", "")));
    }

    /** Goes on from the provider's answer. */
    HttpResponse<String> arrive(HttpResponse<String> back) throws Exception {
        HttpResponse<String> heard = follow(back);
        // The server first cleans the address.
        if (heard.statusCode() == 302 && location(heard).endsWith("/sso/")) {
            heard = follow(heard);
        }
        return heard.statusCode() == 302 ? follow(heard) : heard;
    }

    /** Moves on to another host with everything it holds. */
    void moveTo(String other) {
        host = other;
    }

    Map<String, String> cookies() {
        return cookies;
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(one -> one.getKey() + "=" + one.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
        for (String set : answer.headers().allValues("Set-Cookie")) {
            String[] pair = set.split(";", 2)[0].split("=", 2);
            if (set.contains("Expires=Thu, 01-Jan-1970")) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        return answer;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
