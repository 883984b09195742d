package org.homeroom.messaging;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import java.util.regex.Pattern;
import org.homeroom.kernel.InBrowser;
import org.homeroom.kernel.LiveLine;
import org.homeroom.kernel.Visitor;
import org.homeroom.kernel.Visitors;
import org.homeroom.roster.OwnClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A class talks in its room. */
@ExtendWith(InBrowser.class)
class ChatIT {

    private static final String ROOM = "Period 2 · Maths 7";

    @Test
    void aMessageIsThereAtOnceAndStays(Visitors people) {
        Visitor okello = people.signedIn("okello", "demo-Teacher-1");
        okello.link("Chat").click();
        okello.page()
                .getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText(ROOM))
                .click();
        Visitor wanjiru = people.signedIn("wanjiru", "2468");
        wanjiru.link("Chat").click();
        String question = "Who takes part in round " + drawn() + " of the quiz?";
        String answer = "I do, <b>round</b> " + drawn();

        write(okello, question);
        assertThat(messages(wanjiru).filter(has(question))).containsText("Amani Okello");
        write(wanjiru, answer);
        assertThat(messages(okello).filter(has(answer))).containsText("Wanjiru M.");

        for (Visitor visitor : new Visitor[] {okello, wanjiru}) {
            visitor.page().reload();
            assertThat(messages(visitor).filter(has(question))).hasCount(1);
            assertThat(messages(visitor).filter(has(answer))).hasCount(1);
        }
    }

    @Test
    void whatWasSaidInTheMeantimeIsThereOnReturn(Visitors people) {
        OwnClass room = OwnClass.open();
        Visitor student = people.at("riverbend");
        LiveLine line = new LiveLine(student);
        student.signIn(room.seat("Noor"), OwnClass.PIN).open("/messaging/chat");
        student.live();
        line.cut();
        Visitor teacher = people.signedIn(OwnClass.TEACHER, OwnClass.PASSWORD);
        teacher.open("/messaging/chat?class=" + room.id());
        write(teacher, "The test is on Thursday.");
        assertThat(messages(teacher).filter(has("The test is on Thursday."))).hasCount(1);
        assertThat(messages(student).filter(has("The test is on Thursday."))).hasCount(0);

        line.mend();

        assertThat(messages(student).filter(has("The test is on Thursday."))).hasCount(1);
    }

    /** As after a restart of the server, or after signing out in another tab. */
    @Test
    void whoWasSignedOutMeanwhileIsToldSoAndComesBack(Visitors people) {
        OwnClass room = OwnClass.open();
        String username = room.seat("Noor");
        Visitor student = people.at("riverbend");
        LiveLine line = new LiveLine(student);
        student.signIn(username, OwnClass.PIN).open("/messaging/chat");
        student.live();
        student.forgetSession();

        line.cut();
        line.mend();

        student.reads("You were signed out. Sign in again to write.");
        student.link("Sign in again").click();
        student.reads("You were signed out. Sign in and you are back on this page.");
        student.knock(username, OwnClass.PIN);
        student.standsAt("/messaging/chat");
        student.live();
    }

    @Test
    void theLineToWriteOnIsInSightOfflineToo(Visitors people) {
        OwnClass room = OwnClass.open();
        Visitor student = people.at("riverbend");
        LiveLine line = new LiveLine(student);
        student.signIn(room.seat("Noor"), OwnClass.PIN).open("/messaging/chat");
        student.live();
        student.page().setViewportSize(390, 844);
        assertTrue(bottom(student, ".hr-write") <= top(student, ".hr-nav"));

        student.page().context().setOffline(true);
        line.cut();

        assertThat(student.page().locator(".hr-off")).isVisible();
        assertTrue(bottom(student, ".hr-write") <= top(student, ".hr-nav"));
        student.page().setViewportSize(1440, 900);
        assertTrue(bottom(student, ".hr-write") <= 900);
        student.page().context().setOffline(false);
    }

    @Test
    void aRoomOfAnotherClassIsNotThere(Visitors people) {
        OwnClass room = OwnClass.open();
        room.seat("Noor");
        Visitor teacher = people.signedIn(OwnClass.TEACHER, OwnClass.PASSWORD);
        teacher.open("/messaging/chat?class=" + room.id());
        teacher.page().getByRole(AriaRole.LINK).filter(has(room.name())).click();
        Visitor wanjiru = people.signedIn("wanjiru", "2468");

        wanjiru.page().navigate(teacher.page().url());

        wanjiru.reads("There is nothing here. It may have moved, or belong to another class.");
    }

    @Test
    void whoIsInNoRoomIsNotLedThereAndReadsWhy(Visitors people) {
        OwnClass room = OwnClass.open();
        Visitor principal = people.signedIn("principal", "demo-Teacher-1");
        principal.open("/roster/roster?class=" + room.id());
        principal.reads(room.name());
        assertThat(principal.link("Chat")).hasCount(0);

        principal.open("/messaging/chat?class=" + room.id());

        principal.reads("You are not in this class’s chat.");
        assertThat(principal.link("Roster")).isVisible();
    }

    private static double top(Visitor visitor, String part) {
        return visitor.page().locator(part).boundingBox().y;
    }

    private static double bottom(Visitor visitor, String part) {
        return top(visitor, part) + visitor.page().locator(part).boundingBox().height;
    }

    private static void write(Visitor visitor, String text) {
        visitor.live();
        visitor.page().getByLabel(Pattern.compile("^Write to ")).fill(text);
        visitor.button("Send").click();
    }

    private static Locator messages(Visitor visitor) {
        return visitor.page().getByLabel("Messages").getByRole(AriaRole.LISTITEM);
    }

    private static Locator.FilterOptions has(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static String drawn() {
        return UUID.randomUUID().toString().substring(0, 4);
    }
}
