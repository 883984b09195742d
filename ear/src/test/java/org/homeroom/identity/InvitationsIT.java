package org.homeroom.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.homeroom.kernel.Client;
import org.homeroom.kernel.InBrowser;
import org.homeroom.kernel.Visitor;
import org.homeroom.kernel.Visitors;
import org.homeroom.roster.OwnClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Administrators look after invitations on their page. */
@ExtendWith(InBrowser.class)
class InvitationsIT {

    @Test
    void whatIsCancelledIsWhatThePageShowedAlsoWhenANewerOneTookItsPlace(Visitors people) {
        Client principal = Client.signIn("riverbend", "principal", OwnClass.PASSWORD);
        String first = OwnClass.letters();
        invite(principal, first);
        Visitor visitor = people.signedIn("principal", OwnClass.PASSWORD);
        visitor.open("/identity/invitations");
        String second = OwnClass.letters();
        invite(principal, second);

        visitor.row(first)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Cancel"))
                .click();

        visitor.reads("Cancelled. The link is good for nothing now.");
        assertEquals("revoked", state(principal, first));
        assertEquals("pending", state(principal, second));
    }

    @Test
    void manyAreInvitedAtOnceAndAReloadInvitesNobody(Visitors people) {
        Visitor visitor = people.signedIn("principal", OwnClass.PASSWORD);
        visitor.open("/identity/invitations");
        String one = OwnClass.letters().toLowerCase(Locale.ROOT) + "@school.example";
        visitor.field("One person a line").fill(one + ", teacher, Mary\nnobody");

        visitor.button("Invite all").click();

        visitor.reads("What became of the list");
        visitor.reads("/identity/invitation?token=");
        visitor.reads("Write an address such as name@school.org");
        assertEquals(List.of(), visitor.look("invitations-list"));
        visitor.page().reload();
        visitor.reads(one);
        assertEquals(false, visitor.page().content().contains("What became of the list"));
    }

    @Test
    void aFileIsInvitedLikeAListAndABrokenOneInvitesNobody(Visitors people) {
        Visitor visitor = people.signedIn("principal", OwnClass.PASSWORD);
        visitor.open("/identity/invitations");
        String one = OwnClass.letters().toLowerCase(Locale.ROOT) + "@school.example";
        String list = "email,role,name\n" + one + ",teacher,\"Zoë, \"\"Z\"\" Okoth\"\nnobody";
        send(visitor, list.getBytes(StandardCharsets.ISO_8859_1));
        visitor.reads("Line 2 of the file has signs that are not UTF-8.");
        assertEquals(false, visitor.page().content().contains(one));

        visitor.field("One person a line").fill("mary@school.example");
        send(visitor, list.getBytes(StandardCharsets.UTF_8));
        visitor.reads("Choose a file or write lines, not both.");
        visitor.field("One person a line").fill("");
        send(visitor, list.getBytes(StandardCharsets.UTF_8));

        visitor.reads("What became of the list");
        visitor.reads("Line 3");
        visitor.reads("Write an address such as name@school.org");
        visitor.reads("Zoë, \"Z\" Okoth");
        assertEquals(List.of(), visitor.look("invitations-file"));
    }

    private static void send(Visitor visitor, byte[] content) {
        visitor.page()
                .locator("input[type=file]")
                .setInputFiles(new FilePayload("people.csv", "text/csv", content));
        visitor.button("Invite all").click();
    }

    private static void invite(Client principal, String name) {
        principal.post("/invitations", Map.of("role", "staff", "name", name)).ok(201);
    }

    private static String state(Client principal, String name) {
        for (JsonNode one : principal.get("/invitations").ok(200)) {
            if (name.equals(one.path("name").asText())) {
                return one.get("state").asText();
            }
        }
        throw new AssertionError("no invitation of " + name);
    }
}
