package org.homeroom.identity;

/**
 * A new authenticator, for its owner's app.
 *
 * @param secret as people type it
 * @param uri the same with names, as the app reads it from a QR code
 */
public record NewTotp(String secret, String uri) {

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "NewTotp";
    }
}
