package org.homeroom.identity;

/**
 * The site that a passkey is made for and used at.
 *
 * @param host the school's host, the WebAuthn relying party id
 * @param origin scheme, host and port, as the browser signs it
 */
public record PasskeySite(String host, String origin) {}
