package org.homeroom.roster;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Unpacks a delivered zip in memory. What an entry claims about its size is not believed: bytes are
 * counted as they come out, and unpacking ends where a roster of any district would have ended.
 */
final class OneRosterZip {

    private static final int MOST_ENTRIES = 60;
    private static final long MOST_BYTES = 256L * 1024 * 1024;
    // Rosters shrink to a tenth. A file of this many times its packed size is made to fill memory.
    private static final long LARGEST_RATIO = 100;
    private static final long RATIO_COUNTS_FROM = 1024L * 1024;
    private static final int STEP = 64 * 1024;
    private static final int FIRST_BYTES = 0x504B;
    private static final int BYTE = 0xFF;

    private final Findings findings;
    private final long packed;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private long unpacked;

    private OneRosterZip(long packed, Findings findings) {
        this.packed = packed;
        this.findings = findings;
    }

    /**
     * Returns the files by name in small letters; none, with a problem among the findings, when the
     * zip is refused.
     */
    static Map<String, byte[]> open(byte[] zip, Findings findings) {
        if (zip.length < 2 || ((zip[0] & BYTE) << Byte.SIZE | zip[1] & BYTE) != FIRST_BYTES) {
            findings.problem(
                    null, null, "NOT_A_ZIP", "This is not a zip file. Upload the OneRoster zip.");
            return Map.of();
        }
        OneRosterZip reading = new OneRosterZip(zip.length, findings);
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            ZipEntry entry = entries.getNextEntry();
            while (entry != null && reading.take(entry, entries)) {
                entry = entries.getNextEntry();
            }
        } catch (IOException | IllegalArgumentException e) {
            findings.problem(
                    null,
                    null,
                    "BROKEN_ZIP",
                    "The zip is damaged: " + e.getMessage() + ". Make it again and upload it.");
        }
        return findings.isSound() ? reading.files : Map.of();
    }

    private boolean take(ZipEntry entry, ZipInputStream content) throws IOException {
        String name = entry.getName();
        if (files.size() == MOST_ENTRIES) {
            return refuse("TOO_MANY_FILES", "The zip holds more than " + MOST_ENTRIES + " files.");
        }
        if (!name.matches("[A-Za-z0-9_.-]{1,100}") || name.startsWith(".")) {
            return refuse(
                    "BAD_FILE_NAME",
                    "The zip holds something that is not a plain file. Zip the CSV files themselves, not a"
                            + " folder.");
        }
        byte[] bytes = read(content);
        if (bytes == null) {
            return refuse(
                    "ZIP_BOMB",
                    name
                            + " grows out of all proportion when it is unpacked. Make the zip again from the"
                            + " CSV files.");
        }
        if (files.put(name.toLowerCase(Locale.ROOT), bytes) != null) {
            return refuse("DUPLICATE_FILE", name + " is in the zip twice. Keep one of them.");
        }
        return true;
    }

    private byte[] read(ZipInputStream content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] step = new byte[STEP];
        for (int read = content.read(step); read >= 0; read = content.read(step)) {
            unpacked += read;
            if (unpacked > MOST_BYTES
                    || unpacked > RATIO_COUNTS_FROM && unpacked > packed * LARGEST_RATIO) {
                return null;
            }
            bytes.write(step, 0, read);
        }
        return bytes.toByteArray();
    }

    private boolean refuse(String code, String message) {
        findings.problem(null, null, code, message);
        return false;
    }
}
