package org.homeroom.tenancy;

import java.time.Instant;

/**
 * A domain that a school asks for and has not proved yet.
 *
 * @param host lower case, in ASCII, without a dot at the end
 * @param token what the TXT record must say
 */
public record DomainRequest(String host, String token, Instant requestedAt) {

    /** Returns the name at which the record must stand. */
    public String recordName() {
        return "_homeroom." + host;
    }

    /** Returns what the record must say. */
    public String recordText() {
        return "homeroom-domain=" + token;
    }
}
