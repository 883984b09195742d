package org.homeroom.identity;

/**
 * What became of one line of a list of people to invite.
 *
 * @param line from 1 on, as in the list
 * @param email as it was written
 * @param made the invitation with the secret of its link, null when the line was refused
 * @param problem why it was refused, for people; null when it was not
 * @param code why, for programs; null likewise
 */
public record InvitedLine(int line, String email, NewInvitation made, String problem, String code) {

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "InvitedLine[" + line + "]";
    }
}
