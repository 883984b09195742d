package org.homeroom.attendance;

/**
 * Where the student stands after a tap.
 *
 * @param currency of the projected pay in {@code seat}
 * @param changed false when the student was in that state already
 */
public record TapResult(SeatNow seat, String currency, boolean changed) {}
