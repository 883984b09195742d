package org.homeroom.roster;

import java.util.List;

/**
 * What is kept of a pupil's last name and birth date, for recognising alone (economy.md 3.4, 3.5).
 *
 * @param dobSum month + day + year, null when the source does not tell the birth date
 * @param claimHash keyed hash of first initial and {@code dobSum}, hex; null with it
 * @param salt 16 bytes, hex
 * @param lastNameHashes keyed hashes of the last name's parts, hex
 */
public record PupilMarks(
        Integer dobSum, String claimHash, String salt, List<String> lastNameHashes) {

    public PupilMarks {
        lastNameHashes = List.copyOf(lastNameHashes);
    }

    /** Keeps the hashes out of logs. */
    @Override
    public String toString() {
        return "PupilMarks";
    }
}
