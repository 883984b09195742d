package org.homeroom.attendance;

import java.time.Instant;

/**
 * What a device is told about one of its taps.
 *
 * @param outcome {@code accepted}, {@code duplicate} for one that counted before, or {@code
 *     refused}
 * @param code why it was refused, null otherwise
 * @param message the sentence for the student in English, null unless refused
 * @param name how the student is called in class, null when refused
 * @param active whether the student is in now
 * @param since of the open session, or the last tap-out; null when refused
 */
public record KioskResult(
        long seq,
        String outcome,
        String code,
        String message,
        String name,
        boolean active,
        Instant since) {

    static KioskResult of(long seq, String outcome, Standing seat) {
        return new KioskResult(seq, outcome, null, null, seat.name(), seat.isIn(), seat.since());
    }

    static KioskResult of(long seq, String name, HistoricTap tap) {
        boolean in = tap.action() == TapAction.IN;
        return new KioskResult(seq, "accepted", null, null, name, in, tap.at());
    }

    static KioskResult refused(long seq, KioskCode code, String message) {
        return new KioskResult(seq, "refused", code.name(), message, null, false, null);
    }

    static KioskResult refused(long seq, KioskCode code) {
        return refused(seq, code, code.sentence());
    }
}
