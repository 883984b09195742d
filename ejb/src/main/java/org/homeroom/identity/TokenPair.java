package org.homeroom.identity;

/**
 * What a client gets at sign-in and at each refresh; the only time the secrets are known.
 *
 * @param expiresIn seconds until the access token ends
 */
public record TokenPair(String accessToken, String refreshToken, long expiresIn, SignedIn person) {

    /** Keeps the secrets out of logs. */
    @Override
    public String toString() {
        return "TokenPair[" + person.caller().accountId() + "]";
    }
}
