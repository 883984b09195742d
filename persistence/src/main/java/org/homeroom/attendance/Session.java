package org.homeroom.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * From a tap in to the next tap out, by the rules of paid time (domain/economy.md 4.3): a repeated
 * "in" keeps the first, an "out" without an "in" adds nothing, an open session counts to the end.
 *
 * @param begin the tap in, null for an "out" without one
 * @param end the tap out, null while the session is open
 * @param repeated further taps in while it lasted, which change nothing
 * @param from since when it counts: the tap in, or the begin of the period asked for when that is
 *     later
 * @param to until when it counts
 */
public record Session(
        TapEvent begin, TapEvent end, List<TapEvent> repeated, Instant from, Instant to) {

    /** Returns how much time it counts for. */
    public long seconds() {
        return Duration.between(from, to).toSeconds();
    }

    /** Returns how many taps it is made of. */
    public int taps() {
        return repeated.size() + (begin == null ? 0 : 1) + (end == null ? 0 : 1);
    }

    /**
     * Reads one student's sessions of a period.
     *
     * @param taps in order: those of the period, and before them perhaps the last one before it
     * @param after taps later than this are of the period; null for all
     * @param through the end of the period, to which an open session counts
     */
    public static List<Session> of(List<TapEvent> taps, Instant after, Instant through) {
        List<Session> found = new ArrayList<>();
        TapEvent open = null;
        List<TapEvent> repeated = List.of();
        for (TapEvent tap : taps) {
            if (tap.action() == TapAction.OUT) {
                if (isLater(tap.at(), after)) {
                    found.add(session(open, tap, repeated, after, tap.at()));
                }
                open = null;
                repeated = List.of();
            } else if (open == null) {
                open = tap;
            } else {
                repeated = new ArrayList<>(repeated);
                repeated.add(tap);
            }
        }
        if (open != null) {
            found.add(session(open, null, repeated, after, through));
        }
        return found;
    }

    private static Session session(
            TapEvent begin, TapEvent end, List<TapEvent> repeated, Instant after, Instant to) {
        Instant in = begin == null ? to : begin.at();
        return new Session(begin, end, List.copyOf(repeated), isLater(in, after) ? in : after, to);
    }

    private static boolean isLater(Instant at, Instant after) {
        return after == null || at.isAfter(after);
    }
}
