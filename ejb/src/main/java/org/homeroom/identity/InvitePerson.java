package org.homeroom.identity;

/**
 * Asks somebody to join.
 *
 * @param role a name of {@link Roles}
 * @param displayName how the inviter calls the person, may be null
 * @param email where the inviter sends the link, may be null; the account has it later, so that the
 *     identity provider can vouch for its owner
 * @param notes never null
 */
public record InvitePerson(String role, String displayName, String email, InvitationNotes notes) {

    /** Asks without saying more. */
    public InvitePerson(String role, String displayName, String email) {
        this(role, displayName, email, InvitationNotes.NONE);
    }
}
