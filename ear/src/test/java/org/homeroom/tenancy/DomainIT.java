package org.homeroom.tenancy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.kernel.Answer;
import org.homeroom.kernel.Client;
import org.homeroom.kernel.InBrowser;
import org.homeroom.kernel.ServerAddress;
import org.homeroom.kernel.TestDns;
import org.homeroom.kernel.Visitor;
import org.homeroom.kernel.Visitors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A school comes under a domain of its own once DNS says that it is its own, and not before. */
@ExtendWith(InBrowser.class)
class DomainIT {

    private static final String DEMO = "demo-Teacher-1";

    @Test
    void aDomainLeadsToItsSchoolFromTheProofToTheEnd() throws Exception {
        String label = "d" + UUID.randomUUID();
        Client school = school(label);
        String host = label + ".example.org";
        JsonNode asked =
                school.put("/school/domain", Map.of("host", host.toUpperCase() + ".")).ok(200);
        assertEquals(host, asked.get("requested").asText());
        assertEquals(404, status(host));
        school.post("/school/domain/verify", null).refused(409, "CONFLICT");
        TestDns.get().put(asked.get("record_name").asText(), "homeroom-domain=guessed");
        school.post("/school/domain/verify", null).refused(409, "CONFLICT");
        assertEquals(404, status(host));
        TestDns.get().put(asked.get("record_name").asText(), asked.get("record_text").asText());

        JsonNode proved = school.post("/school/domain/verify", null).ok(200);

        assertEquals(host, proved.get("verified").asText());
        assertFalse(proved.has("requested"));
        assertEquals(200, status(host));
        assertEquals(200, status(host.toUpperCase()));
        assertEquals(404, status("www." + host));
        school.movedTo(host).get("/me").ok(200);
        Client.signIn("lakeside", "otieno", DEMO)
                .movedTo(host)
                .get("/me")
                .refused(403, "TENANT_ACCESS_DENIED");
        // Whoever keeps the zone may lead it to one school alone.
        Client other = school("d" + UUID.randomUUID());
        JsonNode wanted = other.put("/school/domain", Map.of("host", host)).ok(200);
        TestDns.get().put(wanted.get("record_name").asText(), wanted.get("record_text").asText());
        other.post("/school/domain/verify", null).refused(409, "CONFLICT");

        school.send("DELETE", "/school/domain", null, null).ok(200);

        assertEquals(404, status(host));
        school.send("DELETE", "/school/domain", null, null).refused(404, "NOT_FOUND");
        school.post("/school/domain/verify", null).refused(404, "NOT_FOUND");
    }

    @Test
    void namesThatAreNobodysOwnAreRefused() {
        Client school = school("d" + UUID.randomUUID());
        for (String bad :
                List.of(
                        "",
                        "localhost",
                        "lakeside.localhost",
                        "a.b.localhost",
                        "127.0.0.1",
                        "school",
                        "-a.example.org",
                        "a_b.example.org",
                        "a.example.org/x",
                        "a b.org")) {
            Answer refused = school.put("/school/domain", Map.of("host", bad));
            refused.refused(422, "VALIDATION_ERROR");
            assertEquals("host", refused.field());
        }
        assertTrue(
                school.put("/school/domain", Map.of("host", "sch\u00fcle.example.org"))
                        .ok(200)
                        .get("requested")
                        .asText()
                        .startsWith("xn--"));
        Client.signIn("", "admin", DEMO)
                .put("/school/domain", Map.of("host", "a.example.org"))
                .refused(409, "CONFLICT");
        Client.signIn("lakeside", "otieno", DEMO)
                .put("/school/domain", Map.of("host", "a.example.org"))
                .refused(403, "AUTHORIZATION_ERROR");
    }

    @Test
    void certificatesAreLookedAtAndWarnedOf() {
        Map<String, String> names =
                Map.of("good", "good", "soon", "ending", "over", "expired", "other", "wrong_name");
        for (Map.Entry<String, String> one : names.entrySet()) {
            String label = "d" + UUID.randomUUID();
            Client school = school(label);
            school.post("/school/domain/check", null).refused(404, "NOT_FOUND");
            String host = label + "." + one.getKey() + ".example.org";
            assertEquals("unchecked", own(school, host).at("/certificate/state").asText());

            JsonNode seen = school.post("/school/domain/check", null).ok(200).get("certificate");

            assertEquals(one.getValue(), seen.get("state").asText(), host);
            assertTrue(seen.has("expires_at") && seen.has("checked_at"), seen.toString());
            assertEquals(seen, school.get("/school/domain").ok(200).get("certificate"));
            assertEquals(seen, listed(school).get("certificate"));
            // The next domain begins anew.
            assertEquals("unchecked", own(school, "x" + host).at("/certificate/state").asText());
        }
        Client.signIn("lakeside", "otieno", DEMO)
                .post("/school/domain/check", null)
                .refused(403, "AUTHORIZATION_ERROR");
    }

    @Test
    void administratorsAreWarnedWhereTheyComeIn(Visitors people) {
        String label = "d" + UUID.randomUUID();
        String host = label + ".soon.example.org";
        own(school(label), host);
        Visitor admin = people.at(label).signIn("admin", DEMO);
        admin.open("/tenancy/domain");
        admin.reads("We have not looked at the certificate of " + host + " yet.");
        admin.button("Check the certificate now").click();

        admin.reads("The certificate of " + host + " ends on");
        assertEquals(List.of(), admin.look("domain-ending"));
        admin.open("/identity/people");
        admin.reads("The certificate of " + host + " ends on");
        assertEquals(List.of(), admin.look("people-ending"));
        Visitor district = people.atPlatform().signIn("admin", DEMO);
        district.open("/tenancy/overview");
        district.reads("The certificate of " + host + " ends on");
        assertEquals(List.of(), district.look("overview-ending"));
    }

    private static JsonNode own(Client school, String host) {
        JsonNode asked = school.put("/school/domain", Map.of("host", host)).ok(200);
        TestDns.get().put(asked.get("record_name").asText(), asked.get("record_text").asText());
        return school.post("/school/domain/verify", null).ok(200);
    }

    private static JsonNode listed(Client school) {
        String id = school.get("/me").ok(200).at("/school/id").asText();
        return Client.signIn("", "admin", DEMO).get("/schools/" + id).ok(200);
    }

    @Test
    void administratorsAskAndProveOnTheirPage(Visitors people) {
        String label = "d" + UUID.randomUUID();
        Client school = school(label);
        Visitor admin = people.at(label).signIn("admin", DEMO);
        admin.open("/tenancy/domain");
        admin.field("Domain").fill(label + ".example.org");
        admin.button("Ask for it").click();
        admin.reads("Now prove that it is yours.");
        assertEquals(List.of(), admin.look("domain-asked"));
        admin.button("Look for the record").click();
        admin.reads("The TXT record is not there yet.");
        JsonNode asked = school.get("/school/domain").ok(200);
        TestDns.get().put(asked.get("record_name").asText(), asked.get("record_text").asText());

        admin.button("Look for the record").click();

        admin.reads("The domain leads to your school now.");
        assertEquals(List.of(), admin.look("domain-proved"));
    }

    private static Client school(String label) {
        Client.signIn("", "admin", DEMO)
                .post(
                        "/schools",
                        Map.of("name", "Hill", "subdomain", label, "zone", "Africa/Harare"))
                .ok(201);
        return Client.signIn(label, "admin", DEMO);
    }

    private static int status(String host) throws Exception {
        int status = ServerAddress.get(host, "/identity/sign-in").statusCode();
        assertTrue(status < 500, host);
        return status;
    }
}
