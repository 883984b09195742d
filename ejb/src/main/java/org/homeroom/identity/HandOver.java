package org.homeroom.identity;

import java.time.Instant;
import org.homeroom.tenancy.SchoolRef;

/** What lets a person in at another school, once. */
public record HandOver(SchoolRef school, String code, Instant expiresAt) {

    /** Keeps the code out of logs. */
    @Override
    public String toString() {
        return "HandOver[" + school.subdomain() + "]";
    }
}
