package org.homeroom.payroll;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.homeroom.kernel.Client;
import org.homeroom.kernel.InBrowser;
import org.homeroom.kernel.Visitor;
import org.homeroom.kernel.Visitors;
import org.homeroom.roster.OwnClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A teacher pays a class, and its students read why they have what they have. */
@ExtendWith(InBrowser.class)
class PayDayIT {

    @Test
    void aRehearsedClassIsPaidAndItsStudentsAreToldLive(Visitors people) {
        OwnClass room = OwnClass.open();
        String noor = room.seat("Noor");
        room.wasIn(noor, 90, 30);
        room.wasIn(room.seat("Tomi"), 60, 30);
        Visitor student = people.signedIn(noor, OwnClass.PIN).live();
        assertThat(student.part("You have")).containsText("0.00 tokens");
        Visitor teacher = rehearsing(people, room);
        teacher.reads("Nothing has been paid.");
        assertThat(teacher.row("Noor P."))
                .containsText(Pattern.compile("1 h\\s+2 taps of Noor P\\.\\s+15\\.00"));
        assertThat(teacher.row("Tomi P."))
                .containsText(Pattern.compile("30 min\\s+2 taps of Tomi P\\.\\s+7\\.50"));

        assertThat(teacher.part("How the total adds up"))
                .containsText(Pattern.compile("1 h 30 min\\s*in class.*22\\.50", Pattern.DOTALL));
        teacher.button("Pay 22.50 to 2 students").click();

        teacher.reads("Paid for");
        // Without a reload: the page was told.
        assertThat(student.part("You have")).containsText("15.00 tokens");
        student.reads("0 min not paid yet, 0.00 so far");
        teacher.open("/payroll/pay?class=" + room.id());
        assertThat(teacher.row("22.50")).containsText("Paid");
    }

    /** Money that is given and money that is taken back both show without a reload. */
    @Test
    void anOpenHomeFollowsWhatIsTakenBack(Visitors people) {
        OwnClass room = OwnClass.open();
        String noor = room.seat("Noor");
        Visitor student = people.signedIn(noor, OwnClass.PIN).live();
        String id =
                Client.signIn("riverbend", noor, OwnClass.PIN)
                        .get("/me")
                        .ok(200)
                        .at("/person/id")
                        .asText();
        Map<String, Object> reward =
                Map.of(
                        "student_ids", List.of(id),
                        "amount", Map.of("amount", "2.00", "currency", "TOK"),
                        "reason", "Tidy desk");
        String entry =
                room.teacher()
                        .post(room.path() + "/rewards", reward)
                        .ok(201)
                        .at("/entries/0/id")
                        .asText();
        assertThat(student.part("You have")).containsText("2.00 tokens");

        room.teacher()
                .post("/entries/" + entry + "/reverse", Map.of("reason", "Wrong desk"))
                .ok(201);

        assertThat(student.part("You have")).containsText("0.00 tokens");
    }

    @Test
    void theStatementNamesTheTimeBehindThePay(Visitors people) {
        OwnClass room = OwnClass.open();
        String noor = room.seat("Noor");
        room.wasIn(noor, 90, 30);
        Visitor teacher = rehearsing(people, room);
        teacher.button("Pay 15.00 to 1 student").click();
        teacher.reads("Paid for");
        Visitor student = people.signedIn(noor, OwnClass.PIN);

        student.link("Statement").click();

        Locator line = student.row("+15.00");
        assertThat(line).containsText("Pay for 1 h in class to");
        assertThat(line).containsText("15.00");
        line.getByText("How this came about").click();
        assertThat(line).containsText("1 h at 0.25 a minute is 15.00.");
    }

    @Test
    void theTapsBehindAMinuteAreShownToTeacherAndStudent(Visitors people) {
        OwnClass room = OwnClass.open();
        String noor = room.seat("Noor");
        room.wasIn(noor, 90, 60);
        room.wasIn(noor, 50, 20);
        Visitor teacher = rehearsing(people, room);

        teacher.link("4 taps of Noor P.").click();

        teacher.standsAt("/payroll/line");
        teacher.reads("1 h");
        teacher.reads("in class, 4 taps");
        assertThat(teacher.row("30 min")).hasCount(2);
        assertThat(teacher.row("30 min").first()).containsText("uploaded");
        assertEquals(List.of(), teacher.look("pay-line"));
        String line = teacher.page().url();
        Visitor early = people.signedIn(noor, OwnClass.PIN);
        early.page().navigate(line);
        early.reads("There is nothing here.");
        teacher.page().goBack();
        teacher.button("Pay 15.00 to 1 student").click();
        teacher.reads("Paid for");
        Visitor student = people.signedIn(noor, OwnClass.PIN);
        student.open("/ledger/statement");
        student.row("+15.00").getByText("How this came about").click();
        student.link("Every tap behind it").click();
        student.reads("1 h");
        assertThat(student.row("30 min")).hasCount(2);
        assertEquals(List.of(), student.look("pay-line-student"));
    }

    @Test
    void aRehearsalThatATapOvertookPaysNobody(Visitors people) {
        OwnClass room = OwnClass.open();
        String noor = room.seat("Noor");
        room.wasIn(noor, 90, 30);
        Visitor teacher = rehearsing(people, room);
        room.wasIn(noor, 20, 10);

        teacher.button("Pay 15.00 to 1 student").click();

        teacher.reads("Something changed since your last look.");
        teacher.reads("Nothing was paid.");
        assertThat(teacher.row("Noor P."))
                .containsText(Pattern.compile("17\\.50.*was 15\\.00", Pattern.DOTALL));
        Visitor student = people.signedIn(noor, OwnClass.PIN);
        assertThat(student.part("You have")).containsText("0.00 tokens");
        // The new sum stands and can be paid at once.
        teacher.button("Pay 17.50 to 1 student").click();
        teacher.reads("Paid for");
    }

