package org.homeroom.attendance;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a teacher says of a student's day. */
public enum Mark {
    PRESENT,
    LATE,
    ABSENT,
    EXCUSED;

    /** Returns the mark of a word in small letters, nothing for another word. */
    public static Optional<Mark> of(String wire) {
        return Arrays.stream(values()).filter(mark -> mark.wire().equals(wire)).findFirst();
    }

    /** Returns the word on the wire and in the database. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
