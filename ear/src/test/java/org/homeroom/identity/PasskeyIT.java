package org.homeroom.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.homeroom.audit.AuditTrail;
import org.homeroom.kernel.Client;
import org.homeroom.kernel.InBrowser;
import org.homeroom.kernel.Visitor;
import org.homeroom.kernel.Visitors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People sign in with a key that their device keeps: Chromium's own authenticator, no finger. */
@ExtendWith(InBrowser.class)
class PasskeyIT {

    private static final String PASSWORD = "demo-Teacher-1";
    private static final Pattern SIGN_IN = Pattern.compile(".*/identity/sign-in.*");
    private static final String NAME = "Kitchen laptop";

    @AfterEach
    void removeThem() {
        Client parent = Client.signIn("riverbend", "parent", PASSWORD);
        for (JsonNode passkey : parent.get("/auth/passkeys").ok(200)) {
            parent.send(
                            "DELETE",
                            "/auth/passkeys/" + passkey.get("id").asText(),
                            "application/json",
                            Map.of("password", PASSWORD))
                    .ok(204);
        }
    }

    @Test
    void aPasskeyIsMadeUsedAndRemoved(Visitors people) {
        AuditTrail trail =
                AuditTrail.of(
                        Client.signIn("riverbend", "principal", PASSWORD),
                        "identity.passkey.added",
                        "identity.passkey.renamed",
                        "identity.passkey.removed");
        Visitor parent = people.signedIn("parent", PASSWORD);
        authenticator(parent, true);

        make(parent, PASSWORD);

        assertThat(passkeys(parent)).containsText(NAME);
        assertThat(passkeys(parent)).containsText("For riverbend.localhost, made");
        assertThat(passkeys(parent)).containsText("not used yet");
        assertEquals(List.of(), parent.look("profile-passkey"));

        parent.signOut();
        use(parent);
        assertThat(parent.page().getByRole(AriaRole.BANNER)).isVisible();
        assertThat(parent.page()).not().hasURL(SIGN_IN);
        parent.open("/identity/profile");
        assertThat(passkeys(parent)).containsText("last used");

        passkeys(parent).locator("summary").getByText("Rename").click();
        passkeys(parent).locator("[data-passkey-rename] input").fill("Hall computer");
        parent.button("Use this name").click();
        assertThat(passkeys(parent)).containsText("Hall computer");
        assertThat(passkeys(parent)).not().containsText(NAME);

        passkeys(parent).locator("summary").getByText("Remove").click();
        passkeys(parent).getByLabel("Your password").first().fill(PASSWORD);
        parent.button("Remove this passkey").click();
        assertThat(passkeys(parent)).not().containsText("Hall computer");

        parent.signOut();
        use(parent);
        parent.alerted("That passkey opens nothing here.");
        trail.hasGrown();
    }

    @Test
    void nobodyAddsOneWithoutThePassword(Visitors people) {
        Visitor parent = people.signedIn("parent", PASSWORD);
        authenticator(parent, true);

        make(parent, "not-my-Password-1");

        assertThat(passkeys(parent).getByRole(AriaRole.ALERT))
                .containsText("That password did not match.");
        assertThat(passkeys(parent)).not().containsText(NAME);
    }

    @Test
    void aDeviceThatDoesNotVerifyItsPersonMakesNone(Visitors people) {
        Visitor parent = people.signedIn("parent", PASSWORD);
        authenticator(parent, false);

        make(parent, PASSWORD);

        assertThat(passkeys(parent).getByRole(AriaRole.ALERT)).containsText("No passkey was made.");
        assertThat(passkeys(parent)).not().containsText(NAME);
    }

    @Test
    void aPasskeyCopiedToAnotherDeviceIsNoticed(Visitors people) {
        Visitor parent = people.signedIn("parent", PASSWORD);
        CDPSession devices = parent.page().context().newCDPSession(parent.page());
        String device = authenticator(devices, true);
        make(parent, PASSWORD);
        assertThat(passkeys(parent)).containsText(NAME);
        JsonObject stolen = credential(devices, device);
        parent.signOut();
        use(parent);
        assertThat(parent.page()).not().hasURL(SIGN_IN);
        parent.signOut();

        remove(devices, device);
        String copy = authenticator(devices, true);
        stolen.addProperty("signCount", 0);
        JsonObject add = new JsonObject();
        add.addProperty("authenticatorId", copy);
        add.add("credential", stolen);
        devices.send("WebAuthn.addCredential", add);
        use(parent);

        parent.alerted("Somebody may have copied that passkey.");
    }

