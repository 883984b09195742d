package org.homeroom.tenancy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.kernel.Answer;
import org.homeroom.kernel.Client;
import org.homeroom.kernel.InBrowser;
import org.homeroom.kernel.ServerAddress;
import org.homeroom.kernel.Visitor;
import org.homeroom.kernel.Visitors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A school shows itself in its own colours and with its own logo, to its own people alone. */
@ExtendWith(InBrowser.class)
class BrandIT {

    private static final String DEMO = "demo-Teacher-1";
    private static final String SVG =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><circle cx=\"4\" cy=\"4\" r=\"4\" fill=\"#0a7\"/></svg>";

    @Test
    void aSchoolChoosesItsLook() throws Exception {
        String label = "b" + UUID.randomUUID();
        Client school = school(label);
        assertFalse(door(label).contains("/tenancy/brand.css"));

        Answer read = school.get("/school/brand");
        JsonNode look =
                school.with("If-Match", read.header("ETag"))
                        .put("/school/brand", look("#F59E0B", "#10b981", "Learn by doing"))
                        .ok(200);

        assertEquals("#f59e0b", look.get("primary").asText());
        assertTrue(look.get("warning").asText().contains(look.get("shown_on_light").asText()));
        assertTrue(door(label).contains("Learn by doing"));
        String sheet = get(label, "/tenancy/brand.css").body();
        assertTrue(sheet.contains("--hr-band:#10b981"), sheet);
        assertTrue(sheet.contains("--hr-accent:" + look.get("shown_on_light").asText()), sheet);
        // The next school shows nothing of it.
        assertEquals("", get("lakeside", "/tenancy/brand.css").body());
        school.with("If-Match", read.header("ETag"))
                .put("/school/brand", look("#000", null, null))
                .refused(412, "PRECONDITION_FAILED");
        Answer bad = school.put("/school/brand", look("red", null, null));
        bad.refused(422, "VALIDATION_ERROR");
        assertEquals("primary", bad.field());
        assertEquals(
                "#000000",
                school.put("/school/brand", look("#000", null, null))
                        .ok(200)
                        .get("primary")
                        .asText());
        assertFalse(door(label).contains("Learn by doing"));
    }

    @Test
    void aSchoolSaysWhatItIsFor() throws Exception {
        String label = "b" + UUID.randomUUID();
        Client school = school(label);
        Map<String, Object> words = look(null, null, null);
        words.put("vision", "Every child <reads>.");
        words.put("mission", "Small classes.\r\nLong walks.");
        words.put("founded", 1987);

        JsonNode said = school.put("/school/brand", words).ok(200);

        assertEquals("Small classes.\nLong walks.", said.get("mission").asText());
        assertEquals(said, school.get("/school/brand").ok(200));
        String door = door(label);
        assertTrue(door.contains("Since 1987") && door.contains("Every child &lt;reads&gt;."));
        assertFalse(door("lakeside").contains("Since 1987"));
        JsonNode deed = school.get("/audit?action=tenancy.brand.changed").ok(200).get(0);
        assertTrue(deed.toString().contains("1987") && deed.toString().contains("Long walks"));
        words.put("founded", 3000);
        Answer bad = school.put("/school/brand", words);
        bad.refused(422, "VALIDATION_ERROR");
        assertEquals("founded", bad.field());
        words.put("founded", 1987);
        words.put("vision", "x".repeat(501));
        assertEquals("vision", school.put("/school/brand", words).field());
        school.put("/school/brand", look(null, null, null)).ok(200);
        assertFalse(door(label).contains("Since"));
    }

    @Test
    void aLogoIsAPictureAndNothingElse() throws Exception {
        String label = "b" + UUID.randomUUID();
        Client school = school(label);
        assertEquals(404, get(label, "/tenancy/logo").statusCode());

        // Whatever the type that came along says.
        school.send("PUT", "/school/brand/logo", "image/png", SVG).ok(200);

        HttpResponse<String> logo = get(label, "/tenancy/logo");
        assertEquals("image/svg+xml", logo.headers().firstValue("Content-Type").orElse(""));
        assertEquals("nosniff", logo.headers().firstValue("X-Content-Type-Options").orElse(""));
        assertTrue(
                logo.headers()
                        .firstValue("Content-Security-Policy")
                        .orElse("")
                        .contains("default-src 'none'"));
        assertEquals(SVG, logo.body());
        assertEquals(404, get("lakeside", "/tenancy/logo").statusCode());
        Answer bad =
                school.send(
                        "PUT",
                        "/school/brand/logo",
                        "image/svg+xml",
                        SVG.replace("<circle", "<script>alert(1)</script><circle"));
        bad.refused(422, "VALIDATION_ERROR");
        assertEquals("file", bad.field());
        school.send("DELETE", "/school/brand/logo", null, null).ok(200);
        assertEquals(404, get(label, "/tenancy/logo").statusCode());
    }

    @Test
    void teachersLookOnly() {
        Client teacher = Client.signIn("lakeside", "otieno", DEMO);
        teacher.get("/school/brand").refused(403, "AUTHORIZATION_ERROR");
        teacher.put("/school/brand", look("#000", null, null)).refused(403, "AUTHORIZATION_ERROR");
    }

    @Test
    void itCanBeReadInBothThemes(Visitors people) {
        String label = "b" + UUID.randomUUID();
        school(label);
        Visitor admin = people.at(label).signIn("admin", DEMO);
        admin.open("/tenancy/brand");
        admin.field("Color of links and buttons").fill("#f59e0b");
        admin.field("Color of the band on top").fill("#be123c");
        admin.field("Motto").fill("Learn by doing");
        admin.field("Founded in (year)").fill("1n87");
        admin.button("Save look").click();
        admin.reads("Write a year from 1800 to");
        admin.field("Founded in (year)").fill("1987");
        admin.field("Vision").fill("Every child reads.");
        admin.field("Mission").fill("Small classes.");
        admin.button("Save look").click();
        admin.reads("Pages show");
        admin.page()
                .locator("input[type=file]")
                .setInputFiles(
                        new com.microsoft.playwright.options.FilePayload(
                                "logo.svg", "image/svg+xml", SVG.getBytes()));
        admin.button("Upload logo").click();
        admin.reads("Your logo is on every page now.");

        assertEquals(List.of(), admin.look("brand"));
        admin.open("/identity/people");
        assertEquals(List.of(), admin.look("brand-people"));
        Visitor stranger = people.at(label);
        stranger.open("/identity/sign-in");
        stranger.page().getByText("About our school").click();
        Locator side = stranger.page().locator("header");
        assertThat(side).containsText("Since 1987");
        assertThat(side.getByText("Every child reads.")).isVisible();
        assertEquals(List.of(), stranger.look("brand-door"));
    }

    private static Client school(String label) {
        Client.signIn("", "admin", DEMO)
                .post(
                        "/schools",
                        Map.of("name", "Hill", "subdomain", label, "zone", "Africa/Harare"))
                .ok(201);
        return Client.signIn(label, "admin", DEMO);
    }

    private static Map<String, Object> look(String primary, String band, String motto) {
        Map<String, Object> look = new HashMap<>();
        look.put("primary", primary);
        look.put("band", band);
        look.put("motto", motto);
        return look;
    }

    private static String door(String label) throws Exception {
        return get(label, "/identity/sign-in").body();
    }

    private static HttpResponse<String> get(String label, String path) throws Exception {
        return ServerAddress.get(label + ".localhost", path);
    }
}
