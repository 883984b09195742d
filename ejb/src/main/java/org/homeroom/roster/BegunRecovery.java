package org.homeroom.roster;

/**
 * A request for help, for whoever asked.
 *
 * @param token by which it is gone on with; known only now
 * @param codes what was saved of the students' codes, empty for nothing
 * @param username what was saved of the new user name, null for nothing
 */
public record BegunRecovery(String token, RecoveryState state, String codes, String username) {

    /** Keeps token and codes out of logs. */
    @Override
    public String toString() {
        return "BegunRecovery";
    }
}
