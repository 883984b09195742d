package org.homeroom.attendance;

import java.time.Instant;
import java.util.UUID;

/** A tap of the past that is to be added. */
public record HistoricTap(UUID id, UUID studentId, TapAction action, Instant at, String reason) {

    /** What no two taps of a class may share. */
    public record Moment(UUID studentId, Instant at) {}

    /** Returns whose tap it is and when. */
    public Moment moment() {
        return new Moment(studentId, at);
    }
}
