package org.homeroom.attendance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeroom.roster.ImportRow;

/**
 * The kept result of an uploaded tap history, line by line in the order of the file.
 *
 * @param fileName as the browser named it, null when it did not
 */
public record TapImportReport(
        UUID id,
        UUID classId,
        String fileName,
        int accepted,
        int skipped,
        int rejected,
        Instant createdAt,
        List<ImportRow> rows) {

    /** The case of a tap out that was added, but behind the daily limit's own. */
    public static final String DAILY_LIMIT = "DAILY_LIMIT";

    public TapImportReport {
        rows = List.copyOf(rows);
    }

    /** Returns how many lines of taps the file had. */
    public int read() {
        return accepted + skipped + rejected;
    }

    /** Returns the same report without the lines that were plainly accepted. */
    public TapImportReport problemsOnly() {
        List<ImportRow> problems =
                rows.stream()
                        .filter(row -> !row.isPlain() || DAILY_LIMIT.equals(row.code()))
                        .toList();
        return new TapImportReport(
                id, classId, fileName, accepted, skipped, rejected, createdAt, problems);
    }
}
