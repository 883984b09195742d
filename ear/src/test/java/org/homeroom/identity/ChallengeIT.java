package org.homeroom.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeroom.kernel.Client;
import org.homeroom.kernel.CommandLine;
import org.homeroom.kernel.InBrowser;
import org.homeroom.kernel.Visitor;
import org.homeroom.kernel.Visitors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whom a service outside takes for a program does not come in; without a service nobody is asked.
 */
@ExtendWith(InBrowser.class)
class ChallengeIT {

    private static final String SECRET = "known-to-both";
    private static final String SCRIPT =
            """
            addEventListener('load', () => document.querySelectorAll('.cf-turnstile').forEach(box => {
              const answer = document.createElement('input');
              answer.type = 'hidden';
              answer.name = 'cf-turnstile-response';
              answer.value = box.dataset.sitekey + ':' + (window.answers ?? 'person');
              box.append(answer, 'A person');
            }));
            """;

    private static final List<String> ASKED = new ArrayList<>();
    private static HttpServer service;

    @BeforeAll
    static void open() throws Exception {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/api.js", exchange -> answer(exchange, "text/javascript", SCRIPT));
        service.createContext("/verify", ChallengeIT::verify);
        service.start();
    }

    @AfterAll
    static void close() {
        service.stop(0);
    }

    @Test
    void onlyPeopleComeIn(Visitors people) throws Exception {
        Visitor before = people.at("riverbend");
        before.open("/identity/sign-in");
        assertThat(before.page().locator(".cf-turnstile")).hasCount(0);
        String address = "http://127.0.0.1:" + service.getAddress().getPort();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("homeroom.challenge.site-key", "site");
        settings.put("homeroom.challenge.secret", SECRET);
        settings.put("homeroom.challenge.script", address + "/api.js");
        settings.put("homeroom.challenge.verify", address + "/verify");
        CommandLine.settings(settings);
        try {
            // Its page was made before anybody was asked.
            before.knock("wanjiru", "2468");
            before.alerted("Show first that you are a person");
            assertThat(before.page().getByText("A person", exactly())).isVisible();
            assertEquals(List.of(), before.look("challenge"));
            before.knock("wanjiru", "2468");
            before.standsAt("/economy/home");

            Visitor program = people.at("riverbend");
            program.page().addInitScript("window.answers = 'program'");
            program.open("/identity/sign-in");
            program.knock("wanjiru", "2468");
            program.alerted("Show first that you are a person");
            assertTrue(
                    ASKED.contains("secret=known-to-both&response=site%3Aperson"), ASKED::toString);
            // The interface is for programs.
            Client.signIn("riverbend", "wanjiru", "2468").get("/me").ok(200);

            service.removeContext("/verify");
            program.open("/identity/sign-in?state=staff");
            program.knock("okello", "demo-Teacher-1");
            // With nobody to verify, the throttle alone stands before the door.
            program.standsAt("/economy/today");
        } finally {
            settings.replaceAll((name, value) -> "");
            CommandLine.settings(settings);
        }
        people.signedIn("wanjiru", "2468").standsAt("/economy/home");
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private static void verify(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        ASKED.add(form.replaceFirst("&remoteip=.*", ""));
        boolean person = form.contains("secret=" + SECRET) && form.contains("%3Aperson");
        answer(exchange, "application/json", "{\"success\": " + person + "}");
    }

    private static void answer(HttpExchange exchange, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
