package org.homeroom.roster;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What {@code manifest.csv} says: the version, and of each file whether it is whole (bulk), only
 * what changed (delta) or not there.
 *
 * @param version null when it is none of ours
 * @param modes {@code bulk} or {@code delta} of the files that are there
 */
record OneRosterManifest(String version, Map<OneRosterTable, String> modes) {

    static final String FILE = "manifest.csv";

    private static final Set<String> VERSIONS = Set.of("1.1", "1.2");
    private static final Set<String> MODES = Set.of("bulk", "delta");

    /** Tells whether what the file leaves out is gone. */
    boolean isWhole(OneRosterTable table) {
        return "bulk".equals(modes.get(table));
    }

    boolean has(OneRosterTable table) {
        return modes.containsKey(table);
    }

    /** Returns the mode of the delivery: delta when any file of it is; null when none is there. */
    String mode() {
        return modes.isEmpty() ? null : modes.containsValue("delta") ? "delta" : "bulk";
    }

    /** Reads it and compares it with the files that are there. */
    static OneRosterManifest read(Map<String, byte[]> files, Findings findings) {
        byte[] content = files.get(FILE);
        Map<OneRosterTable, String> modes = new EnumMap<>(OneRosterTable.class);
        if (content == null) {
            findings.problem(
                    FILE,
                    null,
                    "NO_MANIFEST",
                    "The zip has no manifest.csv. Choose OneRoster CSV, version 1.1 or 1.2, when you"
                            + " export.");
            return new OneRosterManifest(null, modes);
        }
        Map<String, CsvTable.Row> said = properties(content, findings);
        String version = version(said, findings);
        for (OneRosterTable table : OneRosterTable.values()) {
            String mode = mode(table, said, files.containsKey(key(table)), findings);
            if (mode != null) {
                modes.put(table, mode);
            }
        }
        return new OneRosterManifest(version, modes);
    }

    private static Map<String, CsvTable.Row> properties(byte[] content, Findings findings) {
        Map<String, CsvTable.Row> said = new HashMap<>();
        CsvTable.read(FILE, content, List.of("propertyName", "value"), findings)
                .rows()
                .forEach(row -> said.put(row.get("propertyName").toLowerCase(Locale.ROOT), row));
        return said;
    }

    private static String version(Map<String, CsvTable.Row> said, Findings findings) {
        CsvTable.Row row = said.get("oneroster.version");
        String version = row == null ? "" : row.get("value");
        if (VERSIONS.contains(version)) {
            return version;
        }
        findings.problem(
                FILE,
                row == null ? null : row.line(),
                "BAD_VERSION",
                "oneroster.version is "
                        + (version.isEmpty() ? "not given" : version)
                        + ". Export version 1.1 or 1.2.");
        return null;
    }

    private static String mode(
            OneRosterTable table,
            Map<String, CsvTable.Row> said,
            boolean there,
            Findings findings) {
        CsvTable.Row row = said.get("file." + table.title().toLowerCase(Locale.ROOT));
        String mode = row == null ? "absent" : row.get("value").toLowerCase(Locale.ROOT);
        Integer line = row == null ? null : row.line();
        if (MODES.contains(mode) && there) {
            return mode;
        }
        if (MODES.contains(mode)) {
            findings.problem(
                    FILE,
                    line,
                    "MISSING_FILE",
                    "The manifest names " + table.file() + ", but the zip does not have it.");
        } else if (!mode.equals("absent")) {
            findings.problem(
                    FILE,
                    line,
                    "BAD_MODE",
                    "file." + table.title() + " must be bulk, delta or absent, not " + mode + ".");
        } else if (there) {
            findings.problem(
                    FILE,
                    line,
                    "UNDECLARED_FILE",
                    "The zip has " + table.file() + ", but the manifest says that it has not.");
        }
        return null;
    }

    private static String key(OneRosterTable table) {
        return table.file().toLowerCase(Locale.ROOT);
    }
}
