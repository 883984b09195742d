package org.homeroom.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.homeroom.kernel.InBrowser;
import org.homeroom.kernel.Visitor;
import org.homeroom.kernel.Visitors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The door, as people stand before it. */
@ExtendWith(InBrowser.class)
class SignInIT {

    private static final String PASSWORD = "demo-Teacher-1";

    @Test
    void aStudentComesHomeWithAPin(Visitors people) {
        Visitor wanjiru = people.signedIn("wanjiru", "2468");

        wanjiru.standsAt("/economy/home");
        assertThat(wanjiru.page().getByRole(AriaRole.BANNER)).containsText("Wanjiru M.");
    }

    @Test
    void theChosenFormShowsTheFocus(Visitors people) {
        Visitor someone = people.at("riverbend");
        someone.open("/identity/sign-in");
        Locator chosen = someone.link("Student");
        assertThat(chosen).hasAttribute("aria-current", "page");

        // The keyboard's focus is shown, a click's is not.
        while (!(boolean) chosen.evaluate("link => link === document.activeElement")) {
            someone.page().keyboard().press("Tab");
        }

        assertThat(chosen).hasCSS("box-shadow", Pattern.compile(".* 0px 0px 0px 4px$"));
    }

    @Test
    void aTeacherComesToTodayWithAPassword(Visitors people) {
        Visitor okello = people.signedIn("okello", PASSWORD);

        okello.standsAt("/economy/today");
        assertThat(okello.page().getByRole(AriaRole.BANNER)).containsText("Amani Okello");
    }

    @Test
    void aWrongPinAndAnUnknownNameReadTheSame(Visitors people) {
        for (String name : List.of("lindgren", "nobody-of-this-name")) {
            Visitor someone = people.at("riverbend");
            someone.open("/identity/sign-in");

            someone.knock(name, "1357");

            someone.alerted("That name and PIN do not go together.");
            // What was typed right need not be typed again.
            assertThat(someone.field("Username")).hasValue(name);
            assertThat(someone.field("PIN")).hasValue("");
        }
    }

    @Test
    void fiveWrongTriesLetTheNameRest(Visitors people) {
        String name = "guessed-" + UUID.randomUUID();
        Visitor someone = people.at("lakeside");
        someone.open("/identity/sign-in");
        for (String left :
                List.of("4 tries", "3 tries", "2 tries", "1 try", "rests for 5 minutes")) {
            someone.knock(name, "1357");
            someone.alerted(left);
        }

        someone.knock(name, "1357");

        someone.alerted("Your account is resting until ");
        someone.alerted("Your teacher can wake it.");
    }

    @Test
    void aSessionThatEndedLeadsBackToThePageAfterSigningIn(Visitors people) {
        Visitor wanjiru = people.signedIn("wanjiru", "2468");
        wanjiru.forgetSession();

        wanjiru.link("Statement").click();

        wanjiru.reads("You were signed out. Sign in and you are back on this page.");
        wanjiru.knock("wanjiru", "2468");
        wanjiru.standsAt("/ledger/statement");
    }

    /** Which class a page shows stands in its address, not in what its forms send. */
    @Test
    void aFormOfAnEndedSessionLeadsBackToTheSameClass(Visitors people) {
        Visitor okello = people.signedIn("okello", PASSWORD);
        okello.open("/payroll/pay");
        okello.page().locator(".hr-menu-class > summary").click();
        okello.page().locator(".hr-menu-class a").nth(1).click();
        String shown = okello.page().url();
        assertTrue(shown.contains("class="), shown);
        okello.page().context().clearCookies();

        okello.button("Rehearse pay day").click();

        okello.reads("You were signed out. Sign in and you are back on this page.");
        assertThat(okello.field("Password")).isVisible();
        okello.knock("okello", PASSWORD);
        assertThat(okello.page()).hasURL(shown);
    }

    @Test
    void aTapOfAnEndedSessionLeadsToTheDoor(Visitors people) {
        Visitor wanjiru = people.signedIn("wanjiru", "2468");
        wanjiru.button(Pattern.compile("Tap (in|out)")).click();
        wanjiru.field("Your PIN").fill("2468");
        wanjiru.forgetSession();

        wanjiru.field("Your PIN").press("Enter");

        wanjiru.standsAt("/identity/sign-in");
        wanjiru.reads("You were signed out");
    }

    @Test
    void signingOutClosesTheDoor(Visitors people) {
        Visitor okello = people.signedIn("okello", PASSWORD);
        String left = okello.page().url();

        okello.signOut();

        okello.standsAt("/identity/sign-in");
        okello.page().navigate(left);
        okello.standsAt("/identity/sign-in");
    }

    @Test
    void anUnknownHostNameSaysWhereToGo(Visitors people) {
        Visitor lost = people.at("nowhere");

        lost.open("/identity/sign-in");

        lost.reads("Nothing here");
    }

    @Test
    void anAddressThatCannotBeShownSaysWhatToWrite(Visitors people) {
        Visitor okello = people.signedIn("okello", PASSWORD);

        okello.open("/ledger/day?day=1");

        okello.reads("Check the address");
        okello.reads("Write day as 2026-10-16.");
        okello.link("Go to my start page").isVisible();
    }
}
