package org.homeroom.kernel;

import java.util.List;

/**
 * A picture of figures with the same figures as a table, drawn by the server (docs/ui.md, component
 * rules 6.6): {@code <hr:chart value="#{page.chart}"/>}.
 *
 * @param label what the picture shows, for those who do not see it
 * @param drawing its lines and areas
 * @param keys what each series is called, in order; none for a single one
 * @param head the table's columns
 * @param rows the table's rows; the first cell says what the row is
 */
public record Chart(
        String label,
        Drawing drawing,
        List<String> keys,
        List<String> head,
        List<List<String>> rows) {

    /** Returns the style of a series, from 0: a colour, and a pattern for those who see none. */
    public static String series(int number) {
        return "is-series-" + number;
    }
}
