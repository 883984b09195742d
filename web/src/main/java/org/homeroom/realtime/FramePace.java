package org.homeroom.realtime;

/**
 * How fast one connection may send: 20 frames a second over time, twice that in a burst
 * (realtime.md section 1).
 */
final class FramePace {

    private static final double PER_SECOND = 20;
    private static final double BURST = 40;

    private double left = BURST;
    private long lastMillis;

    FramePace(long nowMillis) {
        lastMillis = nowMillis;
    }

    /** Counts a frame and tells whether it is still within the pace. */
    boolean count(long nowMillis) {
        left = Math.min(BURST, left + (nowMillis - lastMillis) * PER_SECOND / 1_000) - 1;
        lastMillis = nowMillis;
        return left >= 0;
    }
}
