package org.homeroom.identity;

/**
 * Says that an account at another school is one's own, and proves it.
 *
 * @param subdomain the other school's
 * @param totp for accounts that ask for a code; else null
 */
public record JoinSchool(String subdomain, String username, String password, String totp) {

    /** Keeps the proofs out of logs. */
    @Override
    public String toString() {
        return "JoinSchool[" + subdomain + "]";
    }
}