    @Test
    void aProgramSignsInWithAnAnswerOnce(Visitors people) {
        Visitor parent = people.signedIn("parent", PASSWORD);
        authenticator(parent, true);
        make(parent, PASSWORD);
        assertThat(passkeys(parent)).containsText(NAME);
        parent.signOut();
        parent.open("/identity/sign-in?state=staff");

        Object statuses =
                parent.page()
                        .evaluate(
                                """
                                async () => {
                                  const post = (path, body) => fetch(`/api/v1/auth/${path}`, {
                                    method: 'POST',
                                    headers: { 'Content-Type': 'application/json' },
                                    body: JSON.stringify(body),
                                  });
                                  const asked = await post('passkeys/options', { purpose: 'sign_in' });
                                  const { data } = await asked.json();
                                  const publicKey =
                                    PublicKeyCredential.parseRequestOptionsFromJSON(data.public_key);
                                  const used = await navigator.credentials.get({ publicKey });
                                  const login = { passkey: used.toJSON() };
                                  const first = await post('login', login);
                                  const again = await post('login', login);
                                  return `${first.status} ${again.status}`;
                                }
                                """);

        assertEquals("200 401", statuses);
    }

    @Test
    void anAnswerToNoQuestionOfOursOpensNothing() {
        Client stranger = Client.at("riverbend.localhost");
        JsonNode first =
                stranger.post("/auth/passkeys/options", Map.of("purpose", "sign_in")).ok(200);
        JsonNode second =
                stranger.post("/auth/passkeys/options", Map.of("purpose", "sign_in")).ok(200);
        assertNotEquals(
                first.at("/public_key/challenge").asText(),
                second.at("/public_key/challenge").asText());
        assertEquals("riverbend.localhost", first.at("/public_key/rpId").asText());
        assertEquals("required", first.at("/public_key/userVerification").asText());

        stranger.post("/auth/login", Map.of("passkey", Map.of("id", "AAAA")))
                .refused(401, "AUTHENTICATION_ERROR");
        stranger.post("/auth/passkeys/options", Map.of("purpose", "register"))
                .refused(401, "AUTHENTICATION_ERROR");
        stranger.post("/auth/passkeys/options", Map.of("purpose", "other"))
                .refused(422, "VALIDATION_ERROR");
    }

    @Test
    void nobodyRemovesThePasskeyOfSomebodyElse() {
        Client.signIn("riverbend", "parent", PASSWORD)
                .send(
                        "DELETE",
                        "/auth/passkeys/" + UUID.randomUUID(),
                        "application/json",
                        Map.of("password", PASSWORD))
                .refused(404, "NOT_FOUND");
    }

    private static void make(Visitor visitor, String password) {
        visitor.open("/identity/profile");
        Locator form = passkeys(visitor).locator("[data-passkey-add]");
        form.getByLabel("Name").fill(NAME);
        form.getByLabel("Your password").fill(password);
        visitor.button("Add a passkey").click();
    }

    private static void use(Visitor visitor) {
        visitor.open("/identity/sign-in?state=staff");
        visitor.button("Use a passkey").click();
    }

    private static Locator passkeys(Visitor visitor) {
        return visitor.part("Passkeys");
    }

    private static void authenticator(Visitor visitor, boolean verifies) {
        authenticator(visitor.page().context().newCDPSession(visitor.page()), verifies);
    }

    private static String authenticator(CDPSession devices, boolean verifies) {
        devices.send("WebAuthn.enable");
        JsonObject device = new JsonObject();
        device.addProperty("protocol", "ctap2");
        device.addProperty("transport", "internal");
        device.addProperty("hasResidentKey", true);
        device.addProperty("hasUserVerification", true);
        device.addProperty("isUserVerified", verifies);
        device.addProperty("automaticPresenceSimulation", true);
        JsonObject options = new JsonObject();
        options.add("options", device);
        return devices.send("WebAuthn.addVirtualAuthenticator", options)
                .get("authenticatorId")
                .getAsString();
    }

    private static JsonObject credential(CDPSession devices, String device) {
        return devices.send("WebAuthn.getCredentials", of(device))
                .getAsJsonArray("credentials")
                .get(0)
                .getAsJsonObject();
    }

    private static void remove(CDPSession devices, String device) {
        devices.send("WebAuthn.removeVirtualAuthenticator", of(device));
    }

    private static JsonObject of(String device) {
        JsonObject of = new JsonObject();
        of.addProperty("authenticatorId", device);
        return of;
    }
}
