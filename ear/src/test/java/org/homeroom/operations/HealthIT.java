package org.homeroom.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.homeroom.kernel.ServerAddress;
import org.homeroom.kernel.TestServer;
import org.homeroom.launcher.DatabaseAccess;
import org.junit.jupiter.api.Test;

/** Health tells the truth, on any host and without sign-in. */
class HealthIT {

    @Test
    void isLiveAndReady() throws Exception {
        HttpResponse<String> live = ServerAddress.get("localhost", "/health/live");
        HttpResponse<String> ready = ServerAddress.get("unknown.localhost", "/health/ready");

        assertEquals(200, live.statusCode());
        assertEquals(200, ready.statusCode(), ready.body());
        assertTrue(ready.body().startsWith("{\"status\":\"UP\",\"checks\":["), ready.body());
    }

    @Test
    void isNotReadyWhenATableOfASchoolIsUnprotected() throws Exception {
        execute("create table leak (school_id uuid); grant select on leak to homeroom_app");
        try {
            assertEquals(503, ServerAddress.get("localhost", "/health/ready").statusCode());
            assertEquals(503, management("/health/ready"));
        } finally {
            execute("drop table leak");
        }

        assertEquals(200, ServerAddress.get("localhost", "/health/ready").statusCode());
        assertEquals(200, management("/health/ready"));
    }

    @Test
    void isNotReadyWhenTheSchemaIsNotTheOneOfThisBuild() throws Exception {
        execute("update flyway_schema_history set version = '9999' where version = '0001'");
        try {
            assertEquals(503, ServerAddress.get("localhost", "/health/ready").statusCode());
        } finally {
            execute("update flyway_schema_history set version = '0001' where version = '9999'");
        }
    }

    @Test
    void isNotReadyWhenAnOlderMigrationIsMissing() throws Exception {
        execute("update flyway_schema_history set version = '0000' where version = '0005'");
        try {
            assertEquals(503, ServerAddress.get("localhost", "/health/ready").statusCode());
        } finally {
            execute("update flyway_schema_history set version = '0005' where version = '0000'");
        }
    }

    @Test
    void answersOnASchoolsHost() throws Exception {
        int status = ServerAddress.get("riverbend.localhost", "/").statusCode();

        assertTrue(status == 200 || status == 302, String.valueOf(status));
    }

    private static int management(String path) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + TestServer.get().managementPort() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private static void execute(String sql) throws Exception {
        DatabaseAccess database = TestServer.get().database();
        try (Connection owner =
                        DriverManager.getConnection(
                                database.url(), database.ownerUser(), database.ownerPassword());
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
