package org.homeroom.roster;

import java.util.List;
import java.util.Locale;

/** The columns of a class list, under either set of titles (economy.md 3.2). */
enum RosterColumn {
    FIRST_NAME("first_name", "first name"),
    LAST_NAME("last_name", "last name"),
    DATE_OF_BIRTH("date_of_birth", "date of birth (mm/dd/yyyy)", "date of birth"),
    PERIOD("block", "period/block", "period");

    private final List<String> titles;

    RosterColumn(String... titles) {
        this.titles = List.of(titles);
    }

    /** Tells whether a cell of the header names this column, in any capitals. */
    boolean isTitled(String cell) {
        return titles.contains(cell.strip().toLowerCase(Locale.ROOT));
    }

    /** Returns the column as messages call it. */
    String title() {
        return switch (this) {
            case FIRST_NAME -> "First Name";
            case LAST_NAME -> "Last Name";
            case DATE_OF_BIRTH -> "Date of Birth";
            case PERIOD -> "Period/Block";
        };
    }

    /** Returns the field's name in the public interface. */
    String field() {
        return titles.get(0);
    }
}