    @Test
    void payingTwiceAtOncePaysOnce(Visitors people) {
        OwnClass room = OwnClass.open();
        String noor = room.seat("Noor");
        room.wasIn(noor, 90, 30);
        Visitor teacher = rehearsing(people, room);
        Visitor again = people.signedIn(OwnClass.TEACHER, OwnClass.PASSWORD);
        again.page().navigate(teacher.page().url());

        teacher.button("Pay 15.00 to 1 student").dblclick();
        teacher.reads("Paid for");
        again.button("Pay 15.00 to 1 student").click();

        again.reads("Paid for");
        Visitor student = people.signedIn(noor, OwnClass.PIN);
        assertThat(student.part("You have")).containsText("15.00 tokens");
        assertThat(student.row("+15.00")).hasCount(1);
    }

    @Test
    void aRunIsTakenBackAsAWhole(Visitors people) {
        OwnClass room = OwnClass.open();
        String noor = room.seat("Noor");
        room.wasIn(noor, 90, 30);
        Visitor teacher = rehearsing(people, room);
        teacher.button("Pay 15.00 to 1 student").click();
        teacher.reads("Paid for");

        teacher.button("Take back 15.00").click();
        teacher.reads("Say why, in at most 200 characters.");
        teacher.field("Why").fill("The clock was wrong");
        teacher.button("Take back 15.00").click();

        teacher.reads("Taken back: pay for");
        teacher.reads("Reason: The clock was wrong");
        Visitor student = people.signedIn(noor, OwnClass.PIN);
        assertThat(student.part("You have")).containsText("0.00 tokens");
        student.reads("1 h not paid yet, 15.00 so far");
        student.link("Statement").click();
        assertThat(student.row("+15.00")).hasCount(1);
        assertThat(student.row("\u221215.00")).hasCount(1);
    }

    @Test
    void anothersRunIsNotThere(Visitors people) {
        OwnClass room = OwnClass.open();
        room.wasIn(room.seat("Noor"), 90, 30);
        Visitor teacher = rehearsing(people, room);
        Visitor stranger = people.signedIn("reyes", OwnClass.PASSWORD);

        stranger.page().navigate(teacher.page().url());

        stranger.reads("There is nothing here. It may have moved, or belong to another class.");
    }

    @Test
    void theRateIsSetBeforeItPays(Visitors people) {
        OwnClass room = OwnClass.open();
        room.wasIn(room.seat("Noor"), 90, 30);
        Visitor teacher = people.signedIn(OwnClass.TEACHER, OwnClass.PASSWORD);
        teacher.open("/payroll/settings?class=" + room.id());
        teacher.field("Tokens").fill("half");
        teacher.button("Save").click();
        teacher.reads("Write the rate as a number such as 0.25");
        teacher.field("Tokens").fill("30");
        teacher.field("Tokens for how long").selectOption("hour");
        teacher.button("Save").click();
        teacher.reads("Saved. The next rehearsal uses it.");
        assertThat(teacher.field("Tokens")).hasValue("30.00");
        assertThat(teacher.field("Tokens for how long")).hasValue("hour");

        teacher.link("Pay").click();
        teacher.button("Rehearse pay day").click();

        assertThat(teacher.button("Pay 30.00 to 1 student")).isVisible();
    }

    @Test
    void whatWasTypedGoesAlongToTheOtherSettings(Visitors people) {
        OwnClass room = OwnClass.open();
        Visitor teacher = people.signedIn(OwnClass.TEACHER, OwnClass.PASSWORD);
        teacher.open("/payroll/settings?class=" + room.id());
        teacher.field("Tokens").fill("0.5");
        teacher.button("Advanced settings").click();
        assertThat(teacher.button("Simple settings")).isVisible();
        assertThat(teacher.field("Tokens")).hasValue("0.5");

        teacher.field("Tokens").fill("0.75");
        // Weeks, as two of them stood there.
        teacher.field("A pay day every").fill("10");
        teacher.button("Simple settings").click();
        assertThat(teacher.field("Tokens")).hasValue("0.75");
        assertThat(teacher.field("Days between pay days")).hasValue("70");
        teacher.button("Save").click();
        teacher.reads("Saved. The next rehearsal uses it.");
        assertThat(teacher.field("Tokens")).hasValue("0.75");
        assertThat(teacher.field("Days between pay days")).hasValue("70");
    }

    @Test
    void allThatIsWrongIsSaidAtOnce(Visitors people) {
        OwnClass room = OwnClass.open();
        Visitor teacher = people.signedIn(OwnClass.TEACHER, OwnClass.PASSWORD);
        teacher.open("/payroll/settings?class=" + room.id());
        teacher.field("Tokens").fill("99999999999");
        teacher.field("Hours expected a week").fill("1000");
        teacher.button("Save").click();
        teacher.reads("The rate goes from 0 to 1000 tokens a minute.");
        teacher.reads("The hours of a week go from 0.25 to 80.");
    }

    private static Visitor rehearsing(Visitors people, OwnClass room) {
        Visitor teacher = people.signedIn(OwnClass.TEACHER, OwnClass.PASSWORD);
        teacher.open("/payroll/pay?class=" + room.id());
        teacher.button("Rehearse pay day").click();
        teacher.standsAt("/payroll/run");
        return teacher;
    }
}
