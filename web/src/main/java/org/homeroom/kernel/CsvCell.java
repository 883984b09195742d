package org.homeroom.kernel;

/** A cell of a table for spreadsheets. */
public final class CsvCell {

    private CsvCell() {}

    /** Returns a text in quotes, with an apostrophe before what a spreadsheet would run. */
    public static String text(String value) {
        String harmless = value.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + value : value;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
