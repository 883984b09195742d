package org.homeroom.realtime;

/** Why the server closes a connection, with the code the browser sees (realtime.md section 1). */
public enum CloseReason {
    /** No session or ticket, or it has ended. */
    NOT_SIGNED_IN(4001, "Sign in again."),
    /** The page's origin or the person's school is not admitted. */
    NOT_ADMITTED(4003, "This address is not admitted here."),
    /** Too large, too many, or too slow to read. */
    LIMIT_EXCEEDED(4008, "Too much at once."),
    /** The person opened more connections than one may have; the oldest goes. */
    REPLACED(4409, "Replaced by a newer connection."),
    /** The server cannot serve it now. */
    UNAVAILABLE(4500, "Try again in a moment.");

    private final int code;
    private final String phrase;

    CloseReason(int code, String phrase) {
        this.code = code;
        this.phrase = phrase;
    }

    public int code() {
        return code;
    }

    public String phrase() {
        return phrase;
    }
}
