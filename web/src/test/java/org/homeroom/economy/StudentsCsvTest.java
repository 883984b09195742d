package org.homeroom.economy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class StudentsCsvTest {

    @Test
    void aNameThatIsAFormulaIsAName() {
        StudentLine one = new StudentLine("=cmd()", "A", "-1", "TOK", -250, 1000, 12345, true);

        String[] lines = StudentsCsv.of(List.of(one)).split("\r\n");

        assertEquals(
                "first_name,last_initial,block,checking,savings,earnings,insurance,rent_enabled,setup_complete",
                lines[0]);
        assertEquals("\"'=cmd()\",\"A\",\"'-1\",-2.50,10.00,123.45,none,no,yes", lines[1]);
    }
}
