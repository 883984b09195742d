package org.homeroom.identity;

/**
 * What a student signs in and pays with, as it is stored: nobody can read PIN or passphrase in it.
 *
 * @param pinHash Argon2id
 * @param passphraseHash Argon2id
 */
public record StudentProofs(String pinHash, String passphraseHash) {}
