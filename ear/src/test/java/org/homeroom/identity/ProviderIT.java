package org.homeroom.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.homeroom.audit.AuditTrail;
import org.homeroom.kernel.Client;
import org.homeroom.kernel.CommandLine;
import org.homeroom.kernel.InBrowser;
import org.homeroom.kernel.TestProvider;
import org.homeroom.kernel.Visitor;
import org.homeroom.kernel.Visitors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whom the identity provider vouches for comes in where they are known, and nobody else does. */
@ExtendWith(InBrowser.class)
class ProviderIT {

    private static final String HERE = "lakeside.localhost";
    private static final String UNKNOWN = "No open account at this school belongs to you there.";
    private static final TestProvider PROVIDER = TestProvider.get();

    private final Client admin = Client.signIn("lakeside", "admin", "demo-Teacher-1");

    @Test
    void aVerifiedAddressLetsItsOwnerInAndIsOnePersonsForEver() throws Exception {
        Person teacher = person("teacher");
        PROVIDER.vouchFor("s-" + teacher.username, teacher.email, true);
        AuditTrail linked = AuditTrail.of(admin, "identity.provider.linked", "identity.signed_in");

        ProviderTrip trip = new ProviderTrip(HERE);
        assertEquals("/", path(trip.travel()));

        linked.hasGrown();
        assertEquals(
                teacher.id,
                admin.get("/audit?limit=1&action=identity.provider.linked&subject=" + teacher.id)
                        .ok(200)
                        .get(0)
                        .get("actor")
                        .asText());
        assertEquals(200, trip.open("/shell/welcome").statusCode());
        assertTrue(trip.open("/identity/profile").body().contains("Connected since"));
        // What the provider said is used up, and the module has forgotten it too.
        assertTrue(trip.open("/identity/provider").body().contains("took too long, or was used"));
        assertTrue(path(trip.open("/sso/")).startsWith("/authorize"));
        // The address goes to somebody else; the account does not.
        PROVIDER.vouchFor("successor", teacher.email, true);
        assertRefused(UNKNOWN);
        // Nobody needs an address once they are known.
        PROVIDER.vouchFor("s-" + teacher.username, null, false);
        assertEquals("/", path(new ProviderTrip(HERE).travel()));
        // Nor is a secret of one school good at another.
        ProviderTrip stray = new ProviderTrip(HERE);
        HttpResponse<String> back = stray.leave();
        stray.follow(stray.follow(back));
        stray.moveTo("riverbend.localhost");
        assertTrue(stray.open("/identity/provider").body().contains("took too long, or was used"));
        assertEquals(0, stray.cookies().keySet().stream().filter(ProviderIT::isOurs).count());
        // A closed account stays closed.
        admin.post("/users/" + teacher.id + "/disable", Map.of()).ok(200);
        assertRefused(UNKNOWN);
    }

    @Test
    void nobodyElseComesIn() throws Exception {
        Person known = person("staff");
        AuditTrail unknown = AuditTrail.of(admin, "identity.provider.unknown");
        PROVIDER.vouchFor("s1", "stranger@example.org", true);
        assertRefused(UNKNOWN);
        unknown.hasGrown();
        PROVIDER.vouchFor("s2", known.email, false);
        assertRefused(UNKNOWN);
        // Known at Lakeside is not known at Riverbend.
        PROVIDER.vouchFor("s3", known.email, true);
        assertTrue(new ProviderTrip("riverbend.localhost").travel().body().contains(UNKNOWN));
        for (Consumer<Map<String, Object>> lie : lies()) {
            PROVIDER.vouchFor("s4", known.email, true);
            PROVIDER.lie(lie);
            assertOutside(new ProviderTrip(HERE).travel());
        }
        PROVIDER.vouchFor("s5", known.email, true);
        PROVIDER.signWithForeignKey();
        assertOutside(new ProviderTrip(HERE).travel());
        PROVIDER.vouchFor("s6", known.email, true);
        PROVIDER.tamper(
                token ->
                        Base64.getUrlEncoder()
                                        .withoutPadding()
                                        .encodeToString("{\"alg\":\"none\"}".getBytes())
                                + token.substring(token.indexOf('.'), token.lastIndexOf('.') + 1));
        assertOutside(new ProviderTrip(HERE).travel());
        // Somebody else's answer of the provider, brought by a link.
        PROVIDER.vouchFor("s7", known.email, true);
        ProviderTrip theirs = new ProviderTrip(HERE);
        HttpResponse<String> back = theirs.leave();
        ProviderTrip lured = new ProviderTrip(HERE);
        lured.press();
        assertOutside(lured.arrive(back));
        // A browser that nobody sent.
        ProviderTrip stray = new ProviderTrip(HERE);
        HttpResponse<String> nowhere = stray.arrive(stray.follow(stray.open("/sso/")));
        assertTrue(nowhere.body().contains("took too long, or was used"), nowhere.body());
        assertEquals("/", path(theirs.arrive(back)));
    }

