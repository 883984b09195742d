package org.homeroom.tenancy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.homeroom.kernel.Client;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The school comes from the host; on the platform's own host from the token. */
class SchoolHostIT {

    private static Client teacher;

    @BeforeAll
    static void signIn() {
        teacher = Client.signIn("riverbend", "okello", "demo-Teacher-1");
    }

    @Test
    void anUnknownHostIsNoSchool() {
        Client lost = Client.at("nowhere.localhost");

        assertEquals(
                lost.get("/me").refused(404, "TENANT_NOT_FOUND"),
                teacher.movedTo("nowhere.localhost").get("/me").refused(404, "TENANT_NOT_FOUND"));
        Client.at("riverbend.example.org").get("/me").refused(404, "TENANT_NOT_FOUND");
    }

    @Test
    void theTokenOfAnotherSchoolIsRefused() {
        teacher.movedTo("lakeside.localhost").get("/me").refused(403, "TENANT_ACCESS_DENIED");
    }

    @Test
    void onThePlatformsHostTheTokenNamesTheSchool() {
        assertEquals(
                "riverbend",
                teacher.movedTo("localhost").get("/me").ok(200).at("/school/subdomain").asText());
    }

    @Test
    void noHeaderNamesTheSchool() {
        assertEquals(
                "riverbend",
                teacher.with("X-Tenant", "lakeside")
                        .with("X-Forwarded-Host", "lakeside.localhost")
                        .get("/me")
                        .ok(200)
                        .at("/school/subdomain")
                        .asText());
    }
}
