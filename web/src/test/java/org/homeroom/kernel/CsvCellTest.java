package org.homeroom.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CsvCellTest {

    @Test
    void nothingRunsInASpreadsheet() {
        for (String formula : new String[] {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1"}) {
            assertEquals("\"'" + formula + "\"", CsvCell.text(formula));
        }
        assertEquals("\"say \"\"hi\"\"\"", CsvCell.text("say \"hi\""));
        assertEquals("\"Ann-Marie\"", CsvCell.text("Ann-Marie"));
        assertEquals("\"\"", CsvCell.text(""));
    }
}