    @Test
    void theWayIsClosedUntilTheServerNamesAProvider() throws Exception {
        CommandLine.settings(Map.of("homeroom.sso", ""));
        try {
            ProviderTrip trip = new ProviderTrip(HERE);
            assertEquals(
                    -1, trip.open("/identity/sign-in?state=staff").body().indexOf("provider:go"));
        } finally {
            CommandLine.settings(Map.of("homeroom.sso", "Riverbend-ID"));
        }
    }

    @Test
    void aPersonConnectsTheirAccountInTheBrowser(Visitors people) {
        Person staff = person("staff");
        Visitor visitor = people.at("lakeside").signIn(staff.username, RolePeople.PASSWORD);
        PROVIDER.vouchFor("b-" + staff.username, null, false);
        visitor.open("/identity/profile");
        assertEquals(List.of(), visitor.look("provider-profile"));

        visitor.button("Connect").click();

        visitor.reads("Connected. From now on it lets you in here.");
        visitor.signOut();
        visitor.open("/identity/sign-in?state=staff");
        assertEquals(List.of(), visitor.look("provider-door"));
        visitor.button("Sign in with Riverbend-ID").click();
        visitor.standsAt("/shell/welcome");
        visitor.open("/identity/provider");
        visitor.alerted("took too long, or was used");
        assertEquals(List.of(), visitor.look("provider-late"));
    }

    private static List<Consumer<Map<String, Object>>> lies() {
        return List.of(
                said -> said.put("aud", "another"),
                said -> said.put("iss", "http://127.0.0.1:1"),
                said -> said.put("nonce", "another"),
                said -> said.remove("nonce"),
                said -> {
                    said.put("aud", List.of(TestProvider.CLIENT, "another"));
                    said.put("azp", "another");
                },
                said -> said.put("exp", Instant.now().minusSeconds(300).getEpochSecond()));
    }

    private static boolean isOurs(String cookie) {
        return cookie.startsWith("homeroom-provider");
    }

    private static void assertRefused(String sentence) throws Exception {
        HttpResponse<String> answer = new ProviderTrip(HERE).travel();
        assertTrue(answer.body().contains(sentence), answer.statusCode() + answer.body());
    }

    private static void assertOutside(HttpResponse<String> answer) {
        assertTrue(answer.statusCode() >= 400, () -> answer.statusCode() + path(answer));
    }

    private static String path(HttpResponse<String> answer) {
        return ProviderTrip.location(answer).replaceFirst("^http://[^/]+", "");
    }

    private record Person(String id, String username, String email) {}

    private Person person(String role) {
        String username = "v" + UUID.randomUUID();
        String id =
                admin.post(
                                "/users",
                                Map.of(
                                        "username",
                                        username,
                                        "name",
                                        "Somebody Vouched",
                                        "password",
                                        RolePeople.PASSWORD,
                                        "roles",
                                        List.of(role)))
                        .ok(201)
                        .get("id")
                        .asText();
        String email = username + "@school.example";
        admin.with("If-Match", "\"1\"").patch("/users/" + id, Map.of("email", email)).ok(200);
        return new Person(id, username, email);
    }
}
