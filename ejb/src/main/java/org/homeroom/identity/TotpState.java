package org.homeroom.identity;

/**
 * How a person's second factor stands.
 *
 * @param enabled whether signing in with the password asks for a code
 * @param recoveryCodesLeft how many of the codes for a lost authenticator are not used
 */
public record TotpState(boolean enabled, int recoveryCodesLeft) {}
