package org.homeroom.identity;

/** What an invited person chooses. */
public record AcceptInvitation(String displayName, String username, String password) {

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "AcceptInvitation[" + username + "]";
    }
}
