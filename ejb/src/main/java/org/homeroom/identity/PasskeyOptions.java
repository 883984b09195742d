package org.homeroom.identity;

import java.util.Map;

/**
 * What a browser needs to make or use a passkey.
 *
 * @param publicKey as {@code navigator.credentials} takes it, in WebAuthn's own spelling
 */
public record PasskeyOptions(Map<String, Object> publicKey) {}
