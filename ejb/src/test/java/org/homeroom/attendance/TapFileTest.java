package org.homeroom.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.homeroom.attendance.TapLine.Event;
import org.homeroom.attendance.TapLine.Refused;
import org.homeroom.roster.UnreadableList;
import org.junit.jupiter.api.Test;

class TapFileTest {

    private static final String HEADER = "username,action,at,reason\n";

    @Test
    void readsItsOwnTemplate() {
        List<TapLine> lines = read(TapHistoryImportService.TEMPLATE);

        assertEquals(
                new Event(
                        2,
                        "braveotter2017JD",
                        TapAction.IN,
                        Instant.parse("2026-10-12T16:10:00Z"),
                        null),
                lines.get(0));
        assertEquals("braveotter2017jd", ((Event) lines.get(0)).account());
        assertEquals("done", ((Event) lines.get(1)).reason());
    }

    @Test
    void takesMarksOfByteOrderAndWindowsLineEnds() {
        List<TapLine> lines =
                read(
                        "\uFEFFUsername;Action;At;Reason\r\nann;OUT;2026-10-12T16:10:00Z;\"a, b\"\r\n\r\n");

        assertEquals(
                List.of(
                        new Event(
                                2,
                                "ann",
                                TapAction.OUT,
                                Instant.parse("2026-10-12T16:10:00Z"),
                                "a, b")),
                lines);
    }

    @Test
    void eachBadLineSaysWhatIsWrongAndTheOthersLand() {
        List<TapLine> lines =
                read(
                        HEADER
                                + "ann,jump,2026-10-12 09:00,\n"
                                + ",in,2026-10-12 09:00,\n"
                                + "ann,in,13/45/2010,\n"
                                + "=cmd,in,2026-10-12 09:00,\n"
                                + "ann,out,2026-10-12 09:00,"
                                + "x".repeat(51)
                                + "\n"
                                + "ann,in,2026-10-12 09:00,a,b\n"
                                + "\"ann,in,2026-10-12 09:00,\n"
                                + "ann,in,2026-10-12 09:00,\n");

        assertEquals(
                List.of(
                        "BAD_ACTION",
                        "MISSING_VALUE",
                        "BAD_TIME",
                        "FORMULA",
                        "CELL_TOO_LONG",
                        "TOO_MANY_VALUES",
                        "BAD_QUOTES"),
                lines.subList(0, 7).stream().map(line -> ((Refused) line).code()).toList());
        assertEquals(9, lines.get(7).line());
        assertEquals(Event.class, lines.get(7).getClass());
    }

    @Test
    void aHugeCellCostsItsLineAndIsShownShort() {
        Refused refused =
                (Refused) read(HEADER + "x".repeat(5_000_000) + ",in,2026-10-12 09:00,\n").get(0);

        assertEquals("CELL_TOO_LONG", refused.code());
        assertEquals(41, refused.value().length());
    }

    @Test
    void refusesWhatIsNoHistory() {
        assertThrows(UnreadableList.class, () -> read(""));
        assertThrows(UnreadableList.class, () -> read("first_name,last_name\nA,B\n"));
        assertThrows(UnreadableList.class, () -> read(HEADER));
        assertThrows(UnreadableList.class, () -> read("PK\u0003\u0004\u0000"));
    }

    private static List<TapLine> read(String text) {
        return TapFile.read(
                text.getBytes(StandardCharsets.UTF_8), ZoneId.of("America/Los_Angeles"));
    }
}
