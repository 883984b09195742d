package org.homeroom.ledger;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.homeroom.roster.ClassRef;

/**
 * What taking back a day of a class would do.
 *
 * @param entries how many entries would be taken back
 * @param lines the accounts of students that would change, by name
 * @param fingerprint of the entries; another one means that something else would be taken back
 * @param inTheWay what came after that day and has to be taken back first
 */
public record DayReversal(
        ClassRef classRef,
        LocalDate day,
        int entries,
        List<Line> lines,
        String fingerprint,
        List<InTheWay> inTheWay) {

    /**
     * What becomes of an account.
     *
     * @param name such as {@code Wanjiru M.}
     * @param kind of the account
     * @param before what it holds now, in minor units
     * @param change in minor units
     */
    public record Line(UUID accountId, String name, String kind, long before, long change) {

        /** Returns what it would hold, in minor units. */
        public long after() {
            return before + change;
        }
    }

    /**
     * What has to be taken back first.
     *
     * @param names of the students whom it touches
     */
    public record InTheWay(String kind, UUID id, @Nullable Instant at, List<String> names) {}

    /** Returns by how much the students' money would change, in minor units. */
    public long change() {
        return lines.stream().mapToLong(Line::change).sum();
    }
}
