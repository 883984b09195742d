package org.homeroom.economy;

/**
 * A student on the board of a class.
 *
 * @param note such as {@code 32 min} or {@code Not in yet}
 * @param style {@code is-pass} on a break, {@code is-out} when not in, empty when in
 * @param since when the open session began as an instant for the page's clock, else empty
 * @param href the student's statement
 */
public record SeatTile(String name, String note, String style, String since, String href) {}
