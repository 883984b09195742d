package org.homeroom.attendance;

/**
 * The key with which a device of a class signs its taps.
 *
 * @param turn the device's how manieth key, from 1; numbers of taps start anew with each
 * @param publicKey an elliptic curve's, as X.509 SubjectPublicKeyInfo
 */
public record KioskKey(int turn, byte[] publicKey) {}
