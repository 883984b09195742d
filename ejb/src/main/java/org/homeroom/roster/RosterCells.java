package org.homeroom.roster;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.homeroom.roster.RosterLine.Pupil;
import org.homeroom.roster.RosterLine.Refused;

/** Checks the values of one line and names the first that cannot be used. */
final class RosterCells {

    static final int LONGEST_CELL = 200;
    static final int LONGEST_PERIOD = 10;

    private static final int SHOWN = 40;
    // Also the wide forms that East Asian keyboards type; spreadsheets run all of them.
    private static final String FORMULA_STARTS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private final LocalDate today;

    RosterCells(LocalDate today) {
        this.today = today;
    }

    RosterLine check(int line, List<String> values, Map<RosterColumn, Integer> columns) {
        int last = columns.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        if (last == columns.size() - 1
                && values.stream().skip(last + 1L).anyMatch(v -> !v.isBlank())) {
            return new Refused(
                    line,
                    "TOO_MANY_VALUES",
                    null,
                    null,
                    "This line has more than 4 values. Put a value that holds a comma between quotation marks.");
        }
        Map<RosterColumn, String> cells = new EnumMap<>(RosterColumn.class);
        columns.forEach(
                (column, at) ->
                        cells.put(column, at < values.size() ? values.get(at).strip() : ""));
        return check(line, cells);
    }

    RosterLine check(int line, Map<RosterColumn, String> cells) {
        Optional<Refused> refused = fault(line, cells);
        if (refused.isPresent()) {
            return refused.get();
        }
        return new Pupil(
                line,
                PersonName.clean(cells.get(RosterColumn.FIRST_NAME)),
                PersonName.clean(cells.get(RosterColumn.LAST_NAME)),
                BirthDate.read(cells.get(RosterColumn.DATE_OF_BIRTH), today).orElseThrow(),
                cells.get(RosterColumn.PERIOD).toUpperCase(Locale.ROOT));
    }

    /** Returns what is wrong with the first value that cannot be used; absent columns are fine. */
    Optional<Refused> fault(int line, Map<RosterColumn, String> cells) {
        for (Map.Entry<RosterColumn, String> cell : cells.entrySet()) {
            Optional<Refused> refused = refuse(line, cell.getKey(), cell.getValue());
            if (refused.isPresent()) {
                return refused;
            }
        }
        String born = cells.get(RosterColumn.DATE_OF_BIRTH);
        if (born == null || BirthDate.read(born, today).isPresent()) {
            return Optional.empty();
        }
        String typed = shown(born);
        return Optional.of(
                new Refused(
                        line,
                        "BAD_DATE",
                        RosterColumn.DATE_OF_BIRTH.field(),
                        typed,
                        typed + " is not a birth date. Write month/day/year, such as 03/22/2011."));
    }

    private static Optional<Refused> refuse(int line, RosterColumn column, String value) {
        String code = null;
        String message = null;
        if (value.isEmpty()) {
            code = "MISSING_VALUE";
            message = column.title() + " is empty. Fill it in.";
        } else if (value.length() > LONGEST_CELL) {
            code = "CELL_TOO_LONG";
            message =
                    column.title()
                            + " has "
                            + String.format(Locale.ROOT, "%,d", value.length())
                            + " characters. Use at most 200.";
        } else if (FORMULA_STARTS.indexOf(value.charAt(0)) >= 0) {
            code = "FORMULA";
            message =
                    column.title()
                            + " begins with "
                            + value.charAt(0)
                            + ", which spreadsheets run as a formula. Take that sign away.";
        } else if (column == RosterColumn.PERIOD
                && value.toUpperCase(Locale.ROOT).length() > LONGEST_PERIOD) {
            code = "PERIOD_TOO_LONG";
            message = "Period/Block has more than 10 characters. Use a short one, such as B.";
        } else if (isName(column) && PersonName.initial(value).isEmpty()) {
            code = "NOT_A_NAME";
            message = column.title() + " has no letter in it. Write the name.";
        }
        return code == null
                ? Optional.empty()
                : Optional.of(
                        new Refused(
                                line,
                                code,
                                column.field(),
                                value.isEmpty() ? null : shown(value),
                                message));
    }

    private static boolean isName(RosterColumn column) {
        return column == RosterColumn.FIRST_NAME || column == RosterColumn.LAST_NAME;
    }

    private static String shown(String value) {
        return value.codePointCount(0, value.length()) <= SHOWN
                ? value
                : value.substring(0, value.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
