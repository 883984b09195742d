package org.homeroom.identity;

/**
 * An invitation with the secret of its link, which is shown this once.
 *
 * @param secret 256 random bits as 43 characters
 */
public record NewInvitation(Invitation invitation, String secret) {

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "NewInvitation[" + invitation.id() + "]";
    }
}
