package org.homeroom.roster;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.homeroom.roster.RosterLine.Pupil;
import org.homeroom.roster.RosterLine.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RosterFileTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final String HEADER =
            "First Name,Last Name,Date of Birth (MM/DD/YYYY),Period/Block\n";

    @Test
    void readsTheTemplateTeachersKnow() {
        List<RosterLine> lines = read(HEADER + "John,Doe,01/15/2010,A\nJane,Smith,03/22/2011,B\n");

        assertEquals(
                List.of(
                        new Pupil(2, "John", "Doe", LocalDate.of(2010, 1, 15), "A"),
                        new Pupil(3, "Jane", "Smith", LocalDate.of(2011, 3, 22), "B")),
                lines);
    }

    @Test
    void readsTheOtherHeaderWithMarkCarriageReturnsAndAnyOrder() {
        String text =
                "\uFEFFblock,date_of_birth,last_name,first_name\r\n b ,3/2/12,Doe,Ann\r\n\r\n,,,\r\n";

        assertEquals(
                List.of(new Pupil(2, "Ann", "Doe", LocalDate.of(2012, 3, 2), "B")), read(text));
    }

    @Test
    void readsQuotedCommasAndNamesOfTheWorld() {
        String text =
                HEADER
                        + "\"Ana, María\",\"O’Brien\",1/2/2010,A\n"
                        + "Zoë,Smith-Jones,1/2/2010,A\n"
                        + "美玲,李,1/2/2010,A\n"
                        + "Ngũgĩ,wa Thiong'o,1/2/2010,A\n"
                        + "فاطمة,الزهراء,1/2/2010,A\n";

        List<Pupil> pupils = read(text).stream().map(Pupil.class::cast).toList();

        assertEquals(
                List.of("Ana, María", "Zoë", "美玲", "Ngũgĩ", "فاطمة"),
                pupils.stream().map(Pupil::firstName).toList());
        assertEquals("O'Brien", pupils.get(0).lastName());
        assertEquals("李", pupils.get(2).lastName());
    }

    @ParameterizedTest
    @CsvSource({
        "'Ann,Doe,13/45/2010,A', BAD_DATE",
        "'Ann,Doe,02/30/2010,A', BAD_DATE",
        "'Ann,Doe,01/15/2999,A', BAD_DATE",
        "'Ann,Doe,yesterday,A', BAD_DATE",
        "'Ann,Doe,,A', MISSING_VALUE",
        "',Doe,01/15/2010,A', MISSING_VALUE",
        "'Ann,Doe', MISSING_VALUE",
        "'=cmd,Doe,01/15/2010,A', FORMULA",
        "'Ann,\"+HYPERLINK(\"\"x\"\")\",01/15/2010,A', FORMULA",
        "'Ann,@SUM,01/15/2010,A', FORMULA",
        "'Ann,-2,01/15/2010,A', FORMULA",
        "'Ann,123,01/15/2010,A', NOT_A_NAME",
        "'Ann,Doe,01/15/2010,Afternoon club', PERIOD_TOO_LONG",
        "'Ann,Doe,Mary,01/15/2010,A', TOO_MANY_VALUES",
        "'\"Ann,Doe,01/15/2010,A', BAD_QUOTES"
    })
    void refusesABadLineByItselfAndKeepsTheGoodOnes(String bad, String code) {
        List<RosterLine> lines =
                read(HEADER + "Ann,Doe,1/15/2010,A\n" + bad + "\nBen,Doe,1/15/2010,A\n");

        assertEquals(3, lines.size());
        Refused refused = assertInstanceOf(Refused.class, lines.get(1));
        assertEquals(code, refused.code());
        assertEquals(3, refused.line());
        assertInstanceOf(Pupil.class, lines.get(0));
        assertInstanceOf(Pupil.class, lines.get(2));
    }

    @Test
    void refusesACellOfFiveMegabytesAndShowsItsBeginning() {
        String huge = "x".repeat(5 * 1024 * 1024);

        List<RosterLine> lines = read(HEADER + huge + ",Doe,1/15/2010,A\nBen,Doe,1/15/2010,A\n");

        Refused refused = assertInstanceOf(Refused.class, lines.get(0));
        assertEquals("CELL_TOO_LONG", refused.code());
        assertTrue(refused.value().length() < 60);
        assertInstanceOf(Pupil.class, lines.get(1));
    }

    @Test
    void namesTheLineWhoseLettersAreNotUtf8() {
        byte[] good = (HEADER + "Ann,Doe,1/15/2010,A\nJos").getBytes(UTF_8);
        byte[] bytes = Arrays.copyOf(good, good.length + 20);
        bytes[good.length] = (byte) 0xE9;
        System.arraycopy(",Doe,1/15/2010,A\n\n\n".getBytes(UTF_8), 0, bytes, good.length + 1, 19);

        List<RosterLine> lines = RosterFile.read(bytes, TODAY);

        assertEquals("NOT_UTF8", assertInstanceOf(Refused.class, lines.get(1)).code());
    }

    @Test
    void readsUtf16ThatSpreadsheetsSave() {
        byte[] bytes =
                ("\uFEFF" + HEADER.replace(',', '\t') + "Ann\tDoe\t1/15/2010\tA\n")
                        .getBytes(UTF_16LE);

        assertInstanceOf(Pupil.class, RosterFile.read(bytes, TODAY).get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n", "a,b,c\n1,2,3\n", "First Name,Last Name\nA,B\n"})
    void refusesAFileThatIsNoList(String text) {
        assertThrows(UnreadableList.class, () -> read(text));
    }

    @Test
    void saysThatAFileIsUtf16WithoutItsMark() {
        byte[] list = (HEADER + "Ann,Doe,1/15/2010,A\n").getBytes(UTF_16LE);
        byte[] other = (HEADER + "Ann,Doe,1/15/2010,A\n").getBytes(UTF_16BE);

        assertTrue(complaint(list).startsWith("The file is saved as Unicode text (UTF-16)."));
        assertTrue(complaint(other).startsWith("The file is saved as Unicode text (UTF-16)."));
    }

    @Test
    void saysThatAFileIsAWorkbookOrNoText() {
        byte[] picture = new byte[3_000];
        // Without a control sign, and with the mark of UTF-16 by accident.
        for (int i = 0; i < picture.length; i++) {
            picture[i] = (byte) (0xA0 + i * 7 % 0x60);
        }
        byte[] marked = picture.clone();
        marked[0] = (byte) 0xFF;
        marked[1] = (byte) 0xFE;
        byte[] document = "%PDF-1.4\n1 0 obj\n\u0001".getBytes(UTF_8);

        assertTrue(
                complaint("PK\u0003\u0004\u0000\u0000".getBytes(UTF_8))
                        .startsWith("This is a workbook"));
        assertTrue(complaint(picture).startsWith("This is not a text file."));
        assertTrue(complaint(marked).startsWith("This is not a text file."));
        assertTrue(complaint(document).startsWith("This is not a text file."));
    }

    @Test
    void refusesAListWithoutStudents() {
        assertThrows(UnreadableList.class, () -> read(HEADER));
    }

    private static String complaint(byte[] content) {
        return assertThrows(UnreadableList.class, () -> RosterFile.read(content, TODAY)).sentence();
    }

    private static List<RosterLine> read(String text) {
        return RosterFile.read(text.getBytes(UTF_8), TODAY);
    }
}
