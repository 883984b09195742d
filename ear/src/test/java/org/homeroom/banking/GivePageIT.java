package org.homeroom.banking;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.options.SelectOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.homeroom.kernel.InBrowser;
import org.homeroom.kernel.Visitor;
import org.homeroom.kernel.Visitors;
import org.homeroom.roster.OwnClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A teacher gives to many at once: sees it first, books it, takes it back. */
@ExtendWith(InBrowser.class)
class GivePageIT {

    @Test
    void manyAreRehearsedGivenAndTakenBack(Visitors people) {
        OwnClass own = OwnClass.open();
        own.seat("Amina");
        own.seat("Baraka");
        own.seat("Chidi");
        Visitor teacher = people.signedIn(OwnClass.TEACHER, OwnClass.PASSWORD);
        teacher.open("/banking/give?class=" + own.id());
        List<String> findings = new ArrayList<>();

        fill(teacher, "Helped tidy up", "reward", "5.00", "Amina P.", "Baraka P.");
        teacher.button("Give").click();
        teacher.reads("Nothing is booked yet.");
        findings.addAll(teacher.look("give-rehearsed"));
        teacher.button("Change").click();
        teacher.field("Amount").fill("4.00");
        teacher.button("Give").click();
        teacher.button("Give 8.00 to 2 students").click();
        teacher.standsAt("/banking/award");
        findings.addAll(teacher.look("award-given"));

        teacher.open("/banking/give?class=" + own.id());
        fill(teacher, "Noise", "fine", "3.00", "Amina P.", "Baraka P.", "Chidi P.");
        teacher.button("Give").click();
        teacher.reads("One student has too little, so nothing can be booked.");
        findings.addAll(teacher.look("give-short"));
        teacher.button("Leave out who has too little").click();
        teacher.button("Take 6.00 from 2 students").click();
        teacher.standsAt("/banking/award");

        teacher.field("Reason").fill("It was the other class");
        teacher.button("Take it back from 2 students").click();
        teacher.reads("Taken back from 2 students.");
        findings.addAll(teacher.look("award-back"));
        teacher.open("/banking/give?class=" + own.id());
        findings.addAll(teacher.look("give-lately"));
        teacher.link("Helped tidy up").click();
        teacher.button(Pattern.compile("Take it back.*")).isVisible();
        assertEquals("", String.join("\n", findings));
    }

    /** Whom one could leave out would be everyone, and the account is part of what is agreed to. */
    @Test
    void whatWasTypedComesBackAfterANewSignIn(Visitors people) {
        OwnClass own = OwnClass.open();
        own.seat("Amina");
        Visitor teacher = people.signedIn(OwnClass.TEACHER, OwnClass.PASSWORD);
        teacher.open("/banking/give?class=" + own.id());
        fill(teacher, "Helped tidy up", "reward", "5.00", "Amina P.");
        teacher.forgetSession();
        teacher.button("Give").click();
        teacher.standsAt("/identity/sign-in");

        teacher.knock(OwnClass.TEACHER, OwnClass.PASSWORD);

        teacher.reads("Nothing was sent yet.");
        assertThat(teacher.field("Amount")).hasValue("5.00");
        assertThat(teacher.field("Reason")).hasValue("Helped tidy up");
        teacher.button("Give").click();
        teacher.reads("Booked for 1 student: Reward 5.00.");
    }

    @Test
    void aRehearsalAdvisesWhatCanBeDoneAndNamesTheSavings(Visitors people) {
        OwnClass own = OwnClass.open();
        own.seat("Amina");
        own.seat("Baraka");
        Visitor teacher = people.signedIn(OwnClass.TEACHER, OwnClass.PASSWORD);
        teacher.open("/banking/give?class=" + own.id());
        fill(teacher, "Noise", "fine", "500.00", "Amina P.", "Baraka P.");
        teacher.button("Give").click();
        teacher.reads("Everyone has too little. Change the amount.");

        teacher.button("Change").click();
        teacher.field("Kind").selectOption(new SelectOption().setValue("payment"));
        teacher.field("Amount").fill("3.00");
        teacher.field("Account of a payment").selectOption(new SelectOption().setValue("savings"));
        teacher.button("Give").click();
        teacher.reads("Payment of 3.00 each into savings: Noise");
    }

    /** Behind Back is the form of an act that some have: for others too it is another one. */
    @Test
    void whatChangedIsShownAnewAndAKnownActIsNotSentAgain(Visitors people) {
        OwnClass own = OwnClass.open();
        own.seat("Amina");
        own.seat("Baraka");
        own.seat("Chidi");
        JsonNode accounts = own.teacher().get(own.path() + "/accounts").ok(200);
        Visitor teacher = people.signedIn(OwnClass.TEACHER, OwnClass.PASSWORD);
        String form = "/banking/give?class=" + own.id();
        teacher.open(form + "&confirm=confirm");
        fill(teacher, "Helped tidy up", "reward", "5.00", "Amina P.", "Baraka P.");
        teacher.button("Give").click();
        teacher.reads("Nothing is booked yet.");
        Map<String, Object> meanwhile =
                Map.of(
                        "student_ids",
                        List.of(owners(accounts).get(0)),
                        "amount",
                        Map.of("amount", "1.00", "currency", "TOK"),
                        "reason",
                        "Meanwhile");
        own.teacher().post(own.path() + "/rewards", meanwhile).ok(201);
        teacher.button("Give 10.00 to 2 students").click();
        teacher.page().getByText("This is what it would do now.").waitFor();
        teacher.button("Give 10.00 to 2 students").click();
        teacher.standsAt("/banking/award");
        String act = act(teacher);

        teacher.open(form);
        teacher.page().evaluate("act => { document.getElementById('give:act').value = act; }", act);
        fill(teacher, "Helped tidy up", "reward", "4.00", "Amina P.", "Baraka P.", "Chidi P.");
        teacher.button("Give").click();
        teacher.button("Give 12.00 to 3 students").click();
        teacher.standsAt("/banking/award");
        assertNotEquals(act, act(teacher));
        teacher.field("Reason").fill("It was the other class");
        teacher.button("Take it back from 3 students").click();
        teacher.reads("Taken back from 3 students.");
    }

    private static List<String> owners(JsonNode accounts) {
        return accounts.findValuesAsText("owner_id").stream()
                .filter(one -> !one.equals("null"))
                .toList();
    }

    private static String act(Visitor teacher) {
        return teacher.page().url().replaceFirst(".*[?&]id=", "");
    }

    private static void fill(
            Visitor teacher, String reason, String kind, String amount, String... students) {
        for (String student : students) {
            teacher.field(student).check();
        }
        teacher.field("Kind").selectOption(new SelectOption().setValue(kind));
        teacher.field("Amount").fill(amount);
        teacher.field("Reason").fill(reason);
    }
}
