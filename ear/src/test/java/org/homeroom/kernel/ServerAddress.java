package org.homeroom.kernel;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Where the server under test listens. The first question starts it; a running one is used when the
 * system property homeroom.test.port names its port.
 */
public final class ServerAddress {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private ServerAddress() {}

    /** The platform's own host, for browsers: {@code http://localhost:port}. */
    public static String platform() {
        return "http://localhost:" + port();
    }

    /**
     * A school's host, for browsers, which know that every name under localhost is this machine.
     */
    public static String school(String subdomain) {
        return school(subdomain, port());
    }

    /** A school's host for browsers that come by another port of this machine. */
    static String school(String subdomain, int port) {
        return "http://" + subdomain + ".localhost:" + port;
    }

    /** The HTTP port. */
    public static int port() {
        Integer running = Integer.getInteger("homeroom.test.port");
        return running != null ? running : TestServer.get().httpPort();
    }

    /**
     * A request to a host by name, for clients whose resolver does not know names under localhost.
     */
    public static HttpRequest.Builder request(String host, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                // HTTP/2 would name the host of the URI.
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(Duration.ofSeconds(30))
                .header("Host", host + ":" + port());
    }

    /** Fetches a path of a host; redirects are answers. */
    public static HttpResponse<String> get(String host, String path) throws Exception {
        return CLIENT.send(request(host, path).build(), BodyHandlers.ofString());
    }
}
