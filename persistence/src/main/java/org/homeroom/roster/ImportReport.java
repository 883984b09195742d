package org.homeroom.roster;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The kept result of an uploaded list, line by line in the order of the file.
 *
 * @param classId the class it was uploaded into
 * @param fileName as the browser named it, null when it did not
 * @param classes the classes that pupils of this list belong to
 */
public record ImportReport(
        UUID id,
        UUID classId,
        String fileName,
        int accepted,
        int skipped,
        int rejected,
        Instant createdAt,
        List<ImportRow> rows,
        List<ClassRef> classes) {

    public ImportReport {
        rows = List.copyOf(rows);
        classes = List.copyOf(classes);
    }

    /** Returns how many lines of pupils the file had. */
    public int read() {
        return accepted + skipped + rejected;
    }

    /** Returns the classes that this list opened, in the order of the file. */
    public List<ClassRef> opened() {
        Set<UUID> opening =
                rows.stream()
                        .filter(ImportRow::isOpening)
                        .map(ImportRow::classId)
                        .collect(Collectors.toSet());
        return classes.stream().filter(one -> opening.contains(one.id())).toList();
    }

    /** Returns the same report without the lines that were plainly accepted. */
    public ImportReport problemsOnly() {
        List<ImportRow> problems = rows.stream().filter(row -> !row.isPlain()).toList();
        return new ImportReport(
                id, classId, fileName, accepted, skipped, rejected, createdAt, problems, classes);
    }
}
