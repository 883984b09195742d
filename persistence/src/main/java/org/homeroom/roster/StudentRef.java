package org.homeroom.roster;

import java.util.UUID;

/** A student of a class, named as everyone may read it. The id is the account's. */
public record StudentRef(UUID studentId, String firstName, String lastInitial) {

    /** Returns the name in short, such as {@code Wanjiru M.}. */
    public String displayName() {
        return firstName + " " + lastInitial + ".";
    }
}
