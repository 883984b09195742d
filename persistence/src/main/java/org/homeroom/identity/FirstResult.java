package org.homeroom.identity;

/**
 * What the first request with an idempotency key led to.
 *
 * @param requestHash SHA-256 of route and body
 * @param status the HTTP status, null while the first request is under way
 */
public record FirstResult(
        byte[] requestHash, Integer status, String contentType, byte[] response) {}
