package org.homeroom.banking;

import java.util.List;

/**
 * What a reward, fine or payment would do. Amounts are minor units.
 *
 * @param lines who has too little first, then by name
 * @param fingerprint of all that this depends on; another one means that something else would
 *     happen
 */
public record AwardRehearsal(Award award, List<Line> lines, String fingerprint) {

    /**
     * What it would do to one student.
     *
     * @param name in short
     */
    public record Line(String name, AwardLine what) {}

    /** Returns by how much the money of who has enough would change, fees included. */
    public long total() {
        return lines.stream()
                .map(Line::what)
                .filter(one -> !one.isShort())
                .mapToLong(one -> one.amount() - one.fee())
                .sum();
    }

    /** Returns how many have too little, so that nothing can be booked. */
    public long shortCount() {
        return lines.stream().filter(one -> one.what().isShort()).count();
    }

    /** Returns how many would go below zero. */
    public long overdrawnCount() {
        return lines.stream().filter(one -> one.what().outcome().equals("overdrawn")).count();
    }
}
