package org.homeroom.roster;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Locale;
import java.util.regex.Pattern;
import org.homeroom.kernel.InBrowser;
import org.homeroom.kernel.Visitor;
import org.homeroom.kernel.Visitors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A pupil takes the seat that the teacher has kept. */
@ExtendWith(InBrowser.class)
class ClaimIT {

    private static final String NO_MATCH =
            "No free seat matches. Check the class code, your name and your birth date,"
                    + " or ask your teacher.";

    @Test
    void aPupilTakesTheSeatAndSignsIn(Visitors people) {
        OwnClass room = OwnClass.open();
        String lastName = "van" + OwnClass.letters() + "-" + OwnClass.letters();
        room.enlist("Noor", lastName);
        String word = OwnClass.letters();
        Visitor noor = people.at("riverbend");
        noor.open("/identity/sign-in");
        noor.link("First time here?").click();

        find(
                noor,
                room.joinCode().toLowerCase(Locale.ROOT),
                "n",
                lastName.replace("-", " ").toUpperCase(Locale.ROOT),
                OwnClass.BORN);
        noor.reads("We found your seat.");
        noor.field("Your word").fill(word);
        noor.button("Next").click();
        noor.field("PIN").fill("1111");
        noor.field("Passphrase").fill("blue kite seven");
        noor.button("Take my seat").click();
        noor.reads("Not all the same");
        noor.field("PIN").fill("4826");
        noor.button("Take my seat").click();

        noor.reads("This seat is yours.");
        String username =
                noor.page()
                        .getByText(Pattern.compile("^\\s*[a-z]+" + word + "\\S+\\s*$"))
                        .textContent()
                        .strip();
        noor.link("Sign in").click();
        noor.knock(username, "4826");
        noor.standsAt("/economy/home");
        assertThat(noor.page().getByText(room.name()).first()).isVisible();
    }

    @Test
    void whoDoesNotMatchLearnsNothingAboutTheClass(Visitors people) {
        OwnClass room = OwnClass.open();
        room.enlist("Noor", "van-der Meer");
        Visitor guess = people.at("riverbend");
        guess.open("/roster/claim");

        find(guess, room.joinCode(), "N", "van-der Meer", "2012-05-05");
        guess.reads(NO_MATCH);

        guess.open("/roster/claim");
        find(guess, "ZZZZZZ", "N", "van-der Meer", OwnClass.BORN);
        guess.reads(NO_MATCH);
        // What was typed need not be typed again.
        assertThat(guess.field("Last name")).hasValue("van-der Meer");
    }

    @Test
    void theLanguageIsChosenAfterARefusalToo(Visitors people) {
        OwnClass room = OwnClass.open();
        room.enlist("Noor", "Lefevre");
        Visitor pupil = people.at("riverbend");
        pupil.open("/roster/claim");
        find(pupil, room.joinCode(), "X", "Lefevre", OwnClass.BORN);
        pupil.reads(NO_MATCH);

        pupil.button("Français").click();

        assertThat(pupil.page().locator("html")).hasAttribute("lang", "fr");
        assertThat(pupil.page().locator("[id='claim:last_name']")).hasValue("Lefevre");
        pupil.page().locator("[id='claim:first_initial']").fill("N");
        pupil.page().locator("[id='claim:last_name']").press("Enter");
        assertThat(pupil.page().locator("[id='claim:word']")).isVisible();
        pupil.button("English").click();
        pupil.reads("We found your seat.");
    }

    @Test
    void everyEmptyFieldSaysWhatBelongsThere(Visitors people) {
        Visitor pupil = people.at("riverbend");
        pupil.open("/roster/claim");

        find(pupil, "", "", "Lefevre", "");

        pupil.reads("Type the class code. It stands on the board.");
        pupil.reads("Type the first letter of your first name.");
        pupil.reads("Give your birth date.");
        assertThat(pupil.field("Last name")).hasValue("Lefevre");
    }

    @Test
    void anAccentNeedNotBeTyped(Visitors people) {
        OwnClass room = OwnClass.open();
        room.enlist("Élodie", "Lefèvre");
        Visitor pupil = people.at("riverbend");
        pupil.open("/roster/claim");

        find(pupil, room.joinCode(), "e", "lefevre", OwnClass.BORN);

        pupil.reads("We found your seat.");
    }

    private static void find(
            Visitor pupil, String code, String initial, String lastName, String born) {
        pupil.field("Class code").fill(code);
        pupil.field("First letter of your first name").fill(initial);
        pupil.field("Last name").fill(lastName);
        pupil.field("Birth date").fill(born);
        pupil.button("Find my seat").click();
    }
}
