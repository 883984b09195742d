package org.homeroom.roster;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.homeroom.kernel.Client;
import org.homeroom.kernel.InBrowser;
import org.homeroom.kernel.Visitor;
import org.homeroom.kernel.Visitors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A teacher keeps the list of a class. */
@ExtendWith(InBrowser.class)
class RosterPageIT {

    private static final int TRIES = 5;

    @Test
    void aStudentIsAddedToTheClassOnThePage(Visitors people) {
        OwnClass room = OwnClass.open();
        Visitor teacher = people.signedIn(OwnClass.TEACHER, OwnClass.PASSWORD);
        teacher.open("/roster/roster?class=" + room.id());
        teacher.reads("No students yet.");

        add(teacher, "Ines", "Duarte", "13/45/2010");
        teacher.reads("13/45/2010 is not a birth date.");
        add(teacher, "Ines", "Duarte", "03/22/2011");

        assertThat(teacher.row("Ines D.")).containsText("Not claimed");
        teacher.reads(room.name());
        teacher.reads("1 student, 0 claimed");
    }

    @Test
    void aSeatThatNobodyHasClaimedIsCorrectedAndRemoved(Visitors people) {
        OwnClass room = OwnClass.open();
        room.enlist("Inez", "Duarte");
        Visitor teacher = people.signedIn(OwnClass.TEACHER, OwnClass.PASSWORD);
        teacher.open("/roster/roster?class=" + room.id());
        teacher.row("Inez D.").getByText("Correct").click();
        teacher.reads("Seat of Inez D.");
        assertEquals(List.of(), teacher.look("roster-seat"));

        teacher.field("First name").fill("Ines");
        teacher.field("Birth date").fill("13/45/2010");
        teacher.button("Save").click();
        teacher.reads("13/45/2010 is not a birth date.");
        teacher.field("Last name").fill("Soares");
        teacher.field("Birth date").fill("03/22/2011");
        teacher.button("Save").click();

        teacher.reads("Saved. Ines S. can claim the seat with this now.");
        teacher.row("Ines S.").getByText("Correct").click();
        teacher.button("Remove from the list").click();
        teacher.reads("Ines S. is off the list.");
        teacher.reads("No students yet.");
    }

    @Test
    void whoHasNotClaimedIsCountedWhereTheNamesAreMissing(Visitors people) {
        OwnClass room = OwnClass.open();
        room.enlist("Ines", "Duarte");
        room.seat("Amina");
        Visitor teacher = people.signedIn(OwnClass.TEACHER, OwnClass.PASSWORD);

        teacher.open("/attendance/marks?class=" + room.id());
        teacher.reads("1 student has not claimed the seat yet. Marks belong to");
        for (String board : List.of("/attendance/board", "/economy/today")) {
            teacher.open(board + "?class=" + room.id());
            teacher.reads("1 student has not claimed the seat yet, so that he or she is not here.");
        }
        teacher.open("/attendance/projector?class=" + room.id());
        teacher.link("1 not claimed yet").click();

        assertThat(teacher.row("Ines D.")).containsText("Not claimed");
    }

    @Test
    void aClassIsOpenedWithACodeToJoin(Visitors people) {
        Visitor teacher = people.signedIn(OwnClass.TEACHER, OwnClass.PASSWORD);
        String period = OwnClass.letters().toUpperCase(Locale.ROOT);
        teacher.link("Roster").click();
        teacher.field("Period").fill(period);
        teacher.button("Open class").click();
        teacher.reads("Period " + period);
        assertThat(teacher.part("Join code")).containsText(Pattern.compile("[A-Z0-9]{6}"));

        teacher.field("Period").fill(period);
        teacher.button("Open class").click();

        teacher.reads("You have a class in period " + period + " already. Choose another period.");
    }

    @Test
    void whoIsWokenIsWhoTheButtonStoodBeside(Visitors people) {
        OwnClass room = OwnClass.open();
        tire(room.seat("Zawadi"));
        Visitor teacher = people.signedIn(OwnClass.TEACHER, OwnClass.PASSWORD);
        teacher.open("/roster/roster?class=" + room.id());
        tire(room.seat("Amina"));

        teacher.button("Wake").click();

        teacher.reads("can try again now.");
        assertThat(teacher.row("Zawadi")).not().containsText("Wake");
        assertThat(teacher.button("Wake")).hasCount(1);
    }

    /** Tries wrong PINs until the account rests. */
    private static void tire(String username) {
        for (int i = 0; i < TRIES; i++) {
            Client.at("riverbend.localhost")
                    .post("/auth/login", Map.of("username", username, "pin", "1357"));
        }
    }

    @Test
    void aLongListIsReadPageByPageAndSearched(Visitors people) {
        OwnClass room = OwnClass.open();
        StringBuilder list = new StringBuilder("first_name,last_name,date_of_birth,block\n");
        for (char letter = 'A'; letter <= 'Z'; letter++) {
            list.append("Zo\u00EB")
                    .append((char) (letter + 'a' - 'A'))
                    .append(',')
                    .append(letter)
                    .append("uma,")
                    .append(OwnClass.BORN)
                    .append(',')
                    .append(room.period())
                    .append('\n');
        }
        room.teacher().upload(room.path() + "/roster", list.toString()).ok(200);
        Visitor teacher = people.signedIn(OwnClass.TEACHER, OwnClass.PASSWORD);
        teacher.open("/roster/roster?class=" + room.id());

        assertThat(teacher.row("Zo\u00EB")).hasCount(25);
        teacher.reads("1–25 of 26");
        teacher.page().getByText("›").click();
        assertThat(teacher.row("Zo\u00EB")).hasCount(1);
        assertEquals(List.of(), teacher.look("roster-long"));

        teacher.field("Find a student").fill("zoec");
        teacher.button("Find").click();

        assertThat(teacher.row("Zo\u00EBc C.")).hasCount(1);
        assertThat(teacher.row("Zo\u00EB")).hasCount(1);
        teacher.field("Find a student").fill("nobody");
        teacher.button("Find").click();
        teacher.reads("Nobody here has that name.");
    }

    private static void add(Visitor teacher, String first, String last, String born) {
        teacher.field("First name").fill(first);
        teacher.field("Last name").fill(last);
        teacher.field("Birth date").fill(born);
        teacher.button("Add student").click();
    }
}
