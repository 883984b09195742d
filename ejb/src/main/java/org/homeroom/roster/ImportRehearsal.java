package org.homeroom.roster;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a class list would do, row by row, had it landed just now.
 *
 * @param report as the list's report would be; without an id, because nothing is kept
 * @param fingerprint of what would become of each row: it changes with a pupil who is on the list
 *     meanwhile or a class that is open meanwhile, and not with a name or a join code
 */
public record ImportRehearsal(ImportReport report, String fingerprint) {

    /** Tells whether the list would open classes. */
    public boolean isOpening() {
        return !report.opened().isEmpty();
    }

    /** Makes the fingerprint of rows that belong to these classes. */
    static String fingerprint(UUID homeId, List<ImportRow> rows, List<ClassRef> classes) {
        Map<UUID, ClassRef> byId =
                classes.stream().collect(Collectors.toMap(ClassRef::id, Function.identity()));
        StringBuilder all = new StringBuilder(homeId.toString());
        for (ImportRow row : rows) {
            // A class that the list opens has another id each time it is tried.
            String period = row.classId() == null ? "" : byId.get(row.classId()).period();
            all.append('\n').append(row.line()).append('|').append(row.code());
            all.append('|').append(period);
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] hash = digest.digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
