package org.homeroom.identity;

import java.io.Serializable;
import java.util.UUID;

/**
 * A person who proved who they are.
 *
 * @param homeSchoolId the tenant of the account: the caller's school, or the district
 * @param proved false when they proved it at another school, so that sensitive acts ask again
 */
public record SignedIn(Caller caller, UUID homeSchoolId, boolean proved) implements Serializable {

    /** Somebody who proved it here. */
    public SignedIn(Caller caller, UUID homeSchoolId) {
        this(caller, homeSchoolId, true);
    }
}
