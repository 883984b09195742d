package org.homeroom.roster;

import static org.homeroom.kernel.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.homeroom.audit.AuditTrail;
import org.homeroom.kernel.Answer;
import org.homeroom.kernel.Client;
import org.homeroom.kernel.ServerAddress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Both sample rosters, from the upload to the export, as a district administrator's program does.
 */
class OneRosterIT {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> BASE =
            List.of(
                    "manifest",
                    "orgs",
                    "users",
                    "classes",
                    "courses",
                    "enrollments",
                    "academicSessions",
                    "demographics");

    private static Client admin;
    private static String token;

    @BeforeAll
    static void signIn() {
        JsonNode signedIn =
                Client.at("localhost")
                        .post(
                                "/auth/login",
                                Map.of("username", "admin", "password", "demo-Teacher-1"))
                        .ok(200);
        token = signedIn.get("access_token").asText();
        admin = Client.at("localhost").bearing(token);
    }

    @Test
    void theGeneratedDistrictIsTakenOverAsAWhole() throws Exception {
        byte[] zip = resource("district-small.zip");
        JsonNode early = deliver(zip);
        assertEquals("invalid", early.get("state").asText());
        assertEquals("UNKNOWN_SCHOOL", early.at("/problems/0/code").asText());
        assertEquals(3, early.at("/problems/0/line").asInt());
        open("Witting Elementary School", "witting");
        open("Conn Middle School", "conn");

        JsonNode read = deliver(zip);

        assertEquals("validated", read.get("state").asText(), read.toString());
        assertEquals(
                JSON.readTree(
                        "{\"orgs\":3,\"users\":256,\"classes\":16,\"enrollments\":1011,\"sessions\":2}"),
                read.get("counts"));
        assertEquals(counts(2, 256, 16, 1011), read.at("/difference/created"));
        assertEquals(counts(0, 0, 0, 0), read.at("/difference/leaving"));
        apply(read, Map.of(), 202);
        admin.post("/rosters/" + read.get("id").asText() + "/apply", Map.of())
                .refused(409, "CONFLICT");
        assertUnchanged(deliver(zip));
        assertUnchanged(deliver(bytes("/rosters/export")));
    }

    @Test
    void theBaseSampleWithItsExtensionsIsTakenOver() throws Exception {
        AuditTrail trail = AuditTrail.of(admin, "roster.delivery.read", "roster.delivery.approved");
        open("School 1", "school-one");
        open("School 2", "school-two");

        JsonNode read = deliver(base(""));

        assertEquals("validated", read.get("state").asText(), read.toString());
        assertEquals(
                JSON.readTree(
                        "{\"orgs\":2,\"users\":2,\"classes\":3,\"enrollments\":3,\"sessions\":0}"),
                read.get("counts"));
        assertEquals(counts(2, 2, 3, 3), read.at("/difference/created"));
        apply(read, Map.of(), 202);
        assertUnchanged(deliver(base("")));
        JsonNode empty = deliver(base("enrollments"));
        assertEquals(3, empty.at("/difference/leaving/enrollments").asInt());
        admin.post("/rosters/" + empty.get("id").asText() + "/apply", Map.of())
                .refused(409, "CONFLICT");
        apply(empty, Map.of("accept_leaving", true), 202);
        trail.hasGrown();
    }

    @Test
    void whatIsNoRosterIsKeptWithItsProblem() throws Exception {
        JsonNode read = deliver("sourcedId,name\n".getBytes(StandardCharsets.UTF_8));

        assertEquals("invalid", read.get("state").asText());
        assertEquals("NOT_A_ZIP", read.at("/problems/0/code").asText());
        String path = "/rosters/" + read.get("id").asText();
        assertEquals(read, admin.get(path).ok(200));
        admin.post(path + "/apply", Map.of()).refused(409, "CONFLICT");
    }

    @Test
    void teachersBringNoRoster() throws Exception {
        Client teacher = Client.signIn("riverbend", "okello", "demo-Teacher-1");

        teacher.get("/rosters").refused(403, "AUTHORIZATION_ERROR");
        teacher.get("/rosters/export").refused(403, "AUTHORIZATION_ERROR");
    }

    private static void apply(JsonNode read, Map<String, Object> body, int status)
            throws Exception {
        String path = "/rosters/" + read.get("id").asText();
        admin.post(path + "/apply", body).ok(status);
        await(() -> !admin.get(path).ok(200).get("state").asText().equals("applying"));
        JsonNode now = admin.get(path).ok(200);
        assertEquals("applied", now.get("state").asText(), now.toString());
    }

    private static void assertUnchanged(JsonNode read) {
        assertEquals("validated", read.get("state").asText(), read.toString());
        for (String sort : List.of("created", "changed", "leaving")) {
            assertEquals(counts(0, 0, 0, 0), read.at("/difference/" + sort), read.toString());
        }
    }

    private static JsonNode counts(int orgs, int users, int classes, int enrollments) {
        return JSON.createObjectNode()
                .put("orgs", orgs)
                .put("users", users)
                .put("classes", classes)
                .put("enrollments", enrollments);
    }

    private static void open(String name, String subdomain) {
        Answer made =
                admin.post(
                        "/schools",
                        Map.of("name", name, "subdomain", subdomain, "zone", "America/Chicago"));
        made.ok(201);
    }

    private static JsonNode deliver(byte[] zip) throws Exception {
        HttpResponse<String> answer =
                HTTP.send(
                        ServerAddress.request("localhost", "/api/v1/rosters")
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/zip")
                                .POST(BodyPublishers.ofByteArray(zip))
                                .build(),
                        BodyHandlers.ofString());
        assertEquals(201, answer.statusCode(), answer.body());
        String id = JSON.readTree(answer.body()).at("/data/id").asText();
        return admin.get("/rosters/" + id).ok(200);
    }

    private static byte[] bytes(String path) throws Exception {
        HttpResponse<byte[]> answer =
                HTTP.send(
                        ServerAddress.request("localhost", "/api/v1" + path)
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        BodyHandlers.ofByteArray());
        assertEquals(200, answer.statusCode());
        return answer.body();
    }

    /** The files of the base sample; of one of them only the header. */
    private static byte[] base(String emptied) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : BASE) {
                byte[] content = resource("base-sample/" + name + ".csv");
                zip.putNextEntry(new ZipEntry(name + ".csv"));
                String text = new String(content, StandardCharsets.UTF_8);
                zip.write(
                        (name.equals(emptied) ? text.lines().findFirst().orElseThrow() : text)
                                .getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream content = OneRosterIT.class.getResourceAsStream("/oneroster/" + name)) {
            assertTrue(content != null, name);
            return content.readAllBytes();
        }
    }
}
