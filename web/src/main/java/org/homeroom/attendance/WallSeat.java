package org.homeroom.attendance;

/**
 * A student on a classroom's screen.
 *
 * @param style {@code is-in}, {@code is-away}, {@code is-done} or {@code is-not-yet}
 * @param word the state in words, with since when
 * @param today today's time in class, empty before there is any
 * @param counted for the page's clock: the instant from which today's time would have run without a
 *     break, empty while it stands still
 * @param reason why the student left, empty when it is not shown
 */
public record WallSeat(
        String name, String style, String word, String today, String counted, String reason) {

    private static final int SHORT = 12;

    /** Tells whether the name needs smaller letters. */
    public boolean isLong() {
        return name.length() > SHORT;
    }
}
