package org.homeroom.roster;

import java.util.UUID;

/**
 * A student who was asked to help.
 *
 * @param codeHash of the request and the student's code, null until there is one
 */
public record AskedStudent(UUID studentId, String codeHash) {

    /** Keeps the hash out of logs. */
    @Override
    public String toString() {
        return "AskedStudent[" + studentId + "]";
    }
}
