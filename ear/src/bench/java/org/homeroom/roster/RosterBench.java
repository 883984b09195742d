package org.homeroom.roster;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeroom.kernel.BenchServer;

/**
 * What a district's first delivery takes, from the upload by an administrator's program to the last
 * seat: read and compared, then applied by the job. {@code DistrictZip} says how much that is; the aim
 * is 30 s in all (issue: schools and people, point 6).
 */
public final class RosterBench {

    private static final int PATIENCE_SECONDS = 600;
    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final double NANOS = 1e9;
    private static final String PASSWORD = "demo-Teacher-1";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;
    private String token = "";

    private RosterBench(int port) {
        this.port = port;
    }

    /** Starts the built product on the database and delivers once. */
    public static void main(String[] access) throws Exception {
        try (BenchServer server = BenchServer.start(access)) {
            new RosterBench(server.settings().httpPort()).run();
        }
    }

    private void run() throws Exception {
        String signIn = "{\"username\":\"admin\",\"password\":\"%s\"}".formatted(PASSWORD);
        token = found("access_token", send("POST", "/auth/login", "application/json", text(signIn)));
        for (int i = 0; i < DistrictZip.SCHOOLS; i++) {
            String school =
                    "{\"name\":\"%s\",\"subdomain\":\"bench-%d\",\"zone\":\"UTC\"}"
                            .formatted(DistrictZip.school(i), i);
            send("POST", "/schools", "application/json", text(school));
        }
        byte[] zip = DistrictZip.bytes();
        long begun = System.nanoTime();
        String read = send("POST", "/rosters", "application/zip", zip);
        double compared = (System.nanoTime() - begun) / NANOS;
        String path = "/rosters/" + found("id", read);
        if (!found("state", read).equals("validated")) {
            throw new IllegalStateException(read.substring(0, Math.min(read.length(), 1000)));
        }
        send("POST", path + "/apply", "application/json", text("{\"accept_leaving\":true}"));
        String state = "applying";
        while (state.equals("applying") && (System.nanoTime() - begun) / NANOS < PATIENCE_SECONDS) {
            LockSupport.parkNanos(BETWEEN_LOOKS);
            state = found("state", send("GET", path, null, null));
        }
        double all = (System.nanoTime() - begun) / NANOS;
        System.out.printf(
                "district of 6,400 people and 28,000 enrollments: %s; read and compared in %.1f s, applied"
                        + " after %.1f s in all; the aim is 30 s%n",
                state, compared, all);
    }

    private String send(String method, String path, String type, byte[] body) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                        .header("Host", "localhost:" + port)
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofByteArray(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + path + ": " + answer.body());
        }
        return answer.body();
    }

    private static byte[] text(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static String found(String name, String json) {
        Matcher found = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
        if (!found.find()) {
            throw new IllegalStateException(name + " is not in " + json);
        }
        return found.group(1);
    }
}
