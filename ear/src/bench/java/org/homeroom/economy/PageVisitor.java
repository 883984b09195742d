package org.homeroom.economy;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser without a screen: one connection, one session, the forms that pages show. */
final class PageVisitor {

    private static final Pattern FIELD =
            Pattern.compile("<(?:input|button)[^>]*\\bname=\"([^\"]+)\"[^>]*>");
    private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");
    private static final Pattern USERNAME = Pattern.compile("\"username\"\\s*:\\s*\"([^\"]+)\"");
    private static final int OK = 200;

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .cookieHandler(new CookieManager())
                    .build();
    private final String address;
    private final String host;

    PageVisitor(int port, String subdomainHost) {
        this.address = "http://127.0.0.1:" + port;
        this.host = subdomainHost + ":" + port;
    }

    PageVisitor asStudent(String username, String pin) throws Exception {
        signIn("/identity/sign-in", username, "pin", pin);
        return this;
    }

    /** Opens the door's page and signs in on it, as students do when the bell rings. */
    boolean comesIn(String username, String pin) throws Exception {
        signIn("/identity/sign-in", username, "pin", pin);
        return true;
    }

    PageVisitor asStaff(String username, String password) throws Exception {
        String door = get("/identity/sign-in").body();
        Matcher link = Pattern.compile("href=\"([^\"]*as=staff[^\"]*|[^\"]*staff[^\"]*)\"").matcher(door);
        if (!link.find()) {
            throw new IllegalStateException("no way in for staff");
        }
        signIn(link.group(1).replace("&amp;", "&"), username, "password", password);
        return this;
    }

    /** Asks as an administrator for the names that students sign in with. */
    List<String> students(int many) throws Exception {
        String answer = get("/api/v1/users?role=student&per_page=" + many).body();
        return USERNAME.matcher(answer).results().map(found -> found.group(1)).toList();
    }

    /** Reads a page and tells whether it was shown. */
    boolean read(String path) throws Exception {
        return get(path).statusCode() == OK;
    }

    private void signIn(String path, String username, String proof, String value) throws Exception {
        String door = get(path).body();
        String form = door.substring(door.indexOf("<form id=\"door\""));
        form = form.substring(0, form.indexOf("</form>"));
        StringBuilder fields = new StringBuilder("door=door");
        Matcher field = FIELD.matcher(form);
        while (field.find()) {
            String name = field.group(1);
            Matcher shown = VALUE.matcher(field.group());
            String filled =
                    name.endsWith("username")
                            ? username
                            : name.endsWith(proof) ? value : shown.find() ? shown.group(1) : "";
            if (!name.equals("door")) {
                fields.append('&').append(encoded(name)).append('=').append(encoded(filled));
            }
        }
        HttpResponse<String> answer = post(path, "application/x-www-form-urlencoded", fields.toString());
        if (answer.statusCode() == OK) {
            throw new IllegalStateException(username + " was not let in: " + answer.body());
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String type, String body)
            throws IOException, InterruptedException {
        return client.send(
                request(path)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Host", host);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
