package org.homeroom.roster;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.homeroom.kernel.InBrowser;
import org.homeroom.kernel.Visitor;
import org.homeroom.kernel.Visitors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A teacher brings a class list and reads what became of each line. */
@ExtendWith(InBrowser.class)
class RosterImportIT {

    @Test
    void theTemplateOfTwoStudentsOpensTheirClassesAndSeatsThem(Visitors people) throws Exception {
        Visitor teacher = people.signedIn("lindgren", OwnClass.PASSWORD);
        teacher.link("Roster").click();
        teacher.link("Upload a list").click();

        teacher.upload("template-two-students.csv", template());
        teacher.reads("Nothing has landed yet.");
        teacher.reads("This list would open a class for period A: Period A.");
        teacher.reads("This list would open a class for period B: Period B.");
        teacher.reads("2 rows read: 2 would be added, 0 unchanged, 0 not added.");
        assertEquals(List.of(), teacher.look("roster-rehearsal"));
        teacher.button("Add them").click();

        teacher.reads("2 rows read: 2 added, 0 unchanged, 0 not added.");
        for (String period : List.of("A", "B")) {
            assertThat(teacher.part("Join codes")).containsText("Period " + period);
            teacher.reads(
                    "This list opened a class for period %s: Period %s. Join code: "
                            .formatted(period, period));
            assertThat(teacher.row("The list opened this class for period " + period))
                    .containsText("its join code is ");
        }
        assertThat(teacher.row("Added")).hasCount(2);
        teacher.link("See the roster").first().click();
        assertThat(teacher.row("John D.")).containsText("Not claimed");
    }

    @Test
    void aListIsShownAnewWhenSomethingChangedSinceItWasShown(Visitors people) {
        OwnClass room = OwnClass.open();
        Visitor teacher = importing(people, room);
        String list =
                "first_name,last_name,date_of_birth,block\nInes,Duarte,%s,%s\nAda,Byron,%s,%s"
                        .formatted(OwnClass.BORN, room.period(), OwnClass.BORN, OwnClass.letters());
        teacher.upload("class.csv", bytes(list));
        teacher.reads("2 rows read: 2 would be added");
        room.enlist("Ines", "Duarte");

        teacher.button("Add them").click();

        teacher.reads("Classes or seats changed since this was shown. Nothing was added.");
        teacher.reads("2 rows read: 1 would be added, 1 unchanged");
        teacher.button("Add them").click();
        teacher.reads("2 rows read: 1 added, 1 unchanged, 0 not added.");
    }

    @Test
    void theSameListAgainLeavesItsStudentsAlone(Visitors people) {
        OwnClass room = OwnClass.open();
        Visitor teacher = importing(people, room);
        byte[] list =
                bytes(
                        "first_name,last_name,date_of_birth,block\nInes,Duarte,03/22/2011,"
                                + room.period());
        teacher.upload("class.csv", list);
        teacher.reads("1 row read: 1 added, 0 unchanged, 0 not added.");

        teacher.upload("class.csv", list);

        teacher.reads("1 row read: 0 added, 1 unchanged, 0 not added.");
        teacher.open("/roster/roster?class=" + room.id());
        assertThat(teacher.row("Ines D.")).hasCount(1);
    }

    @Test
    void anEmptyFileIsCalledEmptyAndAMissingOneMissing(Visitors people) {
        Visitor teacher = importing(people, OwnClass.open());
        teacher.button("Upload").click();
        teacher.reads("Choose the list first.");

        teacher.upload("class.csv", new byte[0]);

        teacher.reads("The file is empty. Download the template and fill it in.");
    }

    @Test
    void theTemplateThatIsOfferedIsTakenBack(Visitors people) throws Exception {
        Visitor teacher = importing(people, OwnClass.open());

        Download template =
                teacher.page().waitForDownload(() -> teacher.link("Download the template").click());

        assertEquals("class-list.csv", template.suggestedFilename());
        assertEquals(
                new String(template(), StandardCharsets.UTF_8), Files.readString(template.path()));
    }

    @Test
    void badLinesAreNamedOneByOneAndGoodOnesLand(Visitors people) {
        OwnClass room = OwnClass.open();
        Visitor teacher = importing(people, room);
        List<String> lines =
                List.of(
                        "First Name,Last Name,Date of Birth (MM/DD/YYYY),Period/Block",
                        "Léonie,\"O'Neil, Junior\",03/22/2011,~",
                        "Tariq,Haddad,13/45/2010,~",
                        ",Nobody,03/22/2011,~",
                        "Omar,Said,,~",
                        "=cmd|'/c calc'!A1,Formula,03/22/2011,~",
                        "Zoë,Łukasiewicz-Ånd,2/29/2012,~",
                        "小龍,李,01/15/2010,~",
                        "Ana,\"Quote,03/22/2011,~",
                        "Eve," + "x".repeat(5_000) + ",03/22/2011,~");
        String text = String.join("\r\n", lines).replace(",~", "," + room.period());

        teacher.upload("class.csv", bytes("\uFEFF" + text + "\r\n"));

        teacher.reads("9 rows read: 3 added, 0 unchanged, 6 not added.");
        says(
                teacher,
                3,
                "13/45/2010 is not a birth date. Write month/day/year, such as 03/22/2011.");
        says(teacher, 4, "First Name is empty. Fill it in.");
        says(teacher, 5, "Date of Birth is empty. Fill it in.");
        says(
                teacher,
                6,
                "First Name begins with =, which spreadsheets run as a formula. Take that sign away.");
        says(teacher, 9, "A quotation mark on this line has no partner.");
        says(teacher, 10, "Last Name has 5,000 characters. Use at most 200.");
        teacher.open("/roster/roster?class=" + room.id());
        for (String name : List.of("Léonie O.", "Zoë Ł.", "小龍 李.")) {
            assertThat(teacher.row(name)).hasCount(1);
        }
        teacher.reads("3 students, 0 claimed");
    }

    @Test
    void aFileThatIsNoListIsRefusedAsAWhole(Visitors people) {
        Visitor teacher = importing(people, OwnClass.open());

        teacher.upload("colours.csv", bytes("colour,size\nred,4\n"));
        teacher.reads(
                "The first line must be: First Name, Last Name, Date of Birth (MM/DD/YYYY), Period/Block.");

        teacher.upload("class.csv", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2});
        teacher.reads(
                "This is not a text file. In your spreadsheet choose Save as, CSV UTF-8, and upload that.");

        teacher.button("Upload").click();
        teacher.reads("Choose the list first.");
    }

    @Test
    void anothersClassIsNotThere(Visitors people) {
        OwnClass room = OwnClass.open();
        Visitor stranger = people.signedIn("reyes", OwnClass.PASSWORD);

        stranger.open("/roster/import?class=" + room.id());

        stranger.reads("There is nothing here. It may have moved, or belong to another class.");
    }

    private static Visitor importing(Visitors people, OwnClass room) {
        Visitor teacher = people.signedIn(OwnClass.TEACHER, OwnClass.PASSWORD);
        teacher.open("/roster/import?class=" + room.id());
        return teacher;
    }

    private static void says(Visitor teacher, int line, String message) {
        assertThat(teacher.row(message))
                .hasText(Pattern.compile("^\\s*(Line\\s+)?" + line + "\\s+Not added"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] template() throws IOException {
        try (InputStream template =
                RosterImportIT.class.getResourceAsStream("template-two-students.csv")) {
            return template.readAllBytes();
        }
    }
}
