package org.homeroom.privacy;

/**
 * A school's key as it is stored.
 *
 * @param purpose {@code seal} or {@code mark}
 * @param number grows with each rotation
 * @param masterId which of the installation's keys wraps it
 * @param wrapped nonce and ciphertext
 */
record WrappedKey(String purpose, int number, String masterId, byte[] wrapped) {}
