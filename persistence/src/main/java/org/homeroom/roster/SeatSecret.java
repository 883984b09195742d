package org.homeroom.roster;

import java.util.List;
import java.util.UUID;

/**
 * What a seat remembers of its pupil, for recognising alone; none of it can be read back.
 *
 * @param dobSum month + day + year of the birth date
 * @param claimHash keyed hash of first initial and {@code dobSum}, hex
 * @param salt 16 random bytes, part of the key of all hashes of this seat
 * @param lastNameHashes keyed hashes of the last name's parts, hex
 * @param studentId the account that took the seat, null while it is free
 */
public record SeatSecret(
        UUID id,
        UUID classId,
        String firstName,
        String lastInitial,
        int dobSum,
        String claimHash,
        byte[] salt,
        List<String> lastNameHashes,
        UUID studentId) {

    public SeatSecret {
        lastNameHashes = List.copyOf(lastNameHashes);
    }

    /** Returns the name in short, such as {@code Wanjiru M.}. */
    public String name() {
        return firstName + " " + lastInitial + ".";
    }

    /** Keeps the hashes out of logs. */
    @Override
    public String toString() {
        return "SeatSecret[" + id + "]";
    }
}
