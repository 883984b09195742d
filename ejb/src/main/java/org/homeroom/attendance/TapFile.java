package org.homeroom.attendance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.homeroom.attendance.TapLine.Event;
import org.homeroom.attendance.TapLine.Refused;
import org.homeroom.roster.UnreadableList;
import org.homeroom.roster.UploadedText;

/**
 * Reads a tap history: {@code username,action,at,reason} with that header. Each line is parsed by
 * itself, so that an unpaired quotation mark costs its own line and not the rest of the file.
 */
final class TapFile {

    /** A class of 40 with a school year of four taps a day has 29,000. */
    static final int MOST_LINES = 50_000;

    private static final List<String> HEADER = List.of("username", "action", "at", "reason");
    private static final char[] DELIMITERS = {',', ';', '\t'};
    private static final int LONGEST_CELL = 200;
    private static final int SHOWN = 40;
    private static final String FORMULA_STARTS = "=+-@";

    private final CSVFormat format;
    private final TapTime time;

    private TapFile(CSVFormat format, TapTime time) {
        this.format = format;
        this.time = time;
    }

    /**
     * Reads all lines below the header; empty lines are passed over.
     *
     * @param zone in which times without an offset are read
     * @throws UnreadableList when the file as a whole is no tap history
     */
    static List<TapLine> read(byte[] content, ZoneId zone) {
        List<String> lines = UploadedText.lines(content);
        TapFile file = new TapFile(format(lines.get(0)), new TapTime(zone));
        if (lines.size() > MOST_LINES) {
            throw new UnreadableList(
                    "The file has more than 50,000 lines. Split it and upload the parts.");
        }
        List<TapLine> read = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                read.add(file.line(i + 1, lines.get(i)));
            }
        }
        if (read.isEmpty()) {
            throw new UnreadableList(
                    "There are no taps below the first line. Add one line for each.");
        }
        return read;
    }

    private static CSVFormat format(String header) {
        for (char delimiter : DELIMITERS) {
            CSVFormat format =
                    CSVFormat.DEFAULT
                            .builder()
                            .setDelimiter(delimiter)
                            .setIgnoreSurroundingSpaces(true)
                            .get();
            List<String> titles =
                    split(format, header).stream()
                            .map(cell -> cell.strip().toLowerCase(Locale.ROOT))
                            .toList();
            if (titles.equals(HEADER) || titles.equals(HEADER.subList(0, 3))) {
                return format;
            }
        }
        throw new UnreadableList(
                "The first line must be: username,action,at,reason. Download the template to see it.");
    }

    private TapLine line(int line, String text) {
        if (text.indexOf(UploadedText.BROKEN) >= 0
                || text.chars().anyMatch(UploadedText::isControl)) {
            return new Refused(
                    line,
                    "NOT_UTF8",
                    null,
                    null,
                    "This line has signs that are not UTF-8 text. Save the file as CSV UTF-8 and upload it again.");
        }
        List<String> cells = split(format, text).stream().map(String::strip).toList();
        if (cells.isEmpty()) {
            return new Refused(
                    line,
                    "BAD_QUOTES",
                    null,
                    null,
                    "A quotation mark on this line has no partner. Put one before and one after the value.");
        }
        if (cells.size() > HEADER.size()) {
            return new Refused(
                    line,
                    "TOO_MANY_VALUES",
                    null,
                    null,
                    "This line has more than 4 values. Put a value that holds a comma between quotation marks.");
        }
        return tap(line, cells);
    }

    private TapLine tap(int line, List<String> cells) {
        for (int i = 0; i < HEADER.size(); i++) {
            Optional<Refused> refused = refuse(line, HEADER.get(i), cell(cells, i));
            if (refused.isPresent()) {
                return refused.get();
            }
        }
        Optional<TapAction> action = TapAction.of(cell(cells, 1));
        if (action.isEmpty()) {
            String typed = shown(cell(cells, 1));
            return new Refused(
                    line, "BAD_ACTION", "action", typed, typed + " is no action. Write in or out.");
        }
        Optional<Instant> at = time.read(cell(cells, 2));
        if (at.isEmpty()) {
            String typed = shown(cell(cells, 2));
            return new Refused(
                    line,
                    "BAD_TIME",
                    "at",
                    typed,
                    typed
                            + " is no time of the class's clock. Write 2026-10-12 09:10:00, or 2026-10-12T16:10:00Z.");
        }
        String reason = cell(cells, 3);
        return new Event(
                line,
                cell(cells, 0),
                action.get(),
                at.get(),
                reason.isEmpty() ? null : TapRules.reason(reason));
    }

    private static Optional<Refused> refuse(int line, String field, String value) {
        boolean optional = field.equals("reason");
        int longest = optional ? TapRules.REASON_LENGTH : LONGEST_CELL;
        if (value.isEmpty()) {
            return optional
                    ? Optional.empty()
                    : Optional.of(
                            new Refused(
                                    line,
                                    "MISSING_VALUE",
                                    field,
                                    null,
                                    field + " is empty. Fill it in."));
        }
        if (value.length() > longest) {
            return Optional.of(
                    new Refused(
                            line,
                            "CELL_TOO_LONG",
                            field,
                            shown(value),
                            String.format(
                                    Locale.ROOT,
                                    "%s has %,d characters. Use at most %d.",
                                    field,
                                    value.length(),
                                    longest)));
        }
        if (FORMULA_STARTS.indexOf(value.charAt(0)) >= 0) {
            return Optional.of(
                    new Refused(
                            line,
                            "FORMULA",
                            field,
                            shown(value),
                            field
                                    + " begins with "
                                    + value.charAt(0)
                                    + ", which spreadsheets run as a formula. Take that sign away."));
        }
        return Optional.empty();
    }

    private static String cell(List<String> cells, int index) {
        return index < cells.size() ? cells.get(index) : "";
    }

    private static List<String> split(CSVFormat format, String line) {
        try (CSVParser parser = CSVParser.parse(line, format)) {
            return StreamSupport.stream(parser.spliterator(), false)
                    .findFirst()
                    .map(CSVRecord::toList)
                    .orElse(List.of());
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    /** Shortens a cell for the report. */
    static String shown(String value) {
        return value.codePointCount(0, value.length()) <= SHOWN
                ? value
                : value.substring(0, value.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
